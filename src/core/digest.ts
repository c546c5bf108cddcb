import { bytesToHex } from "@noble/hashes/utils.js";
import { canonicalJson } from "./json.js";
import { authenticator, sha256Hex, type Authenticator } from "./sha256.js";

export { bytesOf } from "./sha256.js";

/** SHA-256 of text (as UTF-8) or bytes, as 64 lower-case hexadecimal digits. */
export function digestOf(data: string | Uint8Array): string {
  return sha256Hex(data);
}

/** SHA-256 of a value's canonical JSON (RFC 8785). */
export function digestOfValue(value: unknown): string {
  return digestOf(canonicalJson(value));
}

/** HMAC-SHA-256 (RFC 2104, FIPS 180-4) under one key: the bytes of any message's digest. */
export type KeyedHash = Authenticator;

/** HMAC-SHA-256 under a key, for many messages. */
export function keyedHash(key: string | Uint8Array): KeyedHash {
  return authenticator(key);
}

/** HMAC-SHA-256 of one message under a key, as 32 bytes. */
export function keyedDigest(key: string | Uint8Array, message: string | Uint8Array): Uint8Array {
  return authenticator(key)(message);
}

/** HMAC-SHA-256 as 64 lower-case hexadecimal digits. */
export function keyedDigestHex(key: string | Uint8Array, message: string | Uint8Array): string {
  return bytesToHex(keyedDigest(key, message));
}

import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./json.js";

/** SHA-256 of text (as UTF-8) or bytes, as 64 lower-case hexadecimal digits. */
export function digestOf(data: string | Uint8Array): string {
  return bytesToHex(sha256(bytesOf(data)));
}

/** SHA-256 of a value's canonical JSON (RFC 8785). */
export function digestOfValue(value: unknown): string {
  return digestOf(canonicalJson(value));
}

/** HMAC-SHA-256 (RFC 2104, FIPS 180-4) of a message under a key, as 32 bytes. */
export function keyedDigest(key: string | Uint8Array, message: string | Uint8Array): Uint8Array {
  return hmac(sha256, bytesOf(key), bytesOf(message));
}

/** HMAC-SHA-256 as 64 lower-case hexadecimal digits. */
export function keyedDigestHex(key: string | Uint8Array, message: string | Uint8Array): string {
  return bytesToHex(keyedDigest(key, message));
}

/** Text as UTF-8 bytes; bytes as they are. */
export function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === "string" ? utf8ToBytes(data) : data;
}

import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { canonicalJson } from "./json.js";

/** SHA-256 of text (as UTF-8) or bytes, as 64 lower-case hexadecimal digits. */
export function digestOf(data: string | Uint8Array): string {
  return bytesToHex(sha256(passingBytesOf(data)));
}

/** SHA-256 of a value's canonical JSON (RFC 8785). */
export function digestOfValue(value: unknown): string {
  return digestOf(canonicalJson(value));
}

/** HMAC-SHA-256 (RFC 2104, FIPS 180-4) under one key: the bytes of any message's digest. */
export type KeyedHash = (message: string | Uint8Array) => Uint8Array;

/** HMAC-SHA-256 under a key, for many messages: what depends on the key alone is computed once. */
export function keyedHash(key: string | Uint8Array): KeyedHash {
  const keyed = hmac.create(sha256, bytesOf(key));
  return (message) => keyed.clone().update(passingBytesOf(message)).digest();
}

/** HMAC-SHA-256 of one message under a key, as 32 bytes. */
export function keyedDigest(key: string | Uint8Array, message: string | Uint8Array): Uint8Array {
  return hmac(sha256, bytesOf(key), bytesOf(message));
}

/** HMAC-SHA-256 as 64 lower-case hexadecimal digits. */
export function keyedDigestHex(key: string | Uint8Array, message: string | Uint8Array): string {
  return bytesToHex(keyedDigest(key, message));
}

const encoder = new TextEncoder();
const passing = new Uint8Array(16_384);

/** Text as UTF-8 bytes; bytes as they are. */
export function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === "string" ? encoder.encode(data) : data;
}

/** The same, but good only until the next call: a short text is written to one place, which is much faster. */
function passingBytesOf(data: string | Uint8Array): Uint8Array {
  if (typeof data !== "string" || 3 * data.length > passing.length) return bytesOf(data);
  return passing.subarray(0, encoder.encodeInto(data, passing).written);
}

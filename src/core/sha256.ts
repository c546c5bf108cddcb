import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

// SHA-256 is SHA-256, whoever computes it: where the engine is Node, its own does so in a fifth of the time. Nothing
// else of the engine is used, and nothing is asked of it that could differ from one run to the next.
const native = typeof process === "undefined" ? undefined : process.getBuiltinModule?.("node:crypto");
const nativeHash = native?.hash;

/** Gives each message its HMAC. */
export type Authenticator = (message: string | Uint8Array) => Uint8Array;

/** SHA-256 in lower-case hexadecimal digits. */
export const sha256Hex: (data: string | Uint8Array) => string =
  nativeHash === undefined
    ? (data) => bytesToHex(sha256(passingBytesOf(data)))
    : (data) => nativeHash("sha256", data, "hex");

/** HMAC-SHA-256 under a key: what depends on the key alone is computed once. */
export const authenticator: (key: string | Uint8Array) => Authenticator =
  nativeHash === undefined
    ? (key) => {
        const keyed = hmac.create(sha256, bytesOf(key));
        return (message) => keyed.clone().update(passingBytesOf(message)).digest();
      }
    : authenticatorByHash;

/** Bytes that SHA-256 takes in at a time. */
const BLOCK = 64;

/** HMAC by its definition (RFC 2104, 2), H(K ⊕ opad ‖ H(K ⊕ ipad ‖ message)): the engine's own takes three times as long. */
function authenticatorByHash(key: string | Uint8Array): Authenticator {
  const bytes = bytesOf(key);
  const whole = new Uint8Array(BLOCK);
  whole.set(bytes.length > BLOCK ? hexToBytes(sha256Hex(bytes)) : bytes);
  const inner = whole.map((byte) => byte ^ 0x36);
  const outer = new Uint8Array(BLOCK + 32);
  outer.set(whole.map((byte) => byte ^ 0x5c));
  return (message) => {
    outer.set(hexToBytes(sha256Hex(passingBytesOf(message, inner))), BLOCK);
    return hexToBytes(sha256Hex(outer));
  };
}

const encoder = new TextEncoder();
const passing = new Uint8Array(16_384);
const NOTHING = new Uint8Array(0);

/** Text as UTF-8 bytes; bytes as they are. */
export function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === "string" ? encoder.encode(data) : data;
}

/** The same after a prefix, but good only until the next call: a short text is written to one place, which is much faster. */
function passingBytesOf(data: string | Uint8Array, prefix: Uint8Array = NOTHING): Uint8Array {
  const start = prefix.length;
  if (typeof data === "string" && start + 3 * data.length <= passing.length) {
    passing.set(prefix);
    return passing.subarray(0, start + encoder.encodeInto(data, passing.subarray(start)).written);
  }
  const bytes = bytesOf(data);
  if (start === 0) return bytes;
  const joined = new Uint8Array(start + bytes.length);
  joined.set(prefix);
  joined.set(bytes, start);
  return joined;
}

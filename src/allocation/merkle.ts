import { digestOf } from "../core/index.js";

/**
 * The Merkle tree of RFC 9162, 2.1.1, over the digests of a ledger's lines, as far as it has grown: at
 * each height the root of the full subtree that waits for its neighbor, if there is one. It holds no
 * more than log₂ of the number of lines.
 */
export type Peaks = (string | undefined)[];

/** Adds the digest of the next line. */
export function addLeaf(peaks: Peaks, digest: string): void {
  let node = leafOf(digest);
  let height = 0;
  for (let left = peaks[0]; left !== undefined; left = peaks[height]) {
    node = nodeOf(left, node);
    peaks[height++] = undefined;
  }
  peaks[height] = node;
}

/** The root of all leaves so far; of none, SHA-256 of nothing. */
export function rootOf(peaks: Readonly<Peaks>): string {
  let root: string | undefined;
  for (const peak of peaks) {
    if (peak !== undefined) root = root === undefined ? peak : nodeOf(peak, root);
  }
  return root ?? digestOf("");
}

/** The leaf of a line: SHA-256(0x00 ‖ digest). */
export function leafOf(digest: string): string {
  return digestOf(bytesOfHex(0, digest));
}

/** What stands above two nodes: SHA-256(0x01 ‖ left ‖ right). No leaf can be taken for it. */
export function nodeOf(left: string, right: string): string {
  return digestOf(bytesOfHex(1, left + right));
}

function bytesOfHex(prefix: number, hex: string): Uint8Array {
  const bytes = new Uint8Array(1 + hex.length / 2);
  bytes[0] = prefix;
  for (let at = 1; at < bytes.length; at++) {
    bytes[at] = 16 * digitAt(hex, 2 * at - 2) + digitAt(hex, 2 * at - 1);
  }
  return bytes;
}

function digitAt(hex: string, at: number): number {
  const code = hex.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87; // 0–9 or a–f
}

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addLeaf, rootOf, type Peaks } from "../../src/allocation/merkle.js";

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();

/** The recursive definition of RFC 9162, 2.1.1, word by word. */
function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  const [leaf] = leaves;
  if (leaf === undefined) return sha256();
  if (leaves.length === 1) return sha256(Uint8Array.of(0), leaf);
  let k = 1;
  while (2 * k < leaves.length) k *= 2; // the largest power of two smaller than n
  return sha256(Uint8Array.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("rootOf", () => {
  it("is the tree hash of RFC 9162 at every size", () => {
    const peaks: Peaks = [];
    const leaves: Uint8Array[] = [];
    for (let size = 0; size <= 70; size++) {
      expect(rootOf(peaks)).toBe(hex(treeHash(leaves)));
      const leaf = sha256(Uint8Array.of(size));
      leaves.push(leaf);
      addLeaf(peaks, hex(leaf));
    }
  });

  it("holds no more than the logarithm of what it has seen", () => {
    const peaks: Peaks = [];
    for (let size = 0; size < 1000; size++) addLeaf(peaks, "00".repeat(32));
    expect(peaks.length).toBe(10);
  });
});

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { grow, pathOf, rootAt, rootByPath, type Subtrees } from "../../src/allocation/inclusion.js";
import { addLeaf, leafOf, rootOf, type Peaks } from "../../src/allocation/merkle.js";

const SIZES = 70;
const digests = Array.from({ length: SIZES }, (_, index) =>
  createHash("sha256").update(`${index}`).digest("hex"),
);

const above = (left: string, right: string): string =>
  createHash("sha256")
    .update(Buffer.from(`01${left}${right}`, "hex"))
    .digest("hex");

/** The root that a proof gives by the steps of RFC 9162, 2.1.3.2, one after the other, with another SHA-256. */
function rootBySteps(leaf: string, index: number, size: number, path: readonly string[]): string | undefined {
  let fn = index;
  let sn = size - 1;
  let r = leaf;
  for (const p of path) {
    if (sn === 0) return undefined;
    if (fn % 2 === 1 || fn === sn) {
      r = above(p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else {
      r = above(r, p);
    }
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return sn === 0 ? r : undefined;
}

const subtrees: Subtrees = [];
const roots: string[] = [];
const peaks: Peaks = [];
for (const digest of digests) {
  grow(subtrees, digest);
  addLeaf(peaks, digest);
  roots.push(rootOf(peaks));
}

/** Every leaf of every tree. */
const places = roots.flatMap((root, last) =>
  Array.from({ length: last + 1 }, (_, index) => ({
    root,
    index,
    size: last + 1,
    leaf: leafOf(digests[index] ?? ""),
    path: pathOf(subtrees, index, last + 1),
  })),
);

describe("rootAt", () => {
  it("is the root at every size, however far the tree has grown since", () => {
    expect(roots.map((_, last) => rootAt(subtrees, last + 1))).toEqual(roots);
  });
});

describe("pathOf", () => {
  it("leads from every leaf to the root, by our way and by the RFC's steps", () => {
    for (const { leaf, index, size, path, root } of places) {
      expect(rootByPath(leaf, index, size, path)).toBe(root);
      expect(rootBySteps(leaf, index, size, path)).toBe(root);
    }
  });

  it("is no longer than the tree is high", () => {
    for (const { size, path } of places) expect(2 ** (path.length - 1)).toBeLessThan(size);
    expect(pathOf(subtrees, 0, 1)).toEqual([]);
  });
});

describe("rootByPath", () => {
  it("gives nothing for a path that is too long or too short", () => {
    for (const { leaf, index, size, path } of places) {
      expect(rootByPath(leaf, index, size, [...path, leaf])).toBeUndefined();
    }
    for (const { leaf, index, size, path } of places.filter((place) => place.size > 1)) {
      expect(rootByPath(leaf, index, size, path.slice(1))).toBeUndefined();
    }
  });

  it("gives another root at any other place of the tree", () => {
    for (const { leaf, index, size, path, root } of places.filter((place) => place.size <= 20)) {
      const others = Array.from({ length: size }, (_, other) => rootByPath(leaf, other, size, path));
      expect(others.indexOf(root)).toBe(index);
      expect(others.lastIndexOf(root)).toBe(index);
    }
  });

  it("takes the largest ledger there can be", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const path = Array.from({ length: 53 }, () => "00".repeat(32));
    expect(rootByPath("11".repeat(32), 0, most, path)).toHaveLength(64);
    expect(rootByPath("11".repeat(32), most - 1, most, path)).toBeUndefined();
    expect(rootByPath("11".repeat(32), most - 1, most, path.slice(1))).toHaveLength(64);
  });
});

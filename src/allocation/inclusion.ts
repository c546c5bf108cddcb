import { leafOf, nodeOf } from "./merkle.js";

/**
 * Every full subtree of a Merkle tree (RFC 9162, 2.1.1), by height: node i at height h stands above the
 * leaves i·2ʰ … (i + 1)·2ʰ − 1, whatever is added later.
 */
export type Subtrees = string[][];

/** Adds the digest of the next line, and each node that it completes. */
export function grow(subtrees: Subtrees, digest: string): void {
  let node = leafOf(digest);
  for (let height = 0; ; height++) {
    const row = (subtrees[height] ??= []);
    const left = row.length % 2 === 1 ? row.at(-1) : undefined;
    row.push(node);
    if (left === undefined) return;
    node = nodeOf(left, node);
  }
}

/** The root of `size` leaves from `start`: of the whole tree, or of one that its definition splits it into. */
export function rootAt(subtrees: Readonly<Subtrees>, size: number, start: number = 0): string {
  const height = heightOf(size);
  if (2 ** height === size) return subtrees[height]?.[start / size] ?? "";
  const left = 2 ** (height - 1);
  return nodeOf(rootAt(subtrees, left, start), rootAt(subtrees, size - left, start + left));
}

/**
 * The siblings on the way from a leaf up to the root of the first `size` leaves (RFC 9162, 2.1.3.1): all
 * it takes, beside the leaf, to come to the root.
 */
export function pathOf(
  subtrees: Readonly<Subtrees>,
  index: number,
  size: number,
  start: number = 0,
): readonly string[] {
  if (size === 1) return [];
  const left = 2 ** (heightOf(size) - 1);
  return index < left
    ? [...pathOf(subtrees, index, left, start), rootAt(subtrees, size - left, start + left)]
    : [...pathOf(subtrees, index - left, size - left, start + left), rootAt(subtrees, left, start)];
}

/** The root that a node comes to from its place by a path; undefined where the path isn't as long as the way. */
export function rootByPath(
  node: string,
  index: number,
  size: number,
  path: readonly string[],
): string | undefined {
  const sibling = path.at(-1);
  if (size === 1) return sibling === undefined ? node : undefined;
  const left = 2 ** (heightOf(size) - 1);
  const [place, leaves] = index < left ? [index, left] : [index - left, size - left];
  const below = rootByPath(node, place, leaves, path.slice(0, -1));
  if (sibling === undefined || below === undefined) return undefined;
  return index < left ? nodeOf(below, sibling) : nodeOf(sibling, below);
}

/** ⌈log₂ size⌉: the largest power of 2 below `size`, where its definition splits a tree, is half of 2 to it. */
function heightOf(size: number): number {
  let height = 0;
  while (2 ** height < size) height++;
  return height;
}

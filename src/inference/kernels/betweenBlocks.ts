import { dot } from "../../numerics/index.js";

/** A block's share of all weight, and the difference within it. */
export interface BlockShare {
  readonly share: number;
  readonly difference: number;
}

/** Of the blocks that are judged together none has more than this, as long as there are others to join. */
const MOST = 1 / 3;
/** A share of a half within this is a half. */
const ROUNDING = 1e-12;

/**
 * Divides blocks into those that are judged together and those that are judged each by itself. The
 * first are those that must be and, where they are too few to tell how differences vary, the smallest
 * of the others too.
 */
export function judgedTogether<Block extends BlockShare>(
  blocks: readonly Block[],
  must: (block: Block) => boolean,
): { readonly together: readonly Block[]; readonly apart: readonly Block[] } {
  const together = blocks.filter(must);
  if (together.length === 0) return { together, apart: blocks };
  const apart = blocks.filter((block) => !must(block)).toSorted((a, b) => a.share - b.share);
  while (largestShare(together) > MOST + ROUNDING) {
    const next = apart.shift();
    if (next === undefined) break;
    together.push(next);
  }
  return { together, apart };
}

function largestShare(blocks: readonly BlockShare[]): number {
  const shares = blocks.map(({ share }) => share);
  return Math.max(...shares) / shares.reduce((sum, share) => sum + share, 0);
}

/**
 * The variance of Σ share·difference, from how the differences vary: with the shares a among these
 * blocks and b = a²/(1 − 2a), (Σ share)²·Σ b(τ − τ̄)²/(1 + Σ b). It is unbiased if the differences have one
 * mean, else too large; for blocks of equal share it is the variance of paired differences.
 *
 * @returns NaN if one block has more than half of the share
 * @see Pashley & Miratrix (2021), Journal of Educational and Behavioral Statistics 46, 271–296,
 *   doi:10.3102/1076998620946272
 */
export function varianceBetween(blocks: readonly BlockShare[]): number {
  if (blocks.length === 0) return 0;
  const total = blocks.reduce((sum, { share }) => sum + share, 0);
  const shares = blocks.map(({ share }) => share / total);
  const mean = blocks.reduce((sum, { difference }, k) => sum + (shares[k] ?? 0) * difference, 0);
  const squares = blocks.map(({ difference }) => (difference - mean) ** 2);
  if (shares.some((share) => share > 0.5 + ROUNDING)) return NaN;
  // As a share nears a half its own square becomes all that counts.
  const halves = squares.filter((_, k) => (shares[k] ?? 0) > 0.5 - ROUNDING);
  if (halves.length > 0)
    return (total ** 2 * halves.reduce((sum, square) => sum + square, 0)) / halves.length;
  const factors = shares.map((share) => share ** 2 / (1 - 2 * share));
  return (total ** 2 * dot(factors, squares)) / (1 + factors.reduce((sum, factor) => sum + factor, 0));
}

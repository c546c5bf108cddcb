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
export function judgedTogether<Block extends Pick<BlockShare, "share">>(
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

function largestShare(blocks: readonly Pick<BlockShare, "share">[]): number {
  const shares = blocks.map(({ share }) => share);
  return Math.max(...shares) / shares.reduce((sum, share) => sum + share, 0);
}

/**
 * The variance of Σ share·difference, from how the differences vary: Σ f(τ − τ̄)² with the {@link deviationFactors} f.
 *
 * @returns NaN if one block has more than half of the share
 */
export function varianceBetween(blocks: readonly BlockShare[]): number {
  if (blocks.length === 0) return 0;
  const factors = deviationFactors(blocks.map(({ share }) => share));
  if (factors === undefined) return NaN;
  const total = blocks.reduce((sum, { share }) => sum + share, 0);
  const mean = blocks.reduce((sum, { share, difference }) => sum + (share / total) * difference, 0);
  return dot(
    factors,
    blocks.map(({ difference }) => (difference - mean) ** 2),
  );
}

/**
 * What the squared deviations of the blocks' differences from their weighted mean count in the variance of
 * Σ share·difference: with the shares a among these blocks and b = a²/(1 − 2a), (Σ share)²·b/(1 + Σ b). That is unbiased
 * if the differences have one mean, else too large; for blocks of equal share it is the variance of paired differences.
 *
 * @returns undefined if one block has more than half of the share
 * @see Pashley & Miratrix (2021), Journal of Educational and Behavioral Statistics 46, 271–296,
 *   doi:10.3102/1076998620946272
 */
export function deviationFactors(given: readonly number[]): readonly number[] | undefined {
  const total = given.reduce((sum, share) => sum + share, 0);
  const shares = given.map((share) => share / total);
  if (shares.some((share) => share > 0.5 + ROUNDING)) return undefined;
  // As a share nears a half its own square becomes all that counts.
  const halves = shares.filter(isHalf).length;
  if (halves > 0) return shares.map((share) => (isHalf(share) ? total ** 2 / halves : 0));
  const factors = shares.map((share) => share ** 2 / (1 - 2 * share));
  const sum = 1 + factors.reduce((all, factor) => all + factor, 0);
  return factors.map((factor) => (total ** 2 * factor) / sum);
}

function isHalf(share: number): boolean {
  return share > 0.5 - ROUNDING;
}

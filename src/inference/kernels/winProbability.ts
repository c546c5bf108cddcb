import type { Tally } from "./tally.js";
import { satterthwaite } from "./welchDegrees.js";

/** P(X > Y) + ½P(X = Y), with the variance of its estimate. */
export interface WinProbability {
  readonly estimate: number;
  readonly variance: number;
  /** Infinite where the variance is 0. */
  readonly degreesOfFreedom: number;
}

/**
 * Brunner and Munzel's estimate: the mean placement of the first group among the second, its variance that of
 * the placements, σ̂₁²/n₁ + σ̂₂²/n₂, and Satterthwaite's degrees of freedom.
 *
 * @param added values that each group is filled up with, half of them below all others and half above
 * @see Brunner & Munzel (2000), Biometrical Journal 42, 17–25
 */
export function winProbabilityOf({ first, second }: Tally, added: number): WinProbability {
  const [filled1, filled2] = [filledUp(first, added), filledUp(second, added)];
  const [n1, n2] = [sumOf(filled1), sumOf(filled2)];
  const placements1 = placementsIn(filled2, n2);
  const placements2 = placementsIn(filled1, n1);
  const estimate = meanOf(placements1, filled1, n1);
  const parts = [
    { variance: spreadOf(placements1, filled1, estimate) / (n1 - 1) / n1, degrees: n1 - 1 },
    { variance: spreadOf(placements2, filled2, 1 - estimate) / (n2 - 1) / n2, degrees: n2 - 1 },
  ];
  return {
    estimate,
    variance: parts.reduce((sum, { variance }) => sum + variance, 0),
    degreesOfFreedom: satterthwaite(parts) ?? Infinity,
  };
}

/** Pairs won, ties counted half: Mann and Whitney's U, a multiple of ½ without rounding below 2⁵². */
export function pairsWon({ first, second }: Tally): number {
  let [below, won] = [0, 0];
  for (let i = 0; i < first.length; i++) {
    const here = second[i] ?? 0;
    won += (first[i] ?? 0) * (below + here / 2);
    below += here;
  }
  return won;
}

function filledUp(counts: Float64Array, added: number): Float64Array {
  const filled = new Float64Array(counts.length + 2).fill(added / 2);
  filled.set(counts, 1);
  return filled;
}

/** Of each value, the share of a group below it, with half of those at it. */
function placementsIn(counts: Float64Array, size: number): Float64Array {
  let below = 0;
  return counts.map((count) => {
    below += count;
    return (below - count / 2) / size;
  });
}

function meanOf(values: Float64Array, counts: Float64Array, size: number): number {
  return values.reduce((sum, value, i) => sum + value * (counts[i] ?? 0), 0) / size;
}

function spreadOf(values: Float64Array, counts: Float64Array, mean: number): number {
  return values.reduce((sum, value, i) => sum + (value - mean) ** 2 * (counts[i] ?? 0), 0);
}

function sumOf(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

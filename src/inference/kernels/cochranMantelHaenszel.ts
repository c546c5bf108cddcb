import { crossDifference, type Table } from "./table.js";

/** Σ (x₁ − E) over the strata, where E is the first cell expected given all margins, and its variance. */
export interface Excess {
  readonly excess: number;
  readonly variance: number;
}

/**
 * Events of the first group above their expectation, stratum by stratum given the margins:
 * E = n₁m/N and V = n₁n₂m(N − m)/(N²(N − 1)), where m is the stratum's number of events.
 *
 * @see Mantel & Haenszel (1959), Journal of the National Cancer Institute 22, 719–748
 */
export function excessGivenMargins(strata: readonly Table[]): Excess {
  let excess = 0;
  let variance = 0;
  for (const table of strata) {
    const { x1, n1, x2, n2 } = table;
    const total = n1 + n2;
    excess += crossDifference(table) / total;
    variance += (((n1 / total) * (n2 / total) * (x1 + x2)) / (total - 1)) * (n1 - x1 + (n2 - x2));
  }
  return { excess, variance };
}

/** (|excess| − correction)²/variance, where the correction is at most the excess itself. */
export function excessStatistic({ excess, variance }: Excess, correction: number): number {
  const beyond = Math.max(0, Math.abs(excess) - correction);
  return (beyond * beyond) / variance;
}

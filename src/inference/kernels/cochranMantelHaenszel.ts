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

/**
 * How far the sum of first cells could at most be from its expectation, to the nearer side, given all margins:
 * min(Σ E − Σ max(0, m − n₂), Σ min(n₁, m) − Σ E). Below 5 the chi-squared distribution is a poor approximation.
 *
 * @see Mantel & Fleiss (1980), American Journal of Epidemiology 112, 129–134
 */
export function roomGivenMargins(strata: readonly Table[]): number {
  let [below, above] = [0, 0];
  for (const { x1, n1, x2, n2 } of strata) {
    const events = x1 + x2;
    const expected = (n1 * events) / (n1 + n2);
    below += expected - Math.max(0, events - n2);
    above += Math.min(n1, events) - expected;
  }
  return Math.min(below, above);
}

/** (|excess| − correction)²/variance, where the correction is at most the excess itself. */
export function excessStatistic({ excess, variance }: Excess, correction: number): number {
  const beyond = Math.max(0, Math.abs(excess) - correction);
  return (beyond * beyond) / variance;
}

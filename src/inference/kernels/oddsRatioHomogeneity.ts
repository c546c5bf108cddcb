import { oddsRatioScore } from "./scoreOddsRatio.js";
import type { Table } from "./table.js";

/** How far the strata lie from a common odds ratio. */
export interface Homogeneity {
  /** Breslow and Day's statistic. */
  readonly breslowDay: number;
  /** The same with Tarone's correction. */
  readonly tarone: number;
}

/**
 * Breslow and Day's Σ (x₁ − a)²/V, where a is the first cell expected in a stratum under the common
 * odds ratio ψ and V = 1/(1/a + 1/(n₁ − a) + 1/(m − a) + 1/(n₂ − m + a)); Tarone takes
 * (Σ (x₁ − a))²/Σ V off it, since the Mantel-Haenszel ψ doesn't make Σ (x₁ − a) quite 0.
 *
 * @param strata none without an event, or with nothing else
 * @param psi a number above 0
 * @see Breslow & Day (1980), Statistical Methods in Cancer Research 1, section 4.4; Tarone (1985), Biometrika 72, 91–95
 */
export function oddsRatioHomogeneity(strata: readonly Table[], psi: number): Homogeneity {
  let breslowDay = 0;
  let excess = 0;
  let variance = 0;
  for (const table of strata) {
    const { deviation, variance: own } = oddsRatioScore(table, psi);
    breslowDay += (deviation * deviation) / own;
    excess += deviation;
    variance += own;
  }
  return { breslowDay, tarone: breslowDay - (excess * excess) / variance };
}

import { logWaldType, waldType, type Deviates } from "./deviates.js";
import { crossDifference, type Table } from "./table.js";

/** A common effect over strata; `estimate` is NaN where the strata tell nothing of it. */
export interface CommonEffect {
  readonly estimate: number;
  readonly deviates: Deviates;
}

/**
 * The Mantel-Haenszel risk difference Σ w_k d_k / Σ w_k with w_k = n₁n₂/N, and Sato's variance, which
 * is consistent both for few large strata and for many small ones (the blocks of a draw).
 *
 * @see Sato, Greenland & Robins (1989), Biometrics 45, 1323–1324; Greenland & Robins (1985), Biometrics 41, 55–68, for the estimate
 */
export function mantelHaenszelDifferenceSato(strata: readonly Table[]): CommonEffect {
  const { estimate, weight } = commonDifference(strata);
  let slope = 0;
  let constant = 0;
  for (const { x1, n1, x2, n2 } of strata) {
    const share1 = n1 / (n1 + n2);
    const share2 = n2 / (n1 + n2);
    slope += x2 * share1 * share1 - x1 * share2 * share2 + (share1 * share2 * (n2 - n1)) / 2;
    constant += (x1 * (n2 - x2) + x2 * (n1 - x1)) / (n1 + n2) / 2;
  }
  const variance = estimate * slope + constant;
  // Where every stratum has all events in one group and none in the other, the two parts cancel exactly.
  const isRounding = variance <= constant * 1e-13;
  return { estimate, deviates: waldType(estimate, isRounding ? 0 : Math.sqrt(variance) / weight) };
}

/**
 * The same risk difference with the variance of independent binomials,
 * Σ w_k² (p̂₁q̂₁/n₁ + p̂₂q̂₂/n₂) / (Σ w_k)²: for few large strata only.
 *
 * @see Greenland & Robins (1985), Biometrics 41, 55–68
 */
export function mantelHaenszelDifferenceBinomial(strata: readonly Table[]): CommonEffect {
  const { estimate, weight } = commonDifference(strata);
  let variance = 0;
  for (const { x1, n1, x2, n2 } of strata) {
    const within = (x1 * (n1 - x1)) / n1 ** 3 + (x2 * (n2 - x2)) / n2 ** 3;
    variance += ((n1 * n2) / (n1 + n2)) ** 2 * within;
  }
  return { estimate, deviates: waldType(estimate, Math.sqrt(variance) / weight) };
}

/**
 * The Mantel-Haenszel risk ratio Σ x₁n₂/N / Σ x₂n₁/N, with the variance of its logarithm,
 * Σ (n₁n₂m − x₁x₂N)/N² / (RS), where m = x₁ + x₂ and R, S are the two sums.
 *
 * @see Greenland & Robins (1985), Biometrics 41, 55–68
 */
export function mantelHaenszelRatio(strata: readonly Table[]): CommonEffect {
  let numerator = 0;
  let denominator = 0;
  let spread = 0;
  for (const { x1, n1, x2, n2 } of strata) {
    const total = n1 + n2;
    numerator += (x1 * n2) / total;
    denominator += (x2 * n1) / total;
    const [rest1, rest2] = [n1 - x1, n2 - x2];
    // n₁n₂m − x₁x₂N as a sum of positive terms: 0 where everyone has the event, and never below.
    spread += (x1 * x1 * rest2 + x2 * x2 * rest1 + rest1 * rest2 * (x1 + x2)) / total / total;
  }
  return logEffect(numerator, denominator, spread / numerator / denominator);
}

/**
 * The Mantel-Haenszel odds ratio Σ x₁(n₂ − x₂)/N / Σ (n₁ − x₁)x₂/N, with Robins, Breslow and
 * Greenland's variance of its logarithm, ΣPR/(2R²) + Σ(PS + QR)/(2RS) + ΣQS/(2S²).
 *
 * @see Robins, Breslow & Greenland (1986), Biometrics 42, 311–323
 */
export function mantelHaenszelOddsRatio(strata: readonly Table[]): CommonEffect {
  let concordant = 0;
  let discordant = 0;
  let pr = 0;
  let psqr = 0;
  let qs = 0;
  for (const { x1, n1, x2, n2 } of strata) {
    const total = n1 + n2;
    const r = (x1 * (n2 - x2)) / total;
    const s = ((n1 - x1) * x2) / total;
    const p = (x1 + n2 - x2) / total;
    const q = (n1 - x1 + x2) / total;
    concordant += r;
    discordant += s;
    pr += p * r;
    psqr += p * s + q * r;
    qs += q * s;
  }
  const variance =
    (pr / concordant / concordant + psqr / concordant / discordant + qs / discordant / discordant) / 2;
  return logEffect(concordant, discordant, variance);
}

/** Σ w_k d_k / Σ w_k and Σ w_k, with w_k = n₁n₂/N. */
export function commonDifference(strata: readonly Table[]): { estimate: number; weight: number } {
  let sum = 0;
  let weight = 0;
  for (const table of strata) {
    const total = table.n1 + table.n2;
    sum += crossDifference(table) / total;
    weight += (table.n1 * table.n2) / total;
  }
  return { estimate: sum / weight, weight };
}

/** A sum of 0 leaves the logarithm without a variance. */
function logEffect(numerator: number, denominator: number, variance: number): CommonEffect {
  const estimate = numerator / denominator;
  const isBounded = numerator > 0 && denominator > 0;
  return { estimate, deviates: logWaldType(Math.log(estimate), isBounded ? Math.sqrt(variance) : Infinity) };
}

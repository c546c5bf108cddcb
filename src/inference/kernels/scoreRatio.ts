import { isUpper, type Deviates } from "./deviates.js";
import { logLowerLimit } from "./logLowerLimit.js";
import { scoreDeviate, unbiased, type Score } from "./score.js";
import { differenceOf, swapped, type Table } from "./table.js";

/**
 * Miettinen and Nurminen's score method for a ratio of proportions:
 * (p̂₁ − θp̂₂)/√(N/(N − 1) · (p̃₁q̃₁/n₁ + θ²p̃₂q̃₂/n₂)) at the most likely proportions whose ratio is θ.
 *
 * @see Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226
 */
export function miettinenNurminenRatio(table: Table): Deviates {
  return scoreMethod(table, unbiased(table.n1 + table.n2));
}

/**
 * Koopman's score method for a ratio of proportions: the same without N/(N − 1).
 *
 * @see Koopman (1984), Biometrics 40, 513–517
 */
export function koopman(table: Table): Deviates {
  return scoreMethod(table, 1);
}

function scoreMethod(table: Table, factor: number): Deviates {
  return {
    deviate: (value) => scoreDeviate(ratioScore(table, factor, value)),
    limit: (z) => (isUpper(z) ? 1 / lowerLimit(swapped(table), factor, -z) : lowerLimit(table, factor, z)),
  };
}

function lowerLimit(table: Table, factor: number, z: number): number {
  return table.x1 === 0 ? 0 : logLowerLimit((theta) => ratioScore(table, factor, theta), z);
}

/** The score p̂₁ − θp̂₂ and its variance, `factor`·(p̃₁q̃₁/n₁ + θ²p̃₂q̃₂/n₂). */
export function ratioScore(table: Table, factor: number, theta: number): Score {
  const first = constrained(swapped(table), 1 / theta);
  const second = constrained(table, theta);
  const spread1 = (first.p * first.q) / table.n1;
  const spread2 = (theta * theta * second.p * second.q) / table.n2;
  // p̂₁ − θp̂₂, from the difference, which keeps its digits where both are near 1.
  const deviation = differenceOf(table) + (1 - theta) * (table.x2 / table.n2);
  return { deviation, variance: factor * (spread1 + spread2) };
}

/**
 * The most likely proportion p of the second group, and q = 1 − p, if the first group's is θ times
 * as large: the smaller root of Nθp² − (θ(n₁ + x₂) + n₂ + x₁)p + x₁ + x₂ = 0 or, the same, the larger
 * root of Nθq² − (θ(N + n₂ − x₂) − n₂ − x₁)q − (1 − θ)(n₂ − x₂) = 0. Both are taken in the form in
 * which nothing cancels; their discriminant is a sum of positive terms.
 */
function constrained({ x1, n1, x2, n2 }: Table, theta: number): { p: number; q: number } {
  const up = theta * (n1 + x2);
  const down = n2 + x1;
  const root = Math.sqrt((up - down) ** 2 + 4 * theta * (n1 - x1) * (n2 - x2));
  const linear = theta * (n1 + n2 + (n2 - x2)) - down;
  const q =
    linear < 0 ? (2 * (1 - theta) * (n2 - x2)) / (root - linear) : (linear + root) / (2 * (n1 + n2) * theta);
  return { p: Math.min(1, (2 * (x1 + x2)) / (up + down + root)), q: Math.min(1, q) };
}

import type { Deviates } from "./deviates.js";
import { logLowerLimit } from "./logLowerLimit.js";
import { scoreDeviate, unbiased, type Score } from "./score.js";
import { swapped, type Table } from "./table.js";

/**
 * Miettinen and Nurminen's score method for a ratio of proportions:
 * (p̂₁ − θp̂₂)/√(N/(N − 1) · (p̃₁q̃₁/n₁ + θ²p̃₂q̃₂/n₂)) at the most likely proportions whose ratio is θ.
 *
 * @see Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226, eq. 10–12
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
    deviate: (value) => scoreDeviate(scoreAt(table, factor, value)),
    limit: (z) => (z < 0 ? 1 / lowerLimit(swapped(table), factor, -z) : lowerLimit(table, factor, z)),
  };
}

function lowerLimit(table: Table, factor: number, z: number): number {
  return table.x1 === 0 ? 0 : logLowerLimit((theta) => scoreAt(table, factor, theta), z);
}

function scoreAt({ x1, n1, x2, n2 }: Table, factor: number, theta: number): Score {
  const p2 = constrained({ x1, n1, x2, n2 }, theta);
  const p1 = Math.min(1, theta * p2);
  const variance = factor * ((p1 * (1 - p1)) / n1 + (theta * theta * p2 * (1 - p2)) / n2);
  return { deviation: x1 / n1 - theta * (x2 / n2), variance };
}

/**
 * The most likely p₂ if p₁ = θp₂: the smaller root of Nθp² − (θ(n₁ + x₂) + n₂ + x₁)p + x₁ + x₂ = 0,
 * with its discriminant as a sum of positive terms.
 */
function constrained({ x1, n1, x2, n2 }: Table, theta: number): number {
  const up = theta * (n1 + x2);
  const down = n2 + x1;
  const discriminant = (up - down) ** 2 + 4 * theta * (n1 - x1) * (n2 - x2);
  return Math.min(1, (2 * (x1 + x2)) / (up + down + Math.sqrt(discriminant)));
}

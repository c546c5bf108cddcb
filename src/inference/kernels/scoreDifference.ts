import { constrainedByDifference } from "./constrainedDifference.js";
import { isUpper, type Deviates } from "./deviates.js";
import { scoreDeviate, scoreRoot, unbiased, type Score } from "./score.js";
import { complement, differenceOf, swapped, type Table } from "./table.js";

/**
 * Miettinen and Nurminen's score method for a difference: (d − δ)/√(N/(N − 1) · V(δ)), where
 * V(δ) = p̃₁q̃₁/n₁ + p̃₂q̃₂/n₂ at the most likely proportions whose difference is δ.
 *
 * @see Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226
 */
export function miettinenNurminenDifference(table: Table): Deviates {
  return scoreMethod(table, unbiased(table.n1 + table.n2));
}

/**
 * Mee's score method for a difference: the same without N/(N − 1).
 *
 * @see Mee (1984), Biometrics 40, 1175–1176
 */
export function mee(table: Table): Deviates {
  return scoreMethod(table, 1);
}

function scoreMethod(table: Table, factor: number): Deviates {
  return {
    deviate: (value) => scoreDeviate(differenceScore(table, factor, value)),
    limit: (z) => (isUpper(z) ? -lowerLimit(swapped(table), factor, -z) : lowerLimit(table, factor, z)),
  };
}

function lowerLimit(table: Table, factor: number, z: number): number {
  const estimate = differenceOf(table);
  if (z === 0 || estimate === -1) return estimate;
  return scoreRoot((value) => differenceScore(table, factor, value), z, -1, estimate);
}

/**
 * The score d − δ and its variance `factor`·V(δ).
 *
 * Where most have the event, the score is that of those without it, and a negative difference is the
 * positive one of the exchanged groups: the proportions are small then, and their digits exact.
 */
export function differenceScore(table: Table, factor: number, delta: number): Score {
  const { x1, n1, x2, n2 } = table;
  if (x1 + x2 > n1 - x1 + (n2 - x2)) return reversed(differenceScore(complement(table), factor, -delta));
  if (delta < 0) return reversed(differenceScore(swapped(table), factor, -delta));
  const { p1, p2 } = constrainedByDifference(table, delta);
  const variance = factor * ((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2);
  return { deviation: differenceOf(table) - delta, variance };
}

function reversed({ deviation, variance }: Score): Score {
  return { deviation: -deviation, variance };
}

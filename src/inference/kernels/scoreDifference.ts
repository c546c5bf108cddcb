import { constrainedByDifference } from "./constrainedDifference.js";
import type { Deviates } from "./deviates.js";
import { scoreDeviate, scoreRoot, unbiased, type Score } from "./score.js";
import { differenceOf, swapped, type Table } from "./table.js";

/**
 * Miettinen and Nurminen's score method for a difference: (d − δ)/√(N/(N − 1) · V(δ)), where
 * V(δ) = p̃₁q̃₁/n₁ + p̃₂q̃₂/n₂ at the most likely proportions whose difference is δ.
 *
 * @see Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226, eq. 8–9
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
    deviate: (value) => scoreDeviate(scoreAt(table, factor, value)),
    limit: (z) => (z < 0 ? -lowerLimit(swapped(table), factor, -z) : lowerLimit(table, factor, z)),
  };
}

function lowerLimit(table: Table, factor: number, z: number): number {
  const estimate = differenceOf(table);
  if (z === 0 || estimate === -1) return estimate;
  return scoreRoot((value) => scoreAt(table, factor, value), z, -1, estimate);
}

/** A negative difference is the positive one of the exchanged groups, so that both are equally exact. */
function scoreAt(table: Table, factor: number, delta: number): Score {
  if (delta < 0) {
    const { deviation, variance } = scoreAt(swapped(table), factor, -delta);
    return { deviation: -deviation, variance };
  }
  const { p1, p2 } = constrainedByDifference(table, delta);
  const variance = factor * ((p1 * (1 - p1)) / table.n1 + (p2 * (1 - p2)) / table.n2);
  return { deviation: differenceOf(table) - delta, variance };
}

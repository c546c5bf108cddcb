import { waldType, type Deviates } from "./deviates.js";
import { clamp } from "./limits.js";
import { differenceOf, type Table } from "./table.js";
import { waldStandardError } from "./wald.js";

/** Wald's method for a difference: p̂₁ − p̂₂ ± z √(p̂₁q̂₁/n₁ + p̂₂q̂₂/n₂), cut at −1 and 1. */
export function waldDifference(table: Table): Deviates {
  const standardError = unpooledError(table);
  const { deviate, limit } = waldType(differenceOf(table), standardError);
  return { standardError, deviate, limit: (z) => clamp(limit(z), -1, 1) };
}

/**
 * Agresti and Caffo's method: Wald's, with one success and one failure added to each group.
 *
 * @see Agresti & Caffo (2000), The American Statistician 54, 280–288
 */
export function agrestiCaffo({ x1, n1, x2, n2 }: Table): Deviates {
  const { deviate, limit } = waldDifference({ x1: x1 + 1, n1: n1 + 2, x2: x2 + 1, n2: n2 + 2 });
  return { deviate, limit };
}

/** √(p̂₁q̂₁/n₁ + p̂₂q̂₂/n₂). */
export function unpooledError({ x1, n1, x2, n2 }: Table): number {
  return Math.sqrt(waldStandardError(x1, n1) ** 2 + waldStandardError(x2, n2) ** 2);
}

import { findRoot } from "../../numerics/index.js";
import type { Table } from "./table.js";

/** Two proportions. */
export interface Pair {
  readonly p1: number;
  readonly p2: number;
}

/**
 * The most likely pair of proportions whose difference p₁ − p₂ is δ, for 0 ≤ δ ≤ 1.
 *
 * It is the root in p₂ ∈ [0, 1 − δ] of the falling derivative of the log-likelihood,
 * x₁/p₁ + x₂/p₂ − (n₁ − x₁)/(1 − p₁) − (n₂ − x₂)/(1 − p₂), or the bound it doesn't reach. The closed
 * form of this cubic loses half the digits where two of its roots meet, so it isn't used.
 *
 * @see Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226
 */
export function constrainedByDifference({ x1, n1, x2, n2 }: Table, delta: number): Pair {
  if (delta === 0) {
    const pooled = (x1 + x2) / (n1 + n2);
    return { p1: pooled, p2: pooled };
  }
  const slope = (p2: number): number => {
    const p1 = p2 + delta;
    return balance(term(x1, p1) + term(x2, p2), term(n1 - x1, 1 - p1) + term(n2 - x2, 1 - p2));
  };
  const highest = 1 - delta;
  const p2 =
    slope(0) <= 0 ? 0 : slope(highest) >= 0 ? highest : findRoot(slope, 0, highest, { tolerance: 0 });
  return { p1: Math.min(1, p2 + delta), p2 };
}

/** count/probability, with no term where there is no count. */
function term(count: number, probability: number): number {
  return count === 0 ? 0 : count / Math.max(0, probability);
}

/** (up − down)/(up + down): the sign of up − down, finite where either is not. */
function balance(up: number, down: number): number {
  if (up === Infinity) return 1;
  if (down === Infinity) return -1;
  return (up - down) / (up + down);
}

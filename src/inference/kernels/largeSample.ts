import { deviance } from "../../numerics/index.js";
import { crossDifference, type Table } from "./table.js";

/** The expected counts of the four cells if the groups are alike; each cell differs from its own by ±excess. */
export interface Expected {
  /** Events of the first group above their expectation: (x₁n₂ − x₂n₁)/N. */
  readonly excess: number;
  readonly cells: readonly [events1: number, rest1: number, events2: number, rest2: number];
}

export function expectedCounts({ x1, n1, x2, n2 }: Table): Expected {
  const total = n1 + n2;
  const share1 = n1 / total;
  const share2 = n2 / total;
  const events = x1 + x2;
  return {
    excess: crossDifference({ x1, n1, x2, n2 }) / total,
    cells: [share1 * events, share1 * (total - events), share2 * events, share2 * (total - events)],
  };
}

/** Standard error of a difference of two proportions if they are alike: √(p̄q̄(1/n₁ + 1/n₂)). */
export function pooledError({ x1, n1, x2, n2 }: Table): number {
  const pooled = (x1 + x2) / (n1 + n2);
  const rest = (n1 - x1 + (n2 - x2)) / (n1 + n2);
  return Math.sqrt(pooled * rest * (1 / n1 + 1 / n2));
}

/** Pearson's statistic Σ (O − E)²/E, with one degree of freedom. */
export function pearson({ excess, cells }: Expected): number {
  return excess * excess * cells.reduce((sum, cell) => sum + 1 / cell, 0);
}

/** Pearson's statistic with Yates's correction: each |O − E| less 1/2, but not below 0. */
export function yates({ excess, cells }: Expected): number {
  return pearson({ excess: Math.max(0, Math.abs(excess) - 0.5), cells });
}

/** The likelihood-ratio statistic 2 Σ O log(O/E), as a sum of deviances, which has no term below 0. */
export function likelihoodRatio({ excess, cells }: Expected): number {
  const [events1, rest1, events2, rest2] = cells;
  return 2 * (term(excess, events1) + term(-excess, rest1) + term(-excess, events2) + term(excess, rest2));
}

/** The deviance of a cell; rounding may not take an empty one below 0. */
function term(excess: number, expected: number): number {
  return deviance(Math.max(excess, -expected), expected);
}

import { crossDifference, type Table } from "./table.js";

/** The average effect over blocks, with a variance that is too large where effects differ, and never too small on average. */
export interface BlockedEffect {
  readonly estimate: number;
  readonly standardError: number;
}

/**
 * Σ (N_b/N)·d_b over completely randomized blocks, d_b the difference of proportions in block b of N_b
 * citizens. A block with two or more in both groups contributes (N_b/N)²·(s₁²/n₁ + s₂²/n₂), s² with divisor
 * n − 1 (Neyman). The blocks with a lone citizen in a group, n_k citizens each and M together, contribute
 * by how their differences vary around their own mean d̄ = Σ n_k d_k/M,
 *
 *     (M/N)² · Σ n_k²(d_k − d̄)² / ((M − 2n_k)(M + Σ n_i²/(M − 2n_i))),
 *
 * where each of them is less than half of M (Pashley and Miratrix); otherwise a lone citizen's group gets the
 * largest variance that events can have, N_b/(4(N_b − 1)).
 */
export function blockedNeyman(tables: readonly Table[]): BlockedEffect {
  const total = sum(tables.map(sizeOf));
  const estimate = sum(tables.map((table) => sizeOf(table) * differenceIn(table))) / total;
  const small = tables.filter(({ n1, n2 }) => Math.min(n1, n2) === 1);
  const large = tables.filter(({ n1, n2 }) => Math.min(n1, n2) > 1);
  const smallTotal = sum(small.map(sizeOf));
  const byVariation = small.every((table) => 2 * sizeOf(table) < smallTotal);
  const variance =
    sum(large.map(weightedNeyman)) +
    (byVariation ? variationOf(small, smallTotal) : sum(small.map(weightedNeyman)));
  return { estimate, standardError: Math.sqrt(variance) / total };
}

/** Σ n_k²(d_k − d̄)²/…, times M². */
function variationOf(tables: readonly Table[], total: number): number {
  const middle = sum(tables.map((table) => sizeOf(table) * differenceIn(table))) / total;
  const spread = total + sum(tables.map((table) => sizeOf(table) ** 2 / (total - 2 * sizeOf(table))));
  const terms = tables.map((table) => {
    const size = sizeOf(table);
    return (size * (differenceIn(table) - middle)) ** 2 / ((total - 2 * size) * spread);
  });
  return sum(terms) * total ** 2;
}

/** N²(s₁²/n₁ + s₂²/n₂). */
function weightedNeyman(table: Table): number {
  const { x1, n1, x2, n2 } = table;
  const size = n1 + n2;
  return size ** 2 * (sampleVariance(x1, n1, size) / n1 + sampleVariance(x2, n2, size) / n2);
}

function sampleVariance(events: number, n: number, size: number): number {
  return n === 1 ? size / (4 * (size - 1)) : (events * (n - events)) / (n * (n - 1));
}

function differenceIn(table: Table): number {
  return crossDifference(table) / (table.n1 * table.n2);
}

function sizeOf({ n1, n2 }: Table): number {
  return n1 + n2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

import type { Table } from "./table.js";

/** Probabilities of the whole numbers from `from` on; what is left out on either side sums to `lost` at most. */
export interface Distribution {
  readonly from: number;
  readonly probabilities: Float64Array;
  readonly lost: number;
}

/** A probability so small that leaving it out changes no digit of a p-value above 10⁻⁹⁰. */
const NEGLIGIBLE = 1e-110;

/**
 * The distribution of the events in the first group, summed over blocks whose margins are given: in each
 * block x has probability proportional to C(n₁, x)C(n₂, m − x)ψˣ (Fisher's noncentral hypergeometric; ψ = 1:
 * what complete randomization gives if nobody's outcome depends on the group). A convolution, from the
 * smallest blocks to the largest, exact but for rounding; about Σ sizes × standard deviation steps.
 */
export function eventSums(tables: readonly Table[], psi: number = 1): Distribution {
  return convolved(tables.map((table) => blockEvents(table, psi)));
}

/** The distribution of a sum of independent whole numbers. */
export function convolved(parts: readonly Distribution[]): Distribution {
  const certain: Distribution = { from: 0, probabilities: Float64Array.of(1), lost: 0 };
  const sorted = parts.toSorted((a, b) => a.probabilities.length - b.probabilities.length);
  return sorted.reduce((sum, part) => trimmed(convolution(sum, part)), certain);
}

/** The events of one block's first group, from the most probable number outwards by the ratio of neighbors. */
function blockEvents({ x1, n1, x2, n2 }: Table, psi: number): Distribution {
  const events = x1 + x2;
  const from = Math.max(0, events - n2);
  const size = Math.min(n1, events) - from + 1;
  const ratioAfter = (x: number): number =>
    (((n1 - x) * (events - x)) / ((x + 1) * (n2 - events + x + 1))) * psi;
  const probabilities = new Float64Array(size);
  const mode = lastRising(from, size, ratioAfter) - from;
  probabilities[mode] = 1;
  for (let i = mode; i + 1 < size; i++) probabilities[i + 1] = (probabilities[i] ?? 0) * ratioAfter(from + i);
  for (let i = mode; i > 0; i--) probabilities[i - 1] = (probabilities[i] ?? 0) / ratioAfter(from + i - 1);
  const total = probabilities.reduce((sum, each) => sum + each, 0);
  return trimmed({ from, probabilities: probabilities.map((each) => each / total), lost: 0 });
}

/** The x up to which probabilities rise: the ratio of neighbors falls. */
function lastRising(from: number, size: number, ratioAfter: (x: number) => number): number {
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (ratioAfter(from + middle) > 1) low = middle + 1;
    else high = middle;
  }
  return from + low;
}

function convolution(a: Distribution, b: Distribution): Distribution {
  const [long, short] = a.probabilities.length < b.probabilities.length ? [b, a] : [a, b];
  const sums = new Float64Array(long.probabilities.length + short.probabilities.length - 1);
  const [wide, narrow] = [long.probabilities, short.probabilities];
  for (let j = 0; j < narrow.length; j++) {
    const share = narrow[j] as number;
    for (let i = 0; i < wide.length; i++) sums[i + j] = (sums[i + j] as number) + share * (wide[i] as number);
  }
  return { from: a.from + b.from, probabilities: sums, lost: a.lost + b.lost };
}

function trimmed({ from, probabilities, lost }: Distribution): Distribution {
  let first = 0;
  let end = probabilities.length;
  let gone = lost;
  const isNegligible = (index: number): boolean => (probabilities[index] ?? 1) < NEGLIGIBLE;
  while (end - first > 1 && isNegligible(first)) gone += probabilities[first++] ?? 0;
  while (end - first > 1 && isNegligible(end - 1)) gone += probabilities[--end] ?? 0;
  return { from: from + first, probabilities: probabilities.slice(first, end), lost: gone };
}

/** P(X ≥ x), never too small; summed from the end, so that small terms come first. */
export function atLeast({ from, probabilities, lost }: Distribution, x: number): number {
  const start = Math.max(0, x - from);
  let sum = lost;
  for (let i = probabilities.length - 1; i >= start; i--) sum += probabilities[i] ?? 0;
  return Math.min(1, sum);
}

/** P(X ≤ x), never too small. */
export function atMost({ from, probabilities, lost }: Distribution, x: number): number {
  const end = Math.min(probabilities.length - 1, x - from);
  let sum = lost;
  for (let i = 0; i <= end; i++) sum += probabilities[i] ?? 0;
  return Math.min(1, sum);
}

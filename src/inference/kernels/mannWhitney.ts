import type { Tally } from "./tally.js";

/**
 * P(U ≤ u), u = 0 … m·n, where nobody's value hangs on the group and no two are equal: by Mann and Whitney's
 * recursion over the group that has the largest value, p(u; m, n) = [m p(u − n; m − 1, n) + n p(u; m, n − 1)]/(m + n).
 *
 * @see Mann & Whitney (1947), Annals of Mathematical Statistics 18, 50–60, doi:10.1214/aoms/1177730491
 */
export function mannWhitneyCdf(m: number, n: number): Float64Array {
  const [few, many] = [Math.min(m, n), Math.max(m, n)];
  // Of i values in the one group and j in the other, for the present i and each j; U has one value where either is 0.
  let rows: readonly Float64Array[] = Array.from({ length: few + 1 }, () => NOBODY);
  for (let i = 1; i <= many; i++) {
    const grown: Float64Array[] = [NOBODY];
    for (let j = 1; j <= few; j++) grown.push(rowOf(i, j, rows[j] ?? NOBODY, grown[j - 1] ?? NOBODY));
    rows = grown;
  }
  let sum = 0;
  return (rows[few] ?? NOBODY).map((probability) => Math.min(1, (sum += probability)));
}

/** Where a group is empty no pair is won. */
const NOBODY = Float64Array.of(1);

/** Of i and j values: the largest is one of the i, who wins j pairs, or of the j. */
function rowOf(i: number, j: number, withoutOne: Float64Array, withoutOther: Float64Array): Float64Array {
  const row = new Float64Array(i * j + 1);
  for (let u = 0; u < withoutOne.length; u++) row[u + j] = (i * (withoutOne[u] ?? 0)) / (i + j);
  for (let u = 0; u < withoutOther.length; u++)
    row[u] = (row[u] ?? 0) + (j * (withoutOther[u] ?? 0)) / (i + j);
  return row;
}

/**
 * Standard deviation of U where nobody's value hangs on the group: √(mn/12 · (N + 1 − Σ (t³ − t)/(N(N − 1)))) with
 * t values equal.
 *
 * @param ties sizes of the groups of equal values
 */
export function mannWhitneyDeviation(m: number, n: number, ties: readonly Float64Array[]): number {
  const total = m + n;
  let tied = 0;
  for (const each of ties) for (const t of each) tied += t * (t - 1) * (t + 1);
  return Math.sqrt(Math.max(0, ((m * n) / 12) * (total + 1 - tied / total / (total - 1))));
}

/** Sizes of the groups of equal values, of both together. */
export function joint({ first, second }: Tally): Float64Array {
  return first.map((count, i) => count + (second[i] ?? 0));
}

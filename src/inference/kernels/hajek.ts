import type { Difference } from "./blockedDifference.js";
import type { Clusters } from "./clusterCovariance.js";

/**
 * Whether in every block the weights of the two groups sum to the same, as one over the probabilities
 * does where the draw fixed the numbers: a block's own level cancels from the difference then.
 */
export function isBalanced(
  treatment: ArrayLike<number>,
  weights: ArrayLike<number>,
  { codes, count }: Clusters,
): boolean {
  const sums = new Float64Array(count);
  const totals = new Float64Array(count);
  for (let i = 0; i < treatment.length; i++) {
    const [code, weight] = [codes[i] ?? 0, weights[i] ?? 1];
    sums[code] = (sums[code] ?? 0) + (treatment[i] === 1 ? weight : -weight);
    totals[code] = (totals[code] ?? 0) + weight;
  }
  return sums.every((sum, code) => Math.abs(sum) <= ROUNDING * (totals[code] ?? 0));
}

/** Weights that were computed, such as 1/(1/3), sum to the same up to this. */
const ROUNDING = 1e-9;

/**
 * The difference between two groups' weighted means Σ wy/Σ w, the weights being one over the
 * probability with which chance gave each unit its group, in a draw that fixed the numbers within
 * blocks.
 *
 * The variance is that of the linearized difference, the sum of z = ±w(y − ȳ)/Σ w: within a group of a
 * block, m/(m − 1) Σ (z − z̄)² over its m units, and z² of a single one, whose deviation from its
 * block's level counts in full. It is never too small on average.
 *
 * @param treatment 1 in the comparator, 0 in the reference
 * @param cells number of each unit's group within its block
 * @param units the rows that were drawn together; without them each row for itself
 */
export function hajekDifference(
  treatment: ArrayLike<number>,
  response: ArrayLike<number>,
  weights: ArrayLike<number>,
  cells: Clusters,
  units?: Clusters,
): Difference {
  const sums = [0, 0];
  const totals = [0, 0];
  for (let i = 0; i < treatment.length; i++) {
    const group = treatment[i] === 1 ? 1 : 0;
    sums[group] = (sums[group] ?? 0) + (weights[i] ?? 1) * (response[i] ?? 0);
    totals[group] = (totals[group] ?? 0) + (weights[i] ?? 1);
  }
  const means = sums.map((sum, group) => sum / (totals[group] ?? 0));
  const cellValues: Map<number, number>[] = Array.from({ length: cells.count }, () => new Map());
  for (let i = 0; i < treatment.length; i++) {
    const group = treatment[i] === 1 ? 1 : 0;
    const z = ((weights[i] ?? 1) * ((response[i] ?? 0) - (means[group] ?? 0))) / (totals[group] ?? 0);
    const unit = units?.codes[i] ?? i;
    const values = cellValues[cells.codes[i] ?? 0];
    values?.set(unit, (values.get(unit) ?? 0) + z);
  }
  const filled = cellValues.filter((values) => values.size > 0);
  const unitCount = filled.reduce((sum, values) => sum + values.size, 0);
  const centered = filled.filter((values) => values.size > 1).length;
  const [reference = 0, comparator = 0] = means;
  return {
    estimate: comparator - reference,
    means: { comparator, reference },
    variance: filled.reduce((sum, values) => sum + cellVariance([...values.values()]), 0),
    degreesOfFreedom: unitCount - Math.max(2, centered),
  };
}

function cellVariance(values: readonly number[]): number {
  const count = values.length;
  if (count === 1) return (values[0] ?? 0) ** 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  return (count / (count - 1)) * values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/**
 * The sum of the values, rounded about once instead of at each step.
 *
 * @param values numbers; none sum to 0
 * @example compensatedSum([1, 1e100, 1, -1e100]) // 2
 * @example compensatedSum([]) // 0
 * @see Neumaier (1974), Z. Angew. Math. Mech. 54, 39–51, doi:10.1002/zamm.19740540106
 */
export function compensatedSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  // After an overflow or an infinite value `lost` is NaN, and the plain sum is the answer.
  return Number.isFinite(sum) ? sum + lost : sum;
}

/**
 * ln Σ exp(vᵢ), without overflow.
 *
 * @param logs logarithms; none give −Infinity, the logarithm of 0
 * @example logSumExp([1000, 1000]) // 1000.6931471805599
 * @example logSumExp([]) // -Infinity
 */
export function logSumExp(logs: readonly number[]): number {
  let largest = -Infinity;
  for (const log of logs) if (!(log <= largest)) largest = log;
  if (!Number.isFinite(largest)) return largest;
  let rest = 0;
  for (const log of logs) rest += Math.exp(log - largest);
  return largest + Math.log(rest);
}

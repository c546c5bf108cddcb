import { logChoose } from "./logBeta.js";

/** ln of the largest double, rounded up: beyond, the result is Infinity and isn't worth its multiplications. */
const LOG_LARGEST = 709.79;

/**
 * The number of ways to choose k of n: exact up to 2⁵³, beyond that the nearest double.
 *
 * @param n a whole number from 0
 * @param k a whole number from 0; more than n gives 0
 * @returns Infinity beyond the largest double
 * @throws CompetitionError `impossible-value`
 * @example choose(20, 10) // 184756
 * @example choose(5, 6) // 0
 */
export function choose(n: number, k: number): number {
  const log = logChoose(n, k);
  if (log > LOG_LARGEST) return Infinity;
  if (log === -Infinity) return 0;
  const few = Math.min(k, n - k);
  let ways = 1;
  for (let i = 1; i <= few; i++) {
    // After each step `ways` is a binomial coefficient, so the division leaves no remainder.
    const product = ways * (n - few + i);
    if (product > Number.MAX_SAFE_INTEGER) return bigChoose(n, few);
    ways = product / i;
  }
  return ways;
}

function bigChoose(n: number, few: number): number {
  let ways = 1n;
  for (let i = 1; i <= few; i++) ways = (ways * BigInt(n - few + i)) / BigInt(i);
  return Number(ways);
}

import { impossibleValue, requirePositive } from "./parameters.js";

/** The series in v = excess/(2·mean + excess) serves up to here; beyond, the closed form loses no digits. */
const SERIES_LIMIT = 1 / 3;

/** Bounds the loop; from v = 1/3 the last digit is reached by k = 31. */
const MOST_POWERS = 50;

/**
 * Half the deviance of a count from its mean: c ln(c/m) − (c − m) with c = m + excess, never negative.
 *
 * It takes the excess and not the count, so that a caller who knows the difference exactly loses nothing.
 *
 * @param excess count minus mean, at least −mean
 * @param mean a number above 0
 * @throws CompetitionError `impossible-value`
 * @example deviance(2, 8) // 0.23143551314209757, that is 10 ln(10/8) − 2
 * @example deviance(-8, 8) // 8, as the count is 0
 * @see Loader (2000), Fast and accurate computation of binomial probabilities (his bd0)
 */
export function deviance(excess: number, mean: number): number {
  requirePositive("mean", mean);
  if (!(excess >= -mean)) throw impossibleValue("excess", excess, "a number from -mean");
  return devianceOf(excess, mean);
}

/** {@link deviance} unchecked; an excess that rounding took below −mean counts as −mean. */
export function devianceOf(excess: number, mean: number): number {
  const count = mean + excess;
  if (count <= 0) return mean;
  const v = excess / (mean + count);
  if (Math.abs(v) > SERIES_LIMIT) return count * logRatio(count, mean) - excess;
  // c ln(c/m) = 2c (v + v³/3 + v⁵/5 + …), and 2cv − excess = excess·v.
  const square = v * v;
  let power = v * square;
  let sum = 0;
  for (let k = 3; k < MOST_POWERS; k += 2) {
    const next = sum + power / k;
    if (next === sum) break;
    sum = next;
    power *= square;
  }
  return excess * v + 2 * count * sum;
}

function logRatio(count: number, mean: number): number {
  const ratio = count / mean;
  return ratio > 0 && ratio < Infinity ? Math.log(ratio) : Math.log(count) - Math.log(mean);
}

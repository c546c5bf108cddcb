/** Number, mean and variance of a group. */
export interface Moments {
  readonly size: number;
  readonly mean: number;
  /** What the mean as a double lacks: beside large values it may be more than a small difference can spare. */
  readonly meanRest: number;
  readonly variance: number;
  /** What the variance divides by. */
  readonly degrees: number;
}

/** Moments of values, with divisor n − 1; 0 where there are too few for them. */
export function momentsOf(values: ArrayLike<number>): Moments {
  const size = values.length;
  const origin = values[0] ?? 0;
  // From the first value on, so that a large common part costs no digits; the rest corrects the mean's rounding.
  let sum = 0;
  for (let i = 0; i < size; i++) sum += (values[i] ?? 0) - origin;
  const shift = size === 0 ? 0 : sum / size;
  let [squares, rest] = [0, 0];
  for (let i = 0; i < size; i++) {
    const deviation = (values[i] ?? 0) - origin - shift;
    squares += deviation * deviation;
    rest += deviation;
  }
  // What both sums rounded away: of two doubles exactly, by Knuth's sum.
  const part = size === 0 ? 0 : shift + rest / size;
  const mean = origin + part;
  const added = mean - origin;
  const meanRest = origin - (mean - added) + (part - added);
  const degrees = Math.max(size - 1, 0);
  const variance = degrees === 0 ? 0 : Math.max(0, squares - (rest * rest) / size) / degrees;
  return { size, mean, meanRest, variance, degrees };
}

/** The difference of two means, which may be far smaller than they are. */
export function meanDifference(first: Moments, second: Moments): number {
  return first.mean - second.mean + (first.meanRest - second.meanRest);
}

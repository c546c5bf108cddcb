/** How near the largest value found must come to the bound on all values, relatively. */
const PRECISION = 1e-12;
/** Below the ordinary doubles digits are lost, and with them the promise above. */
const SMALLEST = 2 ** -1022;

/**
 * The largest value on [0, 1] of a polynomial in Bernstein form, Σ cₛ C(n, s) πˢ (1 − π)ⁿ⁻ˢ with cₛ ≥ 0.
 *
 * The polynomial nowhere exceeds its largest coefficient, and takes the first and the last of them as values at the
 * ends. Each half of the interval has coefficients of its own, means of neighbors, which lie ever closer to the
 * curve: halves whose largest coefficient is no larger than the best value found are dropped, the others halved
 * again, until nothing is left. So the answer is a value of the polynomial, and no value is larger by more than 1e-12
 * of it; no grid could miss one.
 *
 * @param coefficients c₀ … cₙ, at least one, finite numbers from 0
 * @example bernsteinMaximum([0, 1, 0]) // 0.5
 * @example bernsteinMaximum([1]) // 1
 * @see Garloff (1993), The Bernstein algorithm, Interval Computations 2, 154–168
 */
export function bernsteinMaximum(coefficients: readonly number[]): number {
  const whole = Float64Array.from(coefficients);
  let best = Math.max(whole[0] ?? 0, whole[whole.length - 1] ?? 0);
  const open: Float64Array[] = [whole];
  for (let right = open.pop(); right !== undefined; right = open.pop()) {
    if (largest(right) <= best + Math.max(best * PRECISION, SMALLEST)) continue;
    const left = halve(right);
    best = Math.max(best, right[0] ?? 0);
    // The more promising half is taken first: a better value drops more of the others.
    open.push(...(largest(left) > largest(right) ? [right, left] : [left, right]));
  }
  return best;
}

/** De Casteljau's scheme at 1/2: gives the coefficients of the left half, and leaves those of the right in place. */
function halve(coefficients: Float64Array): Float64Array {
  const degree = coefficients.length - 1;
  const left = new Float64Array(degree + 1);
  for (let step = 0; step <= degree; step++) {
    let current = coefficients[0] ?? 0;
    left[step] = current;
    for (let i = 0; i < degree - step; i++) {
      const next = coefficients[i + 1] ?? 0;
      coefficients[i] = (current + next) / 2;
      current = next;
    }
  }
  return left;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}

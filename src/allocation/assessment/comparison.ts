/** What a comparison of two arms comes to, given who is in which and everyone's probability of success. */
export interface Comparison {
  /** Mean of the difference of the success rates, and its variance. */
  readonly difference: number;
  readonly variance: number;
  /** Probability that the test finds a difference. */
  readonly rejected: number;
}

/** The successes of the reference with which the test rejects: up to a number, and from another. */
interface Rejection {
  readonly upTo: number;
  readonly from: number;
}

const CRITICAL = 1.959963984540054 ** 2; // the standard normal's quantile of 0.975, squared

/**
 * Compares arms in which each citizen succeeds with a probability of its own, comparator − reference;
 * undefined where an arm is empty. Numbers of successes are Poisson-binomial, so that the test's
 * probability of rejecting is a sum, without simulation.
 */
export function comparing(): (
  comparator: readonly number[],
  reference: readonly number[],
) => Comparison | undefined {
  const known = new Map<string, readonly Rejection[]>();
  const rejectionsOf = (n: number, m: number): readonly Rejection[] => {
    const found = known.get(`${n} ${m}`) ?? rejections(n, m);
    known.set(`${n} ${m}`, found);
    return found;
  };
  return (comparator, reference) => {
    const [n, m] = [comparator.length, reference.length];
    if (n === 0 || m === 0) return undefined;
    const below = cumulated(numbersOfSuccesses(reference));
    const rejected = numbersOfSuccesses(comparator).reduce((sum, probability, x) => {
      const { upTo = -1, from = m + 1 } = rejectionsOf(n, m)[x] ?? {};
      return sum + probability * ((below[upTo + 1] ?? 0) + (below[m + 1] ?? 0) - (below[from] ?? 0));
    }, 0);
    return {
      difference: sumOf(comparator) / n - sumOf(reference) / m,
      variance: varianceOfRate(comparator) + varianceOfRate(reference),
      rejected,
    };
  };
}

/**
 * For each number of successes x of n in the comparator, with which numbers y of m in the reference the
 * pooled test of two proportions rejects; for one x its statistic grows with y on either side of x·m/n.
 */
export function rejections(n: number, m: number): readonly Rejection[] {
  return Array.from({ length: n + 1 }, (_, x) => {
    let upTo = Math.ceil((x * m) / n) - 1;
    while (upTo >= 0 && chiSquared(x, n, upTo, m) <= CRITICAL) upTo--;
    let from = Math.floor((x * m) / n) + 1;
    while (from <= m && chiSquared(x, n, from, m) <= CRITICAL) from++;
    return { upTo, from };
  });
}

/** The square of the pooled statistic. */
function chiSquared(x: number, n: number, y: number, m: number): number {
  const successes = x + y;
  return ((n + m) * (x * m - y * n) ** 2) / (n * m * successes * (n + m - successes));
}

/** Probabilities of 0, 1 … n successes of citizens with these probabilities. */
export function numbersOfSuccesses(probabilities: readonly number[]): readonly number[] {
  const found = new Float64Array(probabilities.length + 1);
  found[0] = 1;
  for (const [before, probability] of probabilities.entries()) {
    for (let number = before + 1; number > 0; number--) {
      found[number] = (found[number] ?? 0) * (1 - probability) + (found[number - 1] ?? 0) * probability;
    }
    found[0] = (found[0] ?? 0) * (1 - probability);
  }
  return Array.from(found);
}

function cumulated(values: readonly number[]): readonly number[] {
  let sum = 0;
  return [0, ...values.map((value) => (sum += value))];
}

function varianceOfRate(probabilities: readonly number[]): number {
  return sumOf(probabilities.map((each) => each * (1 - each))) / probabilities.length ** 2;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

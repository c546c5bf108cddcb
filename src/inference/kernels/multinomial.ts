import { binomialProbability, choose } from "../../numerics/index.js";

/** Two probabilities that differ by no more are those of one rational number, rounded. */
const TIE = 1e-11;

/** In how many ways a total can fall on some cells. */
export function outcomesOf(total: number, cells: number): number {
  return choose(total + cells - 1, cells - 1);
}

/**
 * Exact multinomial test: the probability of all outcomes with the observed total that are no more probable than
 * the observed one.
 *
 * @param observed counts of two cells or more
 * @param shares their probabilities, above 0; they sum to 1
 * @see Tate & Hyer (1973), Journal of the American Statistical Association 68, 836–841
 */
export function exactMultinomial(observed: readonly number[], shares: readonly number[]): number {
  const total = observed.reduce((sum, count) => sum + count, 0);
  const last = shares.length - 1;
  // A multinomial is one binomial after another, each of what the cells before have left.
  const conditional = shares.map((share, cell) => share / (share + sumFrom(shares, cell + 1)));
  const termOf = (cell: number, count: number, left: number): number =>
    binomialProbability(count, left, conditional[cell] ?? 1);

  let [own, left] = [1, total];
  observed.forEach((count, cell) => {
    if (cell < last) own *= termOf(cell, count, left);
    left -= count;
  });
  const bound = own * (1 + TIE);

  let pValue = 0;
  const visit = (cell: number, rest: number, probability: number): void => {
    for (let count = 0; count <= rest; count++) {
      const term = probability * termOf(cell, count, rest);
      if (cell < last - 1) visit(cell + 1, rest - count, term);
      else if (term <= bound) pValue += term;
    }
  };
  visit(0, total, 1);
  return Math.min(1, pValue);
}

function sumFrom(values: readonly number[], start: number): number {
  let sum = 0;
  for (let i = start; i < values.length; i++) sum += values[i] ?? 0;
  return sum;
}

import { expandBracket, findRoot } from "../../numerics/index.js";
import { atLeast, atMost, eventSums, type Distribution } from "./eventSums.js";
import type { Table } from "./table.js";
import type { Limits } from "./limits.js";

/** Sums of the events under one odds ratio, from which those under others near by are had by tilting. */
interface Tilting {
  readonly sums: Distribution;
  readonly psi: number;
}

/** A common odds ratio judged given all margins. */
export interface CommonOddsRatio {
  /** The conditional maximum-likelihood estimate: under it the observed sum is its own mean. */
  readonly estimate: number;
  readonly limits: (tail: number) => Limits;
  /** Twice the smaller one-sided p-value of an odds ratio of 1. */
  readonly pValueOfNone: () => number;
}

/**
 * Judges one odds ratio ψ that is common to all blocks by the sum of the events in the first group, given
 * every block's margins: its distribution is a convolution of noncentral hypergeometrics. Limits are the
 * two one-sided exact tests inverted. undefined where the margins admit one sum only.
 *
 * @see Mehta, Patel & Gray (1985), Journal of the American Statistical Association 80, 969–973
 */
export function commonOddsRatio(tables: readonly Table[]): CommonOddsRatio | undefined {
  const observed = tables.reduce((sum, { x1 }) => sum + x1, 0);
  const lowest = tables.reduce((sum, { x1, x2, n2 }) => sum + Math.max(0, x1 + x2 - n2), 0);
  const highest = tables.reduce((sum, { n1, x1, x2 }) => sum + Math.min(n1, x1 + x2), 0);
  if (lowest === highest) return undefined;
  const start = startingFrom(tables);
  const tilting: Tilting = { sums: eventSums(tables, start), psi: start };
  const at = (t: number): Distribution => tilted(tilting, Math.exp(t));
  const middle = Math.log(start);
  const solve = (f: (t: number) => number): number => {
    const [lower, upper] = expandBracket(f, middle - 0.5, middle + 0.5);
    return Math.exp(findRoot(f, lower, upper));
  };
  return {
    estimate:
      observed === lowest ? 0 : observed === highest ? Infinity : solve((t) => meanOf(at(t)) - observed),
    limits: (tail) => ({
      lower: observed === lowest ? 0 : solve((t) => atLeast(at(t), observed) - tail),
      upper: observed === highest ? Infinity : solve((t) => tail - atMost(at(t), observed)),
    }),
    pValueOfNone: () => {
      const sums = eventSums(tables);
      return Math.min(1, 2 * Math.min(atLeast(sums, observed), atMost(sums, observed)));
    },
  };
}

/** Mantel and Haenszel's odds ratio with 1/2 more in each of its sums, so that it is neither 0 nor infinite. */
function startingFrom(tables: readonly Table[]): number {
  let over = 0.5;
  let under = 0.5;
  for (const { x1, n1, x2, n2 } of tables) {
    if (n1 + n2 === 0) continue;
    over += (x1 * (n2 - x2)) / (n1 + n2);
    under += ((n1 - x1) * x2) / (n1 + n2);
  }
  return over / under;
}

/** p·(ψ/ψ₀)ˣ, scaled to sum to 1. */
function tilted({ sums, psi }: Tilting, towards: number): Distribution {
  const step = Math.log(towards / psi);
  const { from, probabilities } = sums;
  const logs = probabilities.map((each, i) => Math.log(each) + i * step);
  const largest = logs.reduce((most, each) => Math.max(most, each), -Infinity);
  const weights = logs.map((each) => Math.exp(each - largest));
  const total = weights.reduce((sum, each) => sum + each, 0);
  return { from, probabilities: weights.map((each) => each / total), lost: 0 };
}

function meanOf({ from, probabilities }: Distribution): number {
  return probabilities.reduce((sum, each, i) => sum + each * (from + i), 0);
}

import { expandBracket, findRoot, normalCdf, normalQuantile } from "../../numerics/index.js";
import type { Alternative } from "../types.js";
import { isUpper, type Deviates } from "./deviates.js";
import { logOddsRatio, type LogEffect } from "./logRatios.js";
import { nearlyStraightRoot, type Straight } from "./nearlyStraightRoot.js";
import { oddsRatioOf, swapped, type Table } from "./table.js";
import { tiltedSums, type TiltedSums } from "./tiltedTable.js";

/**
 * The conditional maximum-likelihood odds ratio: the ψ under which x₁ is its own expectation given
 * all margins. 0 or Infinity at the ends; NaN if the margins admit one table only.
 */
export function conditionalOddsRatio(table: Table): number {
  const simple = oddsRatioOf(table);
  if (!(simple > 0 && simple < Infinity)) return simple;
  const excess = (t: number): number => {
    const { excessAbove, excessBelow } = tiltedSums(table, Math.exp(t));
    return share(excessAbove, excessBelow) - 0.5;
  };
  const [start, distance] = [Math.log(simple), nearlyWald(table).standardError / 50];
  const [lower, upper] = expandBracket(excess, start - distance, start + distance);
  return Math.exp(findRoot(excess, lower, upper));
}

/**
 * The two one-sided exact tests of an odds ratio inverted, given all margins (Cornfield). The
 * two-sided p-value is twice the smaller one-sided one, as the interval has it; Fisher's two-sided
 * test by probabilities is another.
 *
 * @see Cornfield (1956), Proceedings of the Third Berkeley Symposium 4, 135–148
 */
export function conditionalExact(table: Table): Deviates {
  return conditionalMethod(table, 1);
}

/**
 * The same with the observed table counted half in both tails.
 *
 * @see Lancaster (1961), Journal of the American Statistical Association 56, 223–234
 */
export function conditionalMidP(table: Table): Deviates {
  return conditionalMethod(table, 0.5);
}

/** `own` is how much of the observed table a tail takes. */
function conditionalMethod(table: Table, own: number): Deviates {
  return {
    deviate: (value, alternative = "two-sided") => deviate(table, own, value, alternative),
    limit: (z) => (isUpper(z) ? 1 / lowerLimit(swapped(table), own, -z) : lowerLimit(table, own, z)),
  };
}

/** Sought by Newton's steps on the scale log(tail/(1 − tail)) of log ψ, which is nearly straight. */
function lowerLimit(table: Table, own: number, z: number): number {
  if (oddsRatioOf(table) === 0) return 0;
  const target = Math.log(normalCdf(z, "upper") / normalCdf(z, "lower"));
  const { value, standardError } = nearlyWald(table);
  const at = (t: number): Straight => {
    const { above, excessAbove, below, excessBelow } = tiltedSums(table, Math.exp(t));
    const [tail, rest] = [above + own, below + 1 - own];
    return { value: Math.log(tail / rest) - target, slope: excessAbove / tail + excessBelow / rest };
  };
  return Math.exp(nearlyStraightRoot(at, value - z * standardError));
}

/** Woolf's log odds ratio with 1/2 added to the cells: where a search begins. */
function nearlyWald({ x1, n1, x2, n2 }: Table): LogEffect {
  return logOddsRatio({ x1: x1 + 0.5, n1: n1 + 1, x2: x2 + 0.5, n2: n2 + 1 });
}

function deviate(table: Table, own: number, value: number, alternative: Alternative): number {
  const sums = tiltedSums(table, value);
  const up = normalQuantile(atLeast(sums, own), "upper");
  const down = normalQuantile(atMost(sums, own), "lower");
  if (alternative !== "two-sided") return alternative === "greater" ? up : down;
  return up > 0 ? up : Math.min(0, down);
}

function atLeast({ above, below }: TiltedSums, own: number): number {
  return share(above + own, below + 1 - own);
}

function atMost({ above, below }: TiltedSums, own: number): number {
  return share(below + own, above + 1 - own);
}

/** part/(part + rest), where one of the two may have overflowed. */
function share(part: number, rest: number): number {
  return part === Infinity ? 1 : part / (part + rest);
}

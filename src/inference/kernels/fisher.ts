import { hypergeometricCdf, hypergeometricProbability } from "../../numerics/index.js";
import { lastWhere } from "./lastWhere.js";
import type { Table } from "./table.js";

/** The three p-values of a test of a 2×2 table. */
export interface TailProbabilities {
  readonly twoSided: number;
  /** Against a larger proportion in the first group. */
  readonly greater: number;
  readonly less: number;
}

/** How the two-sided mid-p is made of Fisher's two-sided test. */
export type MidPVariant = "minlike-ties" | "minlike-observed" | "central";

/** Two probabilities that differ by no more are those of one rational number, rounded. */
const TIE = 1e-11;

/**
 * Fisher's exact test: given all margins, x₁ is hypergeometric if the groups are alike. Two-sided:
 * all tables no more probable than the observed one.
 *
 * @see Fisher (1935), Journal of the Royal Statistical Society 98, 39–82
 */
export function fisher(table: Table): TailProbabilities {
  const model = conditionalModel(table);
  const { low, high } = noMoreProbable(model, table.x1);
  const isAll = low === model.mode || high === model.mode;
  return {
    twoSided: isAll ? 1 : Math.min(1, model.atMost(low) + model.atLeast(high)),
    greater: model.atLeast(table.x1),
    less: model.atMost(table.x1),
  };
}

/**
 * Fisher's test with mid-p. One-sided: the observed table counts half. Two-sided: of the tables no
 * more probable than the observed one, all that are as probable count half (`minlike-ties`), or only
 * the observed one does (`minlike-observed`); or twice the smaller one-sided value (`central`).
 *
 * @see Lancaster (1961), Journal of the American Statistical Association 56, 223–234
 */
export function fisherMidP(table: Table, variant: MidPVariant): TailProbabilities {
  const model = conditionalModel(table);
  const exact = fisher(table);
  const half = model.probability(table.x1) / 2;
  const greater = exact.greater - half;
  const less = exact.less - half;
  if (variant === "central") return { twoSided: Math.min(1, 2 * Math.min(greater, less)), greater, less };
  const tied = variant === "minlike-ties" ? tiedProbability(model, table.x1) : 0;
  return { twoSided: exact.twoSided - half - tied / 2, greater, less };
}

interface ConditionalModel {
  readonly lowest: number;
  readonly highest: number;
  readonly mode: number;
  readonly probability: (x: number) => number;
  readonly atMost: (x: number) => number;
  readonly atLeast: (x: number) => number;
}

function conditionalModel({ x1, n1, x2, n2 }: Table): ConditionalModel {
  const events = x1 + x2;
  return {
    lowest: Math.max(0, events - n2),
    highest: Math.min(n1, events),
    mode: Math.floor(((events + 1) / (n1 + n2 + 2)) * (n1 + 1)),
    probability: (x) => hypergeometricProbability(x, n1, n2, events),
    atMost: (x) => hypergeometricCdf(x, n1, n2, events, "lower"),
    atLeast: (x) => hypergeometricCdf(x - 1, n1, n2, events, "upper"),
  };
}

/**
 * The last x up to the mode and the first from the mode that are no more probable than the observed
 * one; probabilities rise to the mode and fall from it.
 */
function noMoreProbable(model: ConditionalModel, observed: number): { low: number; high: number } {
  const { lowest, highest, mode, probability } = model;
  const bound = probability(observed) * (1 + TIE);
  const isWithin = (x: number): boolean => probability(x) <= bound;
  return {
    low: lastWhere(isWithin, lowest, mode),
    high: -lastWhere((x) => isWithin(-x), -highest, -mode),
  };
}

/** Probability of the other tables exactly as probable as the observed one: one at most, beside it or beyond the mode. */
function tiedProbability(model: ConditionalModel, observed: number): number {
  const { low, high } = noMoreProbable(model, observed);
  const own = model.probability(observed);
  const others = new Set([low, high, observed - 1, observed + 1]);
  others.delete(observed);
  let tied = 0;
  for (const other of others) {
    const probability = model.probability(other);
    if (Math.abs(probability - own) <= own * TIE) tied += probability;
  }
  return tied;
}

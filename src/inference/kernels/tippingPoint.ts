import { lastWhere } from "./lastWhere.js";
import { newcombe } from "./newcombe.js";
import { completed, type PartlyKnown } from "./partlyKnown.js";

/** What an interval of a difference says of the first group, an event being something good. */
export type Conclusion = "better" | "inconclusive" | "worse";

/** The fewest successes among a group's unknown that change a conclusion, and what to. */
export interface TippingPoint {
  readonly successes: number;
  readonly conclusion: Conclusion;
}

export interface TippingPoints {
  /** With all unknown as failures. */
  readonly conclusion: Conclusion;
  /** Of each group alone, the other's unknown being failures; `null` where none changes the conclusion. */
  readonly first: TippingPoint | null;
  readonly second: TippingPoint | null;
}

/**
 * How many of the unknown must be successes to change what Newcombe's interval says with all of them as
 * failures.
 *
 * His limits never fall as the first group's successes grow, nor rise as the second's do. So on the grid of all
 * numbers of successes among the unknown the nearest change from the corner lies on one of its two
 * edges, and is found on each by halving.
 *
 * @param z critical value of the interval
 */
export function tippingPoints(table: PartlyKnown, z: number): TippingPoints {
  const concluded = (i: number, j: number): Conclusion => {
    const { limit } = newcombe(completed(table, i, j));
    if (limit(z) > 0) return "better";
    return limit(-z) < 0 ? "worse" : "inconclusive";
  };
  const conclusion = concluded(0, 0);
  const along = (at: (successes: number) => Conclusion, unknown: number): TippingPoint | null => {
    const successes = lastWhere((count) => at(count) === conclusion, 0, unknown) + 1;
    return successes > unknown ? null : { successes, conclusion: at(successes) };
  };
  return {
    conclusion,
    first: along((i) => concluded(i, 0), table.u1),
    second: along((j) => concluded(0, j), table.u2),
  };
}

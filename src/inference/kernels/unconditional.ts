import { bernsteinMaximum, hypergeometricCdf } from "../../numerics/index.js";
import { lastWhere } from "./lastWhere.js";
import type { Table } from "./table.js";

/** The tables with x₁ ≤ low or x₁ ≥ high, among those with the same number of events. */
export interface Tails {
  readonly low: number;
  readonly high: number;
}

/** The first-group counts that a number of events allows. */
export interface Support {
  readonly lowest: number;
  readonly highest: number;
}

export function supportOf({ n1, n2 }: Table, events: number): Support {
  return { lowest: Math.max(0, events - n2), highest: Math.min(n1, events) };
}

/** The upper tail that begins with the first count for which a lasting predicate holds; no lower one. */
export function upperTail(begins: (x1: number) => boolean, { lowest, highest }: Support): Tails {
  return { low: lowest - 1, high: lastWhere((x1) => !begins(x1), lowest, highest) + 1 };
}

/**
 * The p-value of an exact unconditional test: the probability, if both groups have the same
 * probability π of an event, of the tables that speak as strongly against that as the observed one,
 * at the π that makes it largest, in the closed interval [0, 1].
 *
 * Given the number of events s, π plays no part: the tables have hypergeometric probabilities, and
 * those that count have the sum qₛ. So the probability is Σ qₛ C(N, s) πˢ(1 − π)ᴺ⁻ˢ, a polynomial in
 * Bernstein form, whose maximum is found with certainty.
 *
 * @param tailsOf the tables that count, for each number of events
 */
export function unconditionalPValue(table: Table, tailsOf: (events: number) => Tails): number {
  const { n1, n2 } = table;
  const shares = Array.from({ length: n1 + n2 + 1 }, (_, events) => {
    const { low, high } = tailsOf(events);
    if (high - low <= 1) return 1;
    return (
      hypergeometricCdf(low, n1, n2, events, "lower") + hypergeometricCdf(high - 1, n1, n2, events, "upper")
    );
  });
  return Math.min(1, bernsteinMaximum(shares));
}

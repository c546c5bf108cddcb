import { hypergeometricCdf, type Tail } from "../../numerics/index.js";
import { exactWays, isAtMost, isShareAtMost, lazy, shareWithin, type ExactShare } from "./exactWays.js";
import type { Table } from "./table.js";
import { supportOf, unconditionalPValue, upperTail } from "./unconditional.js";

/**
 * Boschloo's exact unconditional test against a larger proportion in the first group: the tables are
 * ordered by Fisher's one-sided p-value, which it never exceeds.
 *
 * @see Boschloo (1970), Statistica Neerlandica 24, 1–9
 */
export function boschlooGreater(table: Table): number {
  const { x1, n1, x2, n2 } = table;
  const observedEvents = x1 + x2;
  const ways = exactWays(n1, n2);
  const tail = (first: number, events: number, side: Tail): number =>
    hypergeometricCdf(first - 1, n1, n2, events, side);
  // The smaller tail has the digits: a p-value is no larger where its complement is no smaller.
  const side = tail(x1, observedEvents, "upper") <= 0.5 ? "upper" : "lower";
  const observed = tail(x1, observedEvents, side);
  const exactFrom = (first: number, events: number): ExactShare =>
    shareWithin(table, ways, events, { low: -1, high: first });
  const exactlyObserved = lazy(() => exactFrom(x1, observedEvents));
  const isNoLarger = (first: number, events: number): boolean => {
    const other = tail(first, events, side);
    const exactly = (): boolean => isShareAtMost(exactFrom(first, events), exactlyObserved());
    return side === "upper" ? isAtMost(other, observed, exactly) : isAtMost(observed, other, exactly);
  };
  return unconditionalPValue(table, (events) =>
    upperTail((first) => isNoLarger(first, events), supportOf(table, events)),
  );
}

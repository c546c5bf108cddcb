import { hypergeometricCdf } from "../../numerics/index.js";
import { exactWays, isAtMost, isShareAtMost, type Share } from "./exactWays.js";
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
  const ways = exactWays(n1, n2);
  const fisher = (first: number, events: number): number =>
    hypergeometricCdf(first - 1, n1, n2, events, "upper");
  const from = (first: number, events: number): Share => ({ tails: { low: -1, high: first }, events });
  const observed = fisher(x1, x1 + x2);
  return unconditionalPValue(table, (events) =>
    upperTail(
      (first) =>
        isAtMost(fisher(first, events), observed, () =>
          isShareAtMost(table, ways, from(first, events), from(x1, x1 + x2)),
        ),
      supportOf(table, events),
    ),
  );
}

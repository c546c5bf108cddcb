import { deepFreeze, SUPPRESSED, type Suppressed } from "../../core/index.js";
import type { CountModel, PublishedCounts, Since } from "./types.js";

/**
 * The counts as they are published: what stands in the review's JSON as `disclosure`, so that anyone
 * can check that nothing hidden follows from it, and the next review can be held against it.
 *
 * @param model The counts and their sums.
 * @param hidden Ids of what is hidden, of {@link protect}.
 * @param facts The review's date, the threshold that was kept, and the ledger that it rests on.
 *
 * @example
 * publishedCounts(model, protect(model, { minimum: 5 }), { asOf: "2006-09-30", minimum: 5 })
 * @example
 * publishedCounts({ cells: [], sums: [] }, new Set(), { asOf: "2006-09-30", minimum: 5 }).cells // {}
 */
export function publishedCounts(
  { cells, sums }: CountModel,
  hidden: ReadonlySet<string>,
  {
    asOf,
    minimum,
    ledger = null,
  }: Pick<PublishedCounts, "asOf" | "minimum"> & Partial<Pick<PublishedCounts, "ledger">>,
): PublishedCounts {
  const sorted = cells.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return deepFreeze({
    asOf,
    minimum,
    ledger,
    cells: Object.fromEntries(
      sorted.map(({ id, count }): [string, number | Suppressed] => [id, hidden.has(id) ? SUPPRESSED : count]),
    ),
    sums: sums.map((sum) => ({ ...sum, parts: [...sum.parts] })),
    since: Object.fromEntries(
      sorted.flatMap(({ id, since }): [string, Since][] => (since === undefined ? [] : [[id, since]])),
    ),
  });
}

import { linked } from "./knowledge.js";
import type { CountSum, PublishedCounts } from "./types.js";

interface Group {
  readonly sum: CountSum;
  readonly zeros: readonly string[];
}

/**
 * The personal sums whose citizens all visibly are in one part: every other part is a visible 0, and
 * someone is there.
 *
 * Statistical offices call it group disclosure (or class disclosure): nobody has to be picked out to
 * learn something of each. A group without anyone tells of no one.
 *
 * Source: Hundepool, A. et al. (2010). Handbook on Statistical Disclosure Control, version 1.2,
 * ESSNet SDC, section 5.2; Ritchie, F. (2008), Disclosure detection in research environments in
 * practice, which calls them empty and full cells.
 *
 * @returns Each such sum with its zeros.
 */
export function groupDisclosures(
  sums: readonly CountSum[],
  countOf: (id: string) => number | null | undefined,
): readonly Group[] {
  return sums.flatMap((sum) => {
    if (sum.personal !== true || countOf(sum.total) === 0) return [];
    const zeros = sum.parts.filter((part) => countOf(part) === 0);
    return zeros.length > 0 && zeros.length >= sum.parts.length - 1 && zeros.length < sum.parts.length
      ? [{ sum, zeros }]
      : [];
  });
}

/**
 * The same of those alone who have come to a group since an earlier review: of counts that only grow the
 * difference counts citizens, too.
 */
export function newcomerDisclosures(now: PublishedCounts, then: PublishedCounts): readonly Group[] {
  const sums = now.sums.filter(
    ({ total, parts }) =>
      (changeOf(now, then, total) ?? 0) > 0 &&
      [total, ...parts].every((id) => linked(now, then, id) !== undefined),
  );
  return groupDisclosures(sums, (id) => changeOf(now, then, id));
}

/** By how much a count differs that both reviews show; null where one of them doesn't. */
export function changeOf(now: PublishedCounts, then: PublishedCounts, id: string): number | null {
  const [later, earlier] = [now.cells[id], then.cells[id]];
  return typeof later === "number" && typeof earlier === "number" ? later - earlier : null;
}

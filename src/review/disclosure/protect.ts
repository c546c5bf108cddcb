import { checkModel } from "./checkModel.js";
import { cleanUp } from "./cleanUp.js";
import { changeOf, groupDisclosures, newcomerDisclosures } from "./groups.js";
import { newestFirst } from "./knowledge.js";
import { publishedCounts } from "./published.js";
import { readCounts } from "./readCounts.js";
import { situationOf, type Situation } from "./situation.js";
import { isSmall } from "./small.js";
import { survey } from "./survey.js";
import type { CountModel, PublishedCounts } from "./types.js";
import { nearest, widen } from "./widen.js";

/** How counts are protected. */
export interface ProtectOptions {
  /** Counts from 1 to one less are hidden, and no hidden count can be worked out closer than this. A whole number from 1. */
  readonly minimum: number;
  /** The `disclosure` of the published review before this one, or of all that were published before. */
  readonly previous?: PublishedCounts | readonly PublishedCounts[] | undefined;
  /** As in {@link PublishedCounts}: null if left out. */
  readonly ledger?: string | null | undefined;
}

/**
 * Decides which counts of a review to hide so that nobody can work out a small one.
 *
 * Hidden in any case: counts from 1 to `minimum − 1`; the zeros of a personal sum whose citizens are
 * all in one part (see `CountSum.personal`); with `previous`, counts that differ by 1 to `minimum − 1`
 * from a visible earlier one, and those that haven't grown where all newcomers of a personal sum are in
 * one part. Then as many others as it takes (complementary suppression): for each
 * hidden count that {@link attack} can bound to less than `minimum` apart, a linear program finds the
 * cheapest further counts that let it lie far enough away,
 *
 *     minimize Σ weightᵢ·|yᵢ|   subject to   Σ parts y = total y,  xᵢ + yᵢ ≥ its least value,  y_p = enough,
 *
 * where y are changes of the true counts x and whatever has yᵢ ≠ 0 is hidden. This is repeated until the
 * attacker finds nothing; then each such count is shown again, the heaviest first, unless the
 * attacker would find something. So none of them is hidden needlessly, though a different choice may
 * hide fewer: finding the fewest is NP-hard.
 *
 * Not protected, since hiding can't do it: what the previous review tells by itself (a `fixed` count
 * that was visible there), and zeros that follow from other zeros that are always shown. Of the former
 * `attack` will tell.
 *
 * The result depends on the model's contents only, not on the order of its cells and sums.
 *
 * @param model The counts and their sums; every sum must hold exactly.
 * @param options See {@link ProtectOptions}.
 * @returns The ids of the cells to hide.
 * @throws CompetitionError `impossible-counts` for a model that can't be: counts that aren't whole numbers from 0, unknown or repeated ids, sums that don't add up, weights not above 0; `impossible-disclosure` where `previous` isn't the `disclosure` of a published review.
 *
 * @example
 * protect({ cells: [{ id: "all", count: 20, weight: 9 }, { id: "success", count: 3, weight: 1 },
 *   { id: "failure", count: 17, weight: 1 }], sums: [{ total: "all", parts: ["success", "failure"] }] },
 *   { minimum: 5 }) // success, and failure, by which it could be worked out
 * @example
 * protect({ cells: [{ id: "all", count: 20, weight: 1 }], sums: [] }, { minimum: 5 }) // nothing
 *
 * Source: Kelly, J. P., Golden, B. L. & Assad, A. A. (1992). Cell suppression: disclosure protection for
 * sensitive tabular data. Networks 22(4), 397–417, doi:10.1002/net.3230220407 (the linear program and
 * its clean-up); Fischetti, M. & Salazar, J.-J. (2001). Solving the cell suppression problem on tabular
 * data with linear constraints. Management Science 47(7), 1008–1027.
 */
export function protect(
  model: CountModel,
  { minimum, previous = [], ledger = null }: ProtectOptions,
): ReadonlySet<string> {
  checkModel(model, minimum);
  const earlier = newestFirst([previous].flat().map((counts) => readCounts(counts, "previous")));
  const facts = { asOf: "", minimum, ledger };
  const inAnyCase = hiddenInAnyCase(publishedCounts(model, new Set(), facts), earlier);
  const situation = situationOf(model, publishedCounts(model, inAnyCase, facts), earlier);
  const primary = new Set([...inAnyCase].flatMap((id) => situation.knowledge.published.get(id) ?? []));
  const hidden = new Set(primary);
  const lost = new Set<number>();
  let found = survey(situation, hidden, lost);
  while (found.narrow.length > 0) {
    hideFor(situation, found.narrow, hidden, lost);
    found = survey(situation, hidden, lost, found);
  }
  for (const index of lost) if (situation.truth[index] === 0) hidden.delete(index);
  cleanUp(situation, hidden, { kept: primary, lost, found });
  const { variables } = situation.knowledge;
  return new Set([...hidden].map((index) => variables[index]?.cell ?? "").toSorted());
}

/** What is hidden whatever can be worked out. */
function hiddenInAnyCase(open: PublishedCounts, earlier: readonly PublishedCounts[]): ReadonlySet<string> {
  const { cells, minimum, sums } = open;
  const countOf = (id: string): number => Number(cells[id]);
  const full = [
    ...groupDisclosures(sums, countOf),
    ...earlier.flatMap((then) => newcomerDisclosures(open, then)),
  ];
  const small = Object.keys(cells).filter(
    (id) =>
      isSmall(countOf(id), minimum) ||
      earlier.some((then) => isSmall(Math.abs(changeOf(open, then, id) ?? 0), minimum)),
  );
  return new Set([...full.flatMap(({ zeros }) => zeros), ...small]);
}

/** The same without hiding what is dearest, as long as that is shown. */
function sparing(situation: Situation, hidden: ReadonlySet<number>): Situation {
  const costs = new Map([...situation.costs].filter(([index, cost]) => cost < 1 || hidden.has(index)));
  return { ...situation, costs };
}

/** Hides what it takes, so far as can be seen from one count at a time; at least one more, or one is lost. */
function hideFor(
  situation: Situation,
  narrow: readonly number[],
  hidden: Set<number>,
  lost: Set<number>,
): void {
  const before = hidden.size + lost.size;
  for (const target of narrow) {
    const further = widen(sparing(situation, hidden), hidden, target) ?? widen(situation, hidden, target);
    if (further === undefined) lost.add(target);
    else for (const index of further) hidden.add(index);
  }
  const [first] = narrow;
  if (first === undefined || hidden.size + lost.size > before) return;
  const beside = nearest(situation, hidden, first);
  if (beside === undefined) lost.add(first);
  else hidden.add(beside);
}

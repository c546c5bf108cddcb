import { rollup, sum } from "d3-array";
import type { CohortMember, Outcomes } from "../outcomes/index.js";
import type { LineItem, Statement } from "./types.js";

/** A citizen with a known outcome: what was paid for the course, in øre, and whether it succeeded, 1 or 0. */
export interface Costed {
  readonly arm: string;
  readonly block: string;
  /** Courses that started, of further referrals too. */
  readonly courses: number;
  readonly cost: number;
  readonly effect: number;
  /** Whether it succeeded as the contract measures it, 1 or 0; an outcome that is open or unknown there is none. */
  readonly contractEffect: number;
}

/**
 * What each citizen of a cohort cost: all lines of the citizen, of further referrals and whichever arm those went to too,
 * since being referred again is a result of the first course (intention to treat). Lines of no single citizen are
 * shared: a team's evenly among the referrals to it, minimums evenly among everyone allocated to the arm, mature or not,
 * and what caps take off in proportion to what was paid. Whose outcome isn't known is left out, cost and success together.
 */
export function costedCitizens(
  { participants, furtherReferrals }: Outcomes,
  members: readonly CohortMember[],
  { items }: Statement,
  contractSuccesses: ReadonlySet<string>,
): readonly Costed[] {
  const left = rollup(items, leftByCaps, ({ arm }) => arm);
  const leftOf = (arm: string): number => left.get(arm) ?? 1;
  const own = rollup(
    items.filter(({ citizen }) => citizen !== undefined),
    (lines) => sum(lines, ({ arm, amount }) => leftOf(arm) * amount),
    ({ citizen }) => citizen ?? "",
  );
  const teams = rollup(
    items.filter(({ team }) => team !== undefined),
    (lines) => sum(lines, ({ arm, amount }) => leftOf(arm) * amount),
    ({ arm, team }) => teamKey(arm, team),
  );
  const referrals = [...participants, ...furtherReferrals];
  const courses = rollup(
    referrals,
    (theirs) =>
      theirs.filter(
        ({ course, participation }) => course?.startedOn !== undefined && participation !== "never-started",
      ).length,
    ({ citizen }) => citizen,
  );
  const teamed = referrals.filter(({ course }) => course?.team !== undefined);
  const inTeam = rollup(
    teamed,
    (theirs) => theirs.length,
    ({ arm, course }) => teamKey(arm, course?.team),
  );
  const ofTeams = rollup(
    teamed,
    (theirs) => sum(theirs, ({ arm, course }) => shareOf(teams, inTeam, teamKey(arm, course?.team))),
    ({ citizen }) => citizen,
  );
  const minimums = rollup(
    items.filter(({ kind }) => kind === "minimum"),
    sumOf,
    ({ arm }) => arm,
  );
  const allocated = rollup(
    participants,
    (all) => all.length,
    ({ arm }) => arm,
  );
  return members
    .filter(({ standing }) => standing === "success" || standing === "failure")
    .map(({ participant: { citizen, arm, block }, standing }) => ({
      arm,
      block,
      courses: courses.get(citizen) ?? 0,
      cost: (own.get(citizen) ?? 0) + (ofTeams.get(citizen) ?? 0) + shareOf(minimums, allocated, arm),
      effect: standing === "success" ? 1 : 0,
      contractEffect: contractSuccesses.has(citizen) ? 1 : 0,
    }));
}

/** One's part of a sum that is shared evenly. */
function shareOf(sums: ReadonlyMap<string, number>, among: ReadonlyMap<string, number>, key: string): number {
  return (sums.get(key) ?? 0) / (among.get(key) ?? 1);
}

/** The part of an arm's payments to citizens and teams that its caps leave. */
function leftByCaps(lines: readonly LineItem[]): number {
  const paid = sumOf(lines.filter(({ kind }) => kind !== "cap" && kind !== "minimum"));
  return paid === 0 ? 1 : 1 + sumOf(lines.filter(({ kind }) => kind === "cap")) / paid;
}

function sumOf(lines: readonly LineItem[]): number {
  return sum(lines, ({ amount }) => amount);
}

function teamKey(arm: string, team: string | undefined): string {
  return JSON.stringify([arm, team ?? null]);
}

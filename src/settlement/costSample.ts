import { rollup } from "d3-array";
import type { CohortMember, Outcomes } from "../outcomes/index.js";
import type { LineItem, Statement } from "./types.js";

/** A citizen with a known outcome: what was paid for the course, in øre, and whether it succeeded, 1 or 0. */
export interface Costed {
  readonly arm: string;
  readonly block: string;
  readonly started: boolean;
  readonly cost: number;
  readonly effect: number;
}

/**
 * What each citizen of a cohort cost. Lines of no single citizen are shared: a team's evenly among its members, minimums
 * evenly among everyone allocated to the arm, mature or not, and what caps take off in proportion to what was paid. Whose outcome isn't known is left out,
 * cost and success together.
 */
export function costedCitizens(
  { participants }: Outcomes,
  members: readonly CohortMember[],
  { items }: Statement,
): readonly Costed[] {
  const own = rollup(
    items.filter(({ citizen }) => citizen !== undefined),
    sumOf,
    ({ citizen }) => citizen ?? "",
  );
  const shared = rollup(
    items.filter(({ citizen, kind }) => citizen === undefined && kind !== "cap"),
    sumOf,
    ({ arm, team }) => shareKey(arm, team),
  );
  const sharers = new Map<string, number>();
  for (const { arm, course } of participants) {
    const keys = course?.team === undefined ? [undefined] : [undefined, course.team];
    for (const team of keys) count(sharers, shareKey(arm, team));
  }
  const share = (arm: string, team: string | undefined): number => {
    const key = shareKey(arm, team);
    return (shared.get(key) ?? 0) / (sharers.get(key) ?? 1);
  };
  const left = rollup(items, leftByCaps, ({ arm }) => arm);
  return members
    .filter(({ standing }) => standing === "success" || standing === "failure")
    .map(({ participant: { citizen, arm, block, course, participation }, standing }) => ({
      arm,
      block,
      started: course?.startedOn !== undefined && participation !== "never-started",
      cost:
        share(arm, undefined) +
        (left.get(arm) ?? 1) *
          ((own.get(citizen) ?? 0) + (course?.team === undefined ? 0 : share(arm, course.team))),
      effect: standing === "success" ? 1 : 0,
    }));
}

/** The part of an arm's payments to citizens and teams that its caps leave. */
function leftByCaps(lines: readonly LineItem[]): number {
  const paid = sumOf(lines.filter(({ kind }) => kind !== "cap" && kind !== "minimum"));
  return paid === 0 ? 1 : 1 + sumOf(lines.filter(({ kind }) => kind === "cap")) / paid;
}

function sumOf(lines: readonly LineItem[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

function shareKey(arm: string, team: string | undefined): string {
  return JSON.stringify([arm, team ?? null]);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

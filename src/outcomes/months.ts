import { monthOf, monthStart, type Day, type Month, type Period } from "../core/index.js";
import type { Evidence } from "./evidence.js";
import { complement, nthDay } from "./periods.js";
import type { Criterion } from "./criterion.js";

/**
 * When an amount was reached, and when it was lost: the first evening on which it was certain that
 * it is reached, or that it can't be any more. `Infinity` while it isn't; `lostOn` is `-Infinity` if
 * it never was possible. At most one of the two is a day.
 */
export interface Reach {
  readonly reachedOn: Day;
  readonly lostOn: Day;
}

/** A calendar month: the evening on which it was certain that it counts, or that it doesn't. */
export interface MonthStanding {
  readonly month: Month;
  readonly keptOn: Day;
  readonly brokenOn: Day;
}

/**
 * The whole calendar months (1st to last) inside a window, each with what is known of it.
 *
 * By `any-day` a month counts if all its days do, and one other day breaks it; by `most-days` more
 * than half must count, and half of them are enough to break it.
 */
export function monthStandings(
  window: Period,
  evidence: Evidence,
  dayRule: NonNullable<Criterion["dayRule"]>,
): readonly MonthStanding[] {
  const lost = complement(evidence.possible, window);
  return wholeMonths(window).map((month) => {
    const days = { start: monthStart(month), end: monthStart(month + 1) };
    const length = days.end - days.start;
    const needed = dayRule === "any-day" ? length : Math.floor(length / 2) + 1;
    const broken = nthDay(lost, days, length - needed + 1);
    return {
      month,
      keptOn: nthDay(evidence.certain, days, needed),
      // Of someone who is gone, the months to come are lost on that day already.
      brokenOn: broken === Infinity ? broken : Math.min(broken, evidence.observation.goneFrom),
    };
  });
}

function wholeMonths({ start, end }: Period): readonly Month[] {
  const holding = monthOf(start);
  const first = monthStart(holding) === start ? holding : holding + 1;
  return Array.from({ length: Math.max(0, monthOf(end) - first) }, (_, index) => first + index);
}

/** When `needed` months were reached or lost: in a row, or anywhere in the window. */
export function reachByMonths(
  standings: readonly MonthStanding[],
  needed: number,
  continuity: Criterion["continuity"],
): Reach {
  return continuity === "cumulative" ? reachInAll(standings, needed) : reachInRow(standings, needed);
}

function reachInAll(standings: readonly MonthStanding[], needed: number): Reach {
  const kept = standings.map(({ keptOn }) => keptOn).toSorted(ascending);
  const broken = standings.map(({ brokenOn }) => brokenOn).toSorted(ascending);
  return {
    reachedOn: kept[needed - 1] ?? Infinity,
    lostOn: broken[standings.length - needed] ?? -Infinity,
  };
}

/** Reached with the month that completes a row; lost when every row of that length has a broken month. */
function reachInRow(standings: readonly MonthStanding[], needed: number): Reach {
  let inRow = 0;
  for (const { keptOn } of standings) {
    inRow = keptOn < Infinity ? inRow + 1 : 0;
    if (inRow === needed) return { reachedOn: keptOn, lostOn: Infinity };
  }
  let lostOn = -Infinity;
  for (let last = needed; last <= standings.length; last++) {
    const row = standings.slice(last - needed, last);
    lostOn = Math.max(lostOn, Math.min(...row.map(({ brokenOn }) => brokenOn)));
  }
  return { reachedOn: Infinity, lostOn };
}

const ascending = (a: number, b: number): number => a - b;

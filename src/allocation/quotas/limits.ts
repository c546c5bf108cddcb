import { formatWeek, parseDay, type Day } from "../../core/index.js";
import type { Limit } from "../designs/procedure.js";
import type { PeriodQuota, Quota, WeeksQuota } from "../types.js";
import { countOf, countsIn, type QuotaCounters } from "./counters.js";
import { dueThrough, periodOf } from "./periods.js";

/** What an arm can take and is owed, and by which quotas. */
export interface ArmLimit extends Limit {
  /** The quota that leaves the least room (the first of those that leave the same), where one limits it. */
  readonly tightest?: CountedQuota;
  /** The quota whose minimum asks for what is owed, where something is. */
  readonly owedBy?: CountedQuota;
}

/** A quota and what it has counted: allocations, weeks or participants. */
export interface CountedQuota {
  readonly quota: Quota;
  readonly counted: number;
}

/**
 * What each arm that has quotas can take and is owed in a draw of a day, by the allocations before it.
 *
 * Room is the smallest of what the arm's quotas leave, never below 0: `most` less the period's
 * allocations; nothing where the arm had its weeks of the year and none in this one; the participants
 * that it may hold less those last reported and the allocations since. Owed is the largest of what the
 * arm's minima ask for, {@link dueThrough} the week less all of its allocations so far, from 0 to the room.
 *
 * @param day The quota day of the draw.
 * @example
 * limitsOf([{ arm: "supplier", per: "calendar-month", most: 60 }], counters, day)
 * // 58 in the month: { supplier: { room: 2, owed: 0, tightest: { quota, counted: 58 } } }
 * @example
 * limitsOf([], counters, day) // {}: no arm is limited
 */
export function limitsOf(
  quotas: readonly Quota[],
  counters: QuotaCounters,
  day: Day,
): Readonly<Record<string, ArmLimit>> {
  const arms = new Set(quotas.map(({ arm }) => arm));
  return Object.fromEntries(
    [...arms].map((arm) => {
      const own = quotas.filter((quota) => quota.arm === arm);
      return [arm, limitOf(arm, own, counters, day)];
    }),
  );
}

function limitOf(arm: string, quotas: readonly Quota[], counters: QuotaCounters, day: Day): ArmLimit {
  let room = Infinity;
  let owed = 0;
  let tightest: CountedQuota | undefined;
  let owedBy: CountedQuota | undefined;
  for (const quota of quotas) {
    const { counted, left, due } = standing(quota, counters, day);
    if (left < room) [room, tightest] = [left, { quota, counted }];
    const missing = due - countOf(counters.allocations, arm);
    if (missing > owed) [owed, owedBy] = [missing, { quota, counted }];
  }
  return {
    room,
    owed: Math.min(owed, room),
    ...(tightest === undefined ? {} : { tightest }),
    ...(owedBy === undefined || room === 0 ? {} : { owedBy }),
  };
}

/** Where a quota stands: what it has counted, what it leaves, and what it asks for since the opening. */
interface Standing {
  readonly counted: number;
  readonly left: number;
  readonly due: number;
}

function standing(quota: Quota, counters: QuotaCounters, day: Day): Standing {
  if ("participants" in quota) {
    const counted = countOf(counters.reported, quota.arm) + countOf(counters.since, quota.arm);
    return { counted, left: Math.max(0, quota.participants - counted), due: 0 };
  }
  return "weeksPerYear" in quota ? ofWeeks(quota, counters, day) : ofPeriod(quota, counters, day);
}

function ofWeeks({ arm, weeksPerYear }: WeeksQuota, { periods }: QuotaCounters, day: Day): Standing {
  const week = formatWeek(day);
  const year = week.slice(0, week.indexOf("W")); // with the hyphen: an ISO week is named by the year it belongs to
  const taken = Object.entries(periods["iso-week"] ?? {}).filter(
    ([name, counts]) => name.startsWith(year) && countOf(counts, arm) > 0,
  );
  const open = taken.length < weeksPerYear || taken.some(([name]) => name === week);
  return { counted: taken.length, left: open ? Infinity : 0, due: 0 };
}

function ofPeriod(quota: PeriodQuota, counters: QuotaCounters, day: Day): Standing {
  const { arm, per, most = Infinity, least = 0 } = quota;
  const openedOn = parseDay(counters.openedOn, "counters.openedOn");
  if (per === "first-week") {
    const { firstWeek = formatWeek(day) } = counters;
    const counted = countOf(countsIn(counters.periods["iso-week"], firstWeek), arm);
    const left = formatWeek(day) === firstWeek ? Math.max(0, most - counted) : Infinity;
    return { counted, left, due: least };
  }
  const counted = countOf(countsIn(counters.periods[per], periodOf(per, day, openedOn).name), arm);
  return {
    counted,
    left: Math.max(0, most - counted),
    due: least === 0 ? 0 : dueThrough(per, least, openedOn, day),
  };
}

import { formatWeek, parseDay, type Day } from "../../core/index.js";
import { isoDate, object, recordOf, text, wholeNumber, type Shape } from "../shape.js";
import type { Quota } from "../types.js";
import { periodOf, type RunningPeriod } from "./periods.js";

/** Numbers by arm. */
export type ArmCounts = Readonly<Record<string, number>>;

/** Numbers by arm in each period of a kind that had an allocation, by the period's name. */
export type PeriodCounts = Readonly<Record<string, ArmCounts>>;

/**
 * What quotas know of a ledger: plain JSON that grows with the periods that have passed, never with the
 * citizens. Values of this type never change; counting gives another.
 */
export interface QuotaCounters {
  /** ISO date of the ledger's opening. */
  readonly openedOn: string;
  /** ISO week of the first allocation. */
  readonly firstWeek?: string;
  /** Allocations of each arm. */
  readonly allocations: ArmCounts;
  /** Those in each period, of the kinds that the quotas count in. */
  readonly periods: Readonly<Partial<Record<RunningPeriod, PeriodCounts>>>;
  /** Participants of each arm as last reported; arms that never were are absent. */
  readonly reported: ArmCounts;
  /** Allocations of each arm since that report. */
  readonly since: ArmCounts;
}

const KINDS: readonly RunningPeriod[] = ["iso-week", "calendar-month", "calendar-year", "agreement-year"];

/** The counters of a ledger opened on an ISO date, before its first allocation. */
export function startCounters(quotas: readonly Quota[], openedOn: string): QuotaCounters {
  const kinds = new Set(quotas.flatMap(kindsOf));
  const periods = Object.fromEntries(KINDS.filter((kind) => kinds.has(kind)).map((kind) => [kind, {}]));
  return { openedOn, allocations: {}, periods, reported: {}, since: {} };
}

function kindsOf(quota: Quota): readonly RunningPeriod[] {
  if ("participants" in quota) return [];
  return "weeksPerYear" in quota || quota.per === "first-week" ? ["iso-week"] : [quota.per];
}

/** The counters after one more allocation of an arm, counted on its quota day. */
export function withAllocation(counters: QuotaCounters, arm: string, day: Day): QuotaCounters {
  const openedOn = parseDay(counters.openedOn, "counters.openedOn");
  const periods: Partial<Record<RunningPeriod, PeriodCounts>> = {};
  for (const kind of KINDS) {
    const counts = counters.periods[kind];
    if (counts === undefined) continue;
    const { name } = periodOf(kind, day, openedOn);
    periods[kind] = { ...counts, [name]: plusOne(countsIn(counts, name), arm) };
  }
  const { firstWeek = formatWeek(day), reported } = counters;
  const allocations = plusOne(counters.allocations, arm);
  return {
    openedOn: counters.openedOn,
    firstWeek,
    allocations,
    periods,
    reported,
    since: plusOne(counters.since, arm),
  };
}

/** The counters after a report of participants; what it says of an arm stands until the arm's next. */
export function withOccupancy(counters: QuotaCounters, participants: ArmCounts): QuotaCounters {
  const since = Object.entries(counters.since).filter(([arm]) => !Object.hasOwn(participants, arm));
  return {
    ...counters,
    reported: { ...counters.reported, ...participants },
    since: Object.fromEntries(since),
  };
}

/** The number of an arm, 0 where it has none. */
export function countOf(counts: ArmCounts, arm: string): number {
  return Object.hasOwn(counts, arm) ? (counts[arm] ?? 0) : 0;
}

/** The numbers in a period. */
export function countsIn(counts: PeriodCounts | undefined, period: string): ArmCounts {
  return counts !== undefined && Object.hasOwn(counts, period) ? (counts[period] ?? {}) : {};
}

function plusOne(counts: ArmCounts, arm: string): ArmCounts {
  return { ...counts, [arm]: countOf(counts, arm) + 1 };
}

/** What counters must look like when they come back from a checkpoint. */
export const countersShape: Shape = object(
  {
    openedOn: isoDate,
    allocations: recordOf(wholeNumber(0)),
    periods: object({}, Object.fromEntries(KINDS.map((kind) => [kind, recordOf(recordOf(wholeNumber(1)))]))),
    reported: recordOf(wholeNumber(0)),
    since: recordOf(wholeNumber(0)),
  },
  { firstWeek: text },
);

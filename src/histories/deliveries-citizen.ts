import { formatDay, parseDay, type Period } from "../core/index.js";
import { meetings, samePeriods, united, without } from "./deliveries-days.js";
import type { DayRange, PeriodChange } from "./deliveries-types.js";
import type { Histories } from "./types.js";

/** By state, the days that both deliveries cover. */
export type CommonDays = ReadonlyMap<string, Period>;

/** What two deliveries tell otherwise of one citizen. */
export interface CitizenChange {
  readonly changes: readonly PeriodChange[];
  /** By state. */
  readonly gained: ReadonlyMap<string, readonly Period[]>;
  readonly lost: ReadonlyMap<string, readonly Period[]>;
  /** Days on which the states differ at all. */
  readonly changed: readonly Period[];
}

/** The days that both deliveries cover, by state: where a source ends earlier, its states do. */
export function commonDays(before: Histories, after: Histories): CommonDays {
  const names = new Set([...Object.keys(before.states), ...Object.keys(after.states)]);
  return new Map([...names].map((state) => [state, shared(daysOf(before, state), daysOf(after, state))]));
}

/** The days that a delivery covers: its own, or those of the source that tells of a state. */
export function daysOf(histories: Histories, state?: string): Period {
  const own =
    state === undefined ? undefined : histories.coverage.find(({ states }) => states.includes(state));
  const { observedFrom = histories.observedFrom, observedUntil } = own ?? histories;
  return {
    start: observedFrom === undefined ? -Infinity : parseDay(observedFrom, "histories.observedFrom"),
    end: parseDay(observedUntil, "histories.observedUntil") + 1,
  };
}

/** The days that two periods share; one that ends before it starts where they share none. */
export function shared(a: Period, b: Period): Period {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

/** Compares one citizen's histories, state by state; nothing where they are the same. */
export function citizenChange(
  citizen: string,
  before: Histories,
  after: Histories,
  common: CommonDays,
): CitizenChange | undefined {
  const [earlier, later] = [byState(citizen, before, common), byState(citizen, after, common)];
  const changes: PeriodChange[] = [];
  const gained = new Map<string, readonly Period[]>();
  const lost = new Map<string, readonly Period[]>();
  for (const state of common.keys()) {
    const [had, has] = [earlier.get(state) ?? [], later.get(state) ?? []];
    if (samePeriods(had, has)) continue;
    gained.set(state, without(has, had));
    lost.set(state, without(had, has));
    for (const meeting of meetings(had, has)) {
      if (samePeriods(meeting.before, meeting.after)) continue;
      changes.push({
        citizen,
        state,
        change: meeting.before.length === 0 ? "came" : meeting.after.length === 0 ? "went" : "changed",
        before: meeting.before.map(rangeOf),
        after: meeting.after.map(rangeOf),
      });
    }
  }
  if (changes.length === 0) return undefined;
  return { changes, gained, lost, changed: united([...gained.values(), ...lost.values()].flat()) };
}

function byState(
  citizen: string,
  histories: Histories,
  common: CommonDays,
): ReadonlyMap<string, readonly Period[]> {
  const periods = new Map<string, Period[]>();
  for (const { state, start, end } of histories.of(citizen)?.periods ?? []) {
    const days = shared({ start, end }, common.get(state) ?? { start, end });
    if (days.start >= days.end) continue;
    const known = periods.get(state);
    if (known === undefined) periods.set(state, [days]);
    else known.push(days);
  }
  return periods;
}

function rangeOf({ start, end }: Period): DayRange {
  return { from: formatDay(start), to: formatDay(end - 1) };
}

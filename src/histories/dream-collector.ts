import type { Day, Period } from "../core/index.js";
import { NO_STATE } from "./codes-map.js";

/** Periods as they are found, cut off at the end of the observation. */
export interface Collector {
  add(citizen: number, state: number, start: Day, end: Day): void;
  /** Adds the days of a period that lie in any of others, which are in order, and tells how many they are. */
  addWithin(citizen: number, state: number, period: Period, others: readonly Period[]): number;
  columns(): CollectedColumns;
}

export interface CollectedColumns {
  readonly length: number;
  readonly citizen: Int32Array;
  readonly state: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** How many periods were cut off. */
  readonly cut: number;
}

/** Collects periods up to a day; those without a state are no periods. */
export function collector(until: Day): Collector {
  const [citizens, states, starts, ends]: [number[], number[], number[], number[]] = [[], [], [], []];
  let cut = 0;
  const add = (citizen: number, state: number, start: Day, end: Day): void => {
    if (state === NO_STATE) return;
    citizens.push(citizen);
    states.push(state);
    starts.push(start);
    ends.push(Math.min(end, until));
    if (end > until) cut++;
  };
  return {
    add,
    addWithin: (citizen, state, { start, end }, others) => {
      let days = 0;
      for (const other of others) {
        const [from, to] = [Math.max(start, other.start), Math.min(end, other.end, until)];
        if (from >= to) continue;
        add(citizen, state, from, to);
        days += to - from;
      }
      return days;
    },
    columns: () => ({
      length: starts.length,
      citizen: Int32Array.from(citizens),
      state: Int32Array.from(states),
      start: Int32Array.from(starts),
      end: Int32Array.from(ends),
      cut,
    }),
  };
}

import { inOrderOf } from "./order.js";

/** Periods in columns, in any order; citizens and states by number. */
export interface PeriodColumns {
  /** How many places of the columns are filled. */
  readonly length: number;
  readonly citizens: number;
  readonly states: number;
  readonly citizen: Int32Array;
  readonly state: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/**
 * Everyone's periods in columns: each citizen's together, in order of their first day and then of their states' numbers.
 * Periods of one state neither overlap nor touch.
 */
export interface Timeline {
  /** Citizen c has the places from `bounds[c]` up to `bounds[c + 1]`. */
  readonly bounds: Int32Array;
  readonly state: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

export interface MergedPeriods extends Timeline {
  /** How many given periods were the same as another. */
  readonly duplicates: number;
  /** How many others became part of another, which they overlapped or touched. */
  readonly joined: number;
}

/**
 * Merges overlapping and adjacent periods of the same citizen and state.
 *
 * Each citizen's periods are passed once, in order of their first day: a period prolongs the last
 * one of its state or opens a new one, so that what comes out is in that order too.
 */
export function mergePeriods(given: PeriodColumns): MergedPeriods {
  const order = inOrder(given);
  const bounds = new Int32Array(given.citizens + 1);
  const state = new Int32Array(given.length);
  const start = new Int32Array(given.length);
  const end = new Int32Array(given.length);
  const lastOf = new Int32Array(given.states).fill(-1); // by state, the place of the period that it last opened
  let [length, duplicates] = [0, 0];

  for (let citizen = 0, next = 0; citizen < given.citizens; citizen++) {
    const first = length;
    let previous: number | undefined;
    for (; next < order.length && given.citizen[order[next] ?? 0] === citizen; next++) {
      const place = order[next] ?? 0;
      if (previous !== undefined && isSame(given, previous, place)) duplicates++;
      previous = place;
      const itsState = given.state[place] ?? 0;
      const itsStart = given.start[place] ?? 0;
      const itsEnd = given.end[place] ?? 0;
      const last = lastOf[itsState] ?? -1;
      const lastEnd = last < first ? -Infinity : (end[last] ?? 0);
      if (lastEnd >= itsStart) {
        if (itsEnd > lastEnd) end[last] = itsEnd;
      } else {
        lastOf[itsState] = length;
        state[length] = itsState;
        start[length] = itsStart;
        end[length] = itsEnd;
        length++;
      }
    }
    bounds[citizen + 1] = length;
  }
  return {
    bounds,
    state: state.slice(0, length),
    start: start.slice(0, length),
    end: end.slice(0, length),
    duplicates,
    joined: given.length - length - duplicates,
  };
}

/** Places by citizen, first day, state and end: sorted by the last of them first. */
function inOrder({ length, citizen, state, start, end }: PeriodColumns): Int32Array {
  const places = Int32Array.from({ length }, (_, place) => place);
  return [end, state, start, citizen].reduce((order, key) => inOrderOf(key, order), places);
}

function isSame({ state, start, end }: PeriodColumns, a: number, b: number): boolean {
  return state[a] === state[b] && start[a] === start[b] && end[a] === end[b];
}

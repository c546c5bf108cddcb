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
  const { order, groups } = groupByCitizen(given);
  const inOrder = ordering(given);
  const bounds = new Int32Array(given.citizens + 1);
  const state = new Int32Array(given.length);
  const start = new Int32Array(given.length);
  const end = new Int32Array(given.length);
  const lastOf = new Int32Array(given.states).fill(-1); // by state, the place of the period that it last opened
  let [length, duplicates] = [0, 0];

  for (let citizen = 0; citizen < given.citizens; citizen++) {
    const first = length;
    let previous: number | undefined;
    for (const place of sorted(order.subarray(groups[citizen], groups[citizen + 1]), inOrder)) {
      if (previous !== undefined && inOrder(previous, place) === 0) duplicates++;
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

/** Places of the columns, each citizen's together: those of citizen c from `groups[c]` up to `groups[c + 1]`. */
function groupByCitizen({ length, citizens, citizen }: PeriodColumns): {
  order: Int32Array;
  groups: Int32Array;
} {
  const groups = new Int32Array(citizens + 1);
  for (const each of citizen.subarray(0, length)) groups[each + 1] = (groups[each + 1] ?? 0) + 1;
  for (let c = 0; c < citizens; c++) groups[c + 1] = (groups[c + 1] ?? 0) + (groups[c] ?? 0);
  const next = groups.slice();
  const order = new Int32Array(length);
  for (let place = 0; place < length; place++) {
    const each = citizen[place] ?? 0;
    const free = next[each] ?? 0;
    order[free] = place;
    next[each] = free + 1;
  }
  return { order, groups };
}

type Ordering = (a: number, b: number) => number;

/** Places by first day, then state, then end: 0 only for periods that are the same. */
function ordering({ state, start, end }: PeriodColumns): Ordering {
  return (a, b) =>
    (start[a] ?? 0) - (start[b] ?? 0) || (state[a] ?? 0) - (state[b] ?? 0) || (end[a] ?? 0) - (end[b] ?? 0);
}

/** Sorted places; those of a citizen mostly are already. */
function sorted(places: Int32Array, inOrder: Ordering): Int32Array {
  for (let at = 1; at < places.length; at++)
    if (inOrder(places[at - 1] ?? 0, places[at] ?? 0) > 0) return places.toSorted(inOrder);
  return places;
}

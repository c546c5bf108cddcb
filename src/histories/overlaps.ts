import type { Relations } from "./contradictions.js";
import { pairTally, type PairTally } from "./pairs.js";
import type { Timeline } from "./periods.js";

/** Days that states share, by pair. */
export interface Overlaps {
  /** What may well be true together. */
  readonly compatible: PairTally;
  /** What can't be, so that one of two records must be wrong. */
  readonly contradictory: PairTally;
}

/** Counts the days on which citizens have several states, and those of a state after one that is for good. */
export function overlapsOf(timeline: Timeline, relations: Relations): Overlaps {
  const overlaps = { compatible: pairTally(), contradictory: pairTally() };
  for (let citizen = 0; citizen + 1 < timeline.bounds.length; citizen++) {
    addShared(timeline, citizen, relations, overlaps);
    addAfterwards(timeline, citizen, relations, overlaps.contradictory);
  }
  return overlaps;
}

function addShared(
  { bounds, state, start, end }: Timeline,
  citizen: number,
  { between }: Relations,
  overlaps: Overlaps,
): void {
  let open: number[] = []; // places of the periods that go on: of each state one at most
  for (let place = bounds[citizen] ?? 0; place < (bounds[citizen + 1] ?? 0); place++) {
    const from = start[place] ?? 0;
    if (open.length > 0) open = open.filter((earlier) => (end[earlier] ?? 0) > from);
    for (const earlier of open) {
      const [one, other] = [state[earlier] ?? 0, state[place] ?? 0];
      const relation = between(one, other);
      if (relation === "for-good") continue; // counted from the first day on, not only where they overlap
      const days = Math.min(end[earlier] ?? 0, end[place] ?? 0) - from;
      overlaps[relation].add(Math.min(one, other), Math.max(one, other), citizen, days);
    }
    open.push(place);
  }
}

function addAfterwards(
  { bounds, state, start, end }: Timeline,
  citizen: number,
  { between, isForGood }: Relations,
  tally: PairTally,
): void {
  const [first, last] = [bounds[citizen] ?? 0, bounds[citizen + 1] ?? 0];
  const seen: number[] = [];
  for (let gone = first; gone < last; gone++) {
    const its = state[gone] ?? 0;
    if (!isForGood(its) || seen.includes(its)) continue;
    seen.push(its);
    const after = (start[gone] ?? 0) + 1;
    for (let place = first; place < last; place++) {
      const days = (end[place] ?? 0) - Math.max(start[place] ?? 0, after);
      const other = state[place] ?? 0;
      if (days > 0 && between(its, other) === "for-good") tally.add(its, other, citizen, days);
    }
  }
}

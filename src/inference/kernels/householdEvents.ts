import { convolved, type Distribution } from "./eventSums.js";

/** Events of each household of a block, by the group that was drawn for it. */
export interface HouseholdBlock {
  readonly comparator: readonly number[];
  readonly reference: readonly number[];
}

/**
 * The distribution of the events in the first group if each block's households are put in any order,
 * every order equally likely, as many as before getting the first group: subsets of k households are
 * counted by their events, one household after another, in units of all subsets of their size.
 */
export function householdEventSums(blocks: readonly HouseholdBlock[]): Distribution {
  return convolved(blocks.map(blockEvents));
}

function blockEvents({ comparator, reference }: HouseholdBlock): Distribution {
  const households = [...comparator, ...reference];
  const drawn = comparator.length;
  const most = households
    .toSorted((a, b) => b - a)
    .slice(0, drawn)
    .reduce((sum, each) => sum + each, 0);
  const width = most + 1;
  // share[k][s]: probability that the households so far have k among the drawn, with s events together
  let share = table(drawn, width);
  (share[0] as Float64Array)[0] = 1;
  for (const [seen, events] of households.entries()) {
    const left = households.length - seen;
    const next = table(drawn, width);
    for (let k = 0; k <= Math.min(drawn, seen); k++) {
      const taken = (drawn - k) / left;
      const row = share[k] as Float64Array;
      const same = next[k] as Float64Array;
      const more = next[k + 1];
      for (const [sum, probability] of row.entries()) {
        if (probability === 0) continue;
        if (taken < 1) same[sum] = (same[sum] as number) + probability * (1 - taken);
        if (taken > 0 && more !== undefined)
          more[sum + events] = (more[sum + events] as number) + probability * taken;
      }
    }
    share = next;
  }
  return { from: 0, probabilities: share[drawn] as Float64Array, lost: 0 };
}

function table(rows: number, width: number): Float64Array[] {
  return Array.from({ length: rows + 1 }, () => new Float64Array(width));
}

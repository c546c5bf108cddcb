import type { Count, Stratum } from "./types.js";

/** The strata that tell of a comparison: those with observations in both groups. */
export function strataWithBothGroups(strata: readonly Stratum[]): readonly Stratum[] {
  return strata.filter(({ comparator, reference }) => comparator.total > 0 && reference.total > 0);
}

/** The counts of each group, summed over strata. */
export function pooledCounts(strata: readonly Stratum[]): Record<"comparator" | "reference", Count> {
  return {
    comparator: sumOf(strata.map(({ comparator }) => comparator)),
    reference: sumOf(strata.map(({ reference }) => reference)),
  };
}

function sumOf(counts: readonly Count[]): Count {
  let events = 0;
  let total = 0;
  for (const count of counts) {
    events += count.events;
    total += count.total;
  }
  return { events, total };
}

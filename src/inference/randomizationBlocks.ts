import { competitionError } from "../core/index.js";
import { checkedCount, checkedStrata, tableOf } from "./counts.js";
import type { HouseholdBlock } from "./kernels/householdEvents.js";
import type { Table } from "./kernels/table.js";
import { pooledCounts } from "./pooledStrata.js";
import type { Count, Stratum } from "./types.js";

/** A block of the draw: the counts of the two arms, or of each household where households were drawn. */
export interface RandomizationBlock {
  readonly comparator: Count | readonly Count[];
  readonly reference: Count | readonly Count[];
}

/** A block in which households were drawn. */
interface DrawnHouseholds {
  readonly events: HouseholdBlock;
  /** Households drawn for the comparator, of how many, and the events of all. */
  readonly drawn: number;
  readonly total: number;
  readonly sum: number;
}

export interface CheckedBlocks {
  readonly tables: readonly Table[];
  /** Where any block tells its households. */
  readonly households: readonly DrawnHouseholds[] | undefined;
  readonly counts: Record<"comparator" | "reference", Count>;
}

/**
 * Blocks that can be.
 *
 * @throws CompetitionError `impossible-strata` unless they are an array of pairs, both of counts or both of
 *   lists of counts, `impossible-count`.
 */
export function checkedBlocks(blocks: readonly RandomizationBlock[]): CheckedBlocks {
  if (!Array.isArray(blocks)) throw impossible("blocks", blocks, "an array of blocks");
  const given: readonly RandomizationBlock[] = blocks;
  if (given.every(isCounted)) {
    const strata = checkedStrata(given);
    return { tables: strata.map(tableOf), households: undefined, counts: pooledCounts(strata) };
  }
  const pairs = given.map((block, index) => ({
    comparator: householdsOf(block?.comparator, `blocks[${index}].comparator`),
    reference: householdsOf(block?.reference, `blocks[${index}].reference`),
  }));
  const strata = pairs.map((pair) => ({
    comparator: sumOf(pair.comparator),
    reference: sumOf(pair.reference),
  }));
  return {
    tables: strata.map(tableOf),
    households: pairs.map(({ comparator, reference }) => ({
      events: { comparator: comparator.map(eventsOf), reference: reference.map(eventsOf) },
      drawn: comparator.length,
      total: comparator.length + reference.length,
      sum: sumOf([...comparator, ...reference]).events,
    })),
    counts: pooledCounts(strata),
  };
}

/** Whether neither side is a list; what else may be wrong with it is for checkedStrata to say. */
function isCounted(block: RandomizationBlock): block is Stratum {
  return !isList(block?.comparator) && !isList(block?.reference);
}

function householdsOf(side: Count | readonly Count[] | undefined, path: string): readonly Count[] {
  if (!isList(side))
    throw impossible(path, side, "a list of counts, one a household, as in the other blocks");
  return side.map((count, index) => checkedCount(count, `${path}[${index}]`));
}

function isList(side: Count | readonly Count[] | undefined): side is readonly Count[] {
  return Array.isArray(side);
}

function eventsOf({ events }: Count): number {
  return events;
}

function sumOf(counts: readonly Count[]): Count {
  return {
    events: counts.reduce((sum, { events }) => sum + events, 0),
    total: counts.reduce((sum, { total }) => sum + total, 0),
  };
}

function impossible(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-strata", path, received, expected });
}

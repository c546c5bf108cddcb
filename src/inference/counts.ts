import { competitionError } from "../core/index.js";
import type { Table } from "./kernels/table.js";
import type { Count, Stratum } from "./types.js";

/**
 * A count that can be, as a frozen value of its own.
 *
 * @throws CompetitionError `impossible-count` unless events and total are whole numbers with 0 ≤ events ≤ total.
 */
export function checkedCount(count: Count, path: string): Count {
  if (typeof count !== "object" || count === null) {
    throw impossibleCount(path, count, "{ events, total }");
  }
  const { events, total } = count;
  requireWhole(events, path, "events");
  requireWhole(total, path, "total");
  if (events > total) throw impossibleCount(`${path}.events`, events, `at most the total, ${total}`);
  return Object.freeze({ events, total });
}

/** Two counts under the names they have in results. */
export type CheckedPair = Readonly<Record<"comparator" | "reference", Count>>;

/** Two counts, checked as {@link checkedCount} does; of a stratum, its path stands before theirs. */
export function checkedPair({ comparator, reference }: Stratum, path?: string): CheckedPair {
  const prefix = path === undefined ? "" : `${path}.`;
  return Object.freeze({
    comparator: checkedCount(comparator, `${prefix}comparator`),
    reference: checkedCount(reference, `${prefix}reference`),
  });
}

/**
 * Strata that can be.
 *
 * @throws CompetitionError `impossible-strata` unless they are an array of pairs, `impossible-count`.
 */
export function checkedStrata(strata: readonly Stratum[], name: string = "strata"): readonly Stratum[] {
  if (!Array.isArray(strata))
    throw impossibleStrata(name, strata, "an array of strata: { comparator, reference }, a count each");
  return strata.map((stratum: Stratum, index) => {
    const path = `${name}[${index}]`;
    if (typeof stratum !== "object" || stratum === null) {
      throw impossibleStrata(path, stratum, "{ comparator, reference }, a count each");
    }
    return checkedPair(stratum, path);
  });
}

/** Two counts as the kernels take them. */
export function tableOf({ comparator, reference }: Stratum): Table {
  return { x1: comparator.events, n1: comparator.total, x2: reference.events, n2: reference.total };
}

/** @throws CompetitionError `impossible-count` unless the part is a whole number from 0. */
export function requireWhole(value: unknown, path: string, part: string): void {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw impossibleCount(`${path}.${part}`, value, "a whole number from 0");
  }
}

function impossibleCount(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-count", path, received, expected });
}

function impossibleStrata(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-strata", path, received, expected });
}

import { competitionError, SUPPRESSED, type Suppressed } from "../../core/index.js";
import type { CountSum, PublishedCounts, Since } from "./types.js";

/**
 * The counts of a published review from its JSON.
 *
 * @param value What stands in the JSON as `disclosure`.
 * @param path How errors name it.
 * @throws CompetitionError `impossible-disclosure`, naming the first thing that isn't as it must be.
 *
 * @example
 * readCounts(JSON.parse(text).disclosure, "review.json, disclosure")
 * @example
 * readCounts(undefined, "disclosure") // throws
 */
export function readCounts(value: unknown, path: string): PublishedCounts {
  const { asOf, minimum, ledger = null, cells, sums, since = {} } = record(value, path);
  if (typeof asOf !== "string") throw impossible(`${path}.asOf`, asOf, "the review's date");
  if (typeof minimum !== "number" || !Number.isSafeInteger(minimum) || minimum < 1) {
    throw impossible(`${path}.minimum`, minimum, "a whole number from 1");
  }
  if (ledger !== null && typeof ledger !== "string") {
    throw impossible(`${path}.ledger`, ledger, "the Merkle root of a ledger, or null");
  }
  const counts = entriesOf(cells, `${path}.cells`, readCount);
  if (!Array.isArray(sums)) throw impossible(`${path}.sums`, sums, "a list of sums");
  const known: ReadonlySet<unknown> = new Set(Object.keys(counts));
  return {
    asOf,
    minimum,
    ledger,
    cells: counts,
    sums: sums.map((sum: unknown, at) => readSum(sum, `${path}.sums[${at}]`, known)),
    since: entriesOf(since, `${path}.since`, readSince),
  };
}

function readCount(value: unknown, path: string): number | Suppressed {
  if (value === SUPPRESSED) return value;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw impossible(path, value, `a whole number from 0, or "${SUPPRESSED}"`);
}

function readSince(value: unknown, path: string): Since {
  if (value === "fixed" || value === "growing" || value === "drawn") return value;
  throw impossible(path, value, "one of fixed, growing, drawn");
}

function readSum(value: unknown, path: string, known: ReadonlySet<unknown>): CountSum {
  const { total, parts, personal } = record(value, path);
  const isCell = (id: unknown): id is string => known.has(id);
  if (!isCell(total)) throw impossible(`${path}.total`, total, "the name of a cell");
  if (!Array.isArray(parts) || !parts.every(isCell)) {
    throw impossible(`${path}.parts`, parts, "a list of names of cells");
  }
  if (new Set([total, ...parts]).size <= parts.length) {
    throw impossible(`${path}.parts`, parts, "different cells, the total not among them");
  }
  return { total, parts, ...(personal === true ? { personal } : {}) };
}

function entriesOf<Item>(
  value: unknown,
  path: string,
  read: (item: unknown, path: string) => Item,
): Readonly<Record<string, Item>> {
  const entries = Object.entries(record(value, path));
  return Object.fromEntries(entries.map(([id, item]) => [id, read(item, `${path}.${id}`)]));
}

function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw impossible(path, value, "the counts of a published review");
}

function impossible(path: string, received: unknown, expected: string): Error {
  return competitionError({
    code: "impossible-disclosure",
    path,
    received,
    expected,
    hint: "Give the review.json of a published edition as it was written.",
  });
}

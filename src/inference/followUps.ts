import { competitionError, nearestWord } from "../core/index.js";
import { compareDanish } from "../display/index.js";

/** A column of a value per person: an array, or a typed array of numbers. */
export type Column<Value> = ArrayLike<Value>;

/** A column of names in order, and for each row which of them it has. */
export interface Labels {
  readonly names: readonly string[];
  readonly codes: Int32Array;
}

/**
 * Checks that data are columns of equal length, with all that are needed and none that isn't known.
 *
 * @returns the number of rows
 * @throws CompetitionError `impossible-data`, `unknown-column`, `missing-column` or `columns-differ`
 */
export function checkColumns(
  operation: string,
  data: object,
  columns: { readonly needed: readonly string[]; readonly others: readonly string[] },
): number {
  const known = [...columns.needed, ...columns.others];
  const expected = `columns by name: ${known.join(", ")}`;
  if (typeof data !== "object" || data === null) {
    throw competitionError({ code: "impossible-data", path: operation, received: data, expected });
  }
  const given = Object.entries(data).filter(([, column]) => column !== undefined);
  for (const [name] of given) if (!known.includes(name)) throw unknownColumn(operation, name, known);
  const names = given.map(([name]) => name);
  const missing = columns.needed.find((name) => !names.includes(name));
  if (missing !== undefined) {
    throw competitionError({
      code: "missing-column",
      path: `${operation}.${missing}`,
      received: undefined,
      expected,
    });
  }
  const lengths = given.map(([name, column]) => lengthOf(column, `${operation}.${name}`));
  const [rows = 0] = lengths;
  const odd = lengths.findIndex((length) => length !== rows);
  if (odd < 0) return rows;
  throw competitionError({
    code: "columns-differ",
    path: `${operation}.${names[odd] ?? ""}`,
    received: lengths[odd],
    expected: `as many values as ${names[0] ?? ""} has, ${rows}`,
  });
}

function unknownColumn(operation: string, name: string, known: readonly string[]): Error {
  const near = nearestWord(name, known);
  return competitionError({
    code: "unknown-column",
    path: `${operation}.${name}`,
    received: name,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

function lengthOf(column: unknown, path: string): number {
  if (Array.isArray(column) || (ArrayBuffer.isView(column) && "length" in column)) {
    return Number(column.length);
  }
  throw competitionError({
    code: "impossible-data",
    path,
    received: column,
    expected: "an array with a value per person",
  });
}

/**
 * How long each was followed.
 *
 * @throws CompetitionError `impossible-time` unless all are numbers from 0.
 */
export function readTimes(column: Column<number>, operation: string): Float64Array {
  return read(column, (value, row) => {
    if (typeof value === "number" && value >= 0 && value < Infinity) return value;
    throw competitionError({
      code: "impossible-time",
      path: `${operation}.time[${row}]`,
      received: value,
      expected: "a number from 0",
      ...(value === null || Number.isNaN(value) ? { hint: MISSING } : {}),
    });
  });
}

/** A column as numbers; a loop, which is many times faster than `Float64Array.from`. */
function read(column: Column<unknown>, numberOf: (value: unknown, row: number) => number): Float64Array {
  const numbers = new Float64Array(column.length);
  for (let row = 0; row < numbers.length; row++) numbers[row] = numberOf(column[row], row);
  return numbers;
}

const MISSING = "Leave out whoever has no value, and say how many they are.";

/**
 * Whether each follow-up ended in the event: 1, or 0 for censored.
 *
 * @throws CompetitionError `impossible-event` unless all are booleans, or 1 and 0.
 */
export function readEvents(column: Column<boolean | number>, operation: string): Float64Array {
  return read(column, (value, row) => {
    if (value === true || value === 1) return 1;
    if (value === false || value === 0) return 0;
    throw competitionError({
      code: "impossible-event",
      path: `${operation}.event[${row}]`,
      received: value,
      expected: "true for an event and false for censored, or 1 and 0",
      ...(value === null ? { hint: MISSING } : {}),
    });
  });
}

/**
 * The names in a column, in the order of numbers or of the Danish alphabet, so that the order of the
 * rows doesn't matter.
 *
 * @throws CompetitionError `impossible-label` unless all are texts or finite numbers.
 */
export function readLabels(column: Column<string | number>, path: string): Labels {
  const labels = Array.from(column, (value: unknown, row) => labelOf(value, `${path}[${row}]`));
  const distinct = [...new Set(labels)];
  const isNumeric = distinct.every((label) => label.trim() !== "" && Number.isFinite(Number(label)));
  const names = distinct.toSorted((a, b) => (isNumeric && Number(a) - Number(b)) || compareDanish(a, b));
  const codes = new Map(names.map((name, code) => [name, code]));
  return { names, codes: Int32Array.from(labels, (label) => codes.get(label) ?? 0) };
}

function labelOf(value: unknown, path: string): string {
  if (typeof value === "string" || (typeof value === "number" && Number.isFinite(value))) return `${value}`;
  throw competitionError({
    code: "impossible-label",
    path,
    received: value,
    expected: "a text or a number that names the group",
    hint: MISSING,
  });
}

/** The rows of one group. */
export interface Group {
  /** As it stands in a row of results; empty where there are no groups. */
  readonly name: { readonly group?: string };
  readonly rows: readonly number[];
  /** The group's part of a column. */
  readonly pick: (column: Column<number>) => Float64Array;
}

/** The groups that a column names, in their order, or the one group of all rows. */
export function groupsOf(
  column: Column<string | number> | undefined,
  count: number,
  operation: string,
): readonly Group[] {
  if (count === 0) return [];
  if (column === undefined) return [groupOf({}, [...new Uint32Array(count).keys()])];
  const { names, codes } = readLabels(column, `${operation}.group`);
  const rows = names.map((): number[] => []);
  codes.forEach((code, row) => rows[code]?.push(row));
  return names.map((group, code) => groupOf({ group }, rows[code] ?? []));
}

function groupOf(name: Group["name"], rows: readonly number[]): Group {
  return { name, rows, pick: (column) => Float64Array.from(rows, (row) => column[row] ?? 0) };
}

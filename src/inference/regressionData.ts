import { competitionError } from "../core/index.js";
import { checkColumns, readLabels, type Column } from "./followUps.js";
import type { Clusters } from "./kernels/clusterCovariance.js";

/** A column that explains: numbers, yes and no, or names of categories. */
export type Predictor = Column<number> | Column<boolean> | Column<string>;

/** Predictors by name. */
export type Predictors = Readonly<Record<string, Predictor>>;

/** Predictors as numbers; a category with k names is k − 1 columns. */
export interface Terms {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/**
 * Checks the columns of a regression, those of a record of predictors among them.
 *
 * @param predictors name of the column in `data` that is a record of columns
 * @returns the number of rows
 * @throws CompetitionError `impossible-data`, `unknown-column`, `missing-column` or `columns-differ`
 */
export function checkRegression(
  operation: string,
  data: object,
  predictors: "predictors" | "covariates",
  columns: { readonly needed: readonly string[]; readonly others: readonly string[] },
): number {
  if (typeof data !== "object" || data === null) return checkColumns(operation, data, columns);
  const { [predictors]: record, ...rest } = data as Record<string, unknown>;
  // Covariates may be missing; predictors that are none are `{}`.
  if (!isRecord(record) && (record !== undefined || predictors === "predictors")) {
    throw competitionError({
      code: record === undefined ? "missing-column" : "impossible-data",
      path: `${operation}.${predictors}`,
      received: record,
      expected: "a record of columns by name",
    });
  }
  const named = Object.entries(record ?? {}).map(
    ([name, column]) => [`${predictors}.${name}`, column] as const,
  );
  return checkColumns(
    operation,
    { ...rest, ...Object.fromEntries(named) },
    { needed: columns.needed, others: [...columns.others, ...named.map(([name]) => name)] },
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/**
 * Numbers, with yes as 1 and no as 0.
 *
 * @throws CompetitionError `impossible-number` unless all are finite.
 */
export function readNumbers(column: Column<number | boolean>, path: string): Float64Array {
  return mapped(column, (value, row) => {
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (typeof value === "boolean") return value ? 1 : 0;
    throw impossible("impossible-number", `${path}[${row}]`, value, "a finite number, or true or false");
  });
}

/**
 * Two groups: 1 or true for the one, 0 or false for the other.
 *
 * @throws CompetitionError `impossible-group`
 */
export function readBinary(column: Column<number | boolean>, path: string): Float64Array {
  return mapped(column, (value, row) => {
    if (value === true || value === 1) return 1;
    if (value === false || value === 0) return 0;
    throw impossible("impossible-group", `${path}[${row}]`, value, "1 or 0, or true or false");
  });
}

function mapped(column: ArrayLike<unknown>, read: (value: unknown, row: number) => number): Float64Array {
  const values = new Float64Array(column.length);
  for (let row = 0; row < values.length; row++) values[row] = read(column[row], row);
  return values;
}

/** Whether a column is of 1 and 0, or true and false, only. */
export function isBinary(column: ArrayLike<number | boolean>): boolean {
  return Array.from(column).every((value) => value === 0 || value === 1 || typeof value === "boolean");
}

/**
 * Weights above 0.
 *
 * @throws CompetitionError `impossible-weight`
 */
export function readWeights(column: Column<number> | undefined, path: string): Float64Array | undefined {
  if (column === undefined) return undefined;
  return mapped(column, (value, row) => {
    if (typeof value === "number" && value > 0 && value < Infinity) return value;
    throw impossible("impossible-weight", `${path}[${row}]`, value, "a finite number above 0");
  });
}

/** Clusters or blocks by their labels. */
export function readClusters(
  column: Column<string | number> | undefined,
  path: string,
): Clusters | undefined {
  if (column === undefined) return undefined;
  const { codes, names } = readLabels(column, path);
  return { codes, count: names.length };
}

/** Predictors as columns of numbers: of a category, a column for each name but the first. */
export function readPredictors(predictors: Predictors | undefined, path: string): Terms {
  return joined(
    Object.entries(predictors ?? {}).map(([name, column]) =>
      isCategory(column)
        ? indicators(name, column, `${path}.${name}`)
        : { names: [name], columns: [readNumbers(column, `${path}.${name}`)] },
    ),
  );
}

/** A column of 0 and 1 for each name of a category but the first. */
export function indicators(name: string, column: Column<string | number>, path: string): Terms {
  const { names, codes } = readLabels(column, path);
  return {
    names: names.slice(1).map((label) => `${name}: ${label}`),
    columns: names.slice(1).map((_, k) => Float64Array.from(codes, (code) => (code === k + 1 ? 1 : 0))),
  };
}

/** Terms one after another. */
export function joined(terms: readonly Terms[]): Terms {
  return { names: terms.flatMap(({ names }) => names), columns: terms.flatMap(({ columns }) => columns) };
}

function isCategory(column: Predictor): column is Column<string> {
  return typeof column[0] === "string";
}

function impossible(code: string, path: string, received: unknown, expected: string): Error {
  return competitionError({
    code,
    path,
    received,
    expected,
    ...(received === null || Number.isNaN(received) || received === undefined
      ? { hint: "Leave out whoever has no value, and say how many they are." }
      : {}),
  });
}

import { competitionError } from "../core/index.js";
import { checkColumns, readEvents, readLabels, readTimes, type Column } from "./followUps.js";

/** Follow-ups with what may change their hazard, as columns of equal length. */
export interface CoxData {
  /** How long each was followed, in any unit, from 0. */
  readonly time: Column<number>;
  /** Whether it ended in the event: true or 1; false or 0 for censored. */
  readonly event: Column<boolean | number>;
  /** Columns by the name of their term: numbers, or booleans for 1 and 0. */
  readonly predictors: Readonly<Record<string, Column<number | boolean>>>;
  /** Each stratum has a baseline hazard of its own; one for all by default. */
  readonly stratum?: Column<string | number> | undefined;
  /** Rows that belong together, such as a household or a person referred again. */
  readonly clusters?: Column<string | number> | undefined;
}

/** The same as the kernels take it. */
export interface CoxInputs {
  readonly rows: number;
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly terms: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly stratum: Int32Array;
  readonly strata: number;
  readonly clusters?: { readonly codes: Int32Array; readonly count: number };
}

/**
 * Reads the data of a Cox model.
 *
 * @throws CompetitionError as {@link checkColumns} and the readers of columns do, `impossible-predictor`
 */
export function readCoxData(data: CoxData): CoxInputs {
  const { predictors, ...columns } = typeof data === "object" && data !== null ? data : ({} as CoxData);
  const rows = checkColumns("coxRegression", columns, {
    needed: ["time", "event"],
    others: ["stratum", "clusters", "predictors"],
  });
  const terms = termsOf(predictors);
  const stratum = columns.stratum === undefined ? undefined : readLabels(columns.stratum, "stratum");
  const clusters = columns.clusters === undefined ? undefined : readLabels(columns.clusters, "clusters");
  return {
    rows,
    time: readTimes(columns.time),
    event: readEvents(columns.event),
    terms: terms.map(([term]) => term),
    columns: terms.map(([term, column]) => readPredictor(column, term, rows)),
    stratum: stratum?.codes ?? new Int32Array(rows),
    strata: stratum?.names.length ?? 1,
    ...(clusters === undefined ? {} : { clusters: { codes: clusters.codes, count: clusters.names.length } }),
  };
}

function termsOf(predictors: unknown): readonly [string, unknown][] {
  if (typeof predictors === "object" && predictors !== null && !Array.isArray(predictors)) {
    return Object.entries(predictors);
  }
  throw competitionError({
    code: predictors === undefined ? "missing-column" : "impossible-data",
    path: "coxRegression.predictors",
    received: predictors,
    expected: "columns by the name of their term, such as { supplier: [0, 1, …], age: [31, 54, …] }",
  });
}

function readPredictor(column: unknown, term: string, rows: number): Float64Array {
  const path = `predictors.${term}`;
  const isColumn = Array.isArray(column) || (ArrayBuffer.isView(column) && "length" in column);
  if (!isColumn || column.length !== rows) {
    throw competitionError({
      code: isColumn ? "columns-differ" : "impossible-data",
      path,
      received: column,
      expected: `an array with as many values as time has, ${rows}`,
    });
  }
  return Float64Array.from(column as ArrayLike<number>, (value: unknown, row) => {
    if (typeof value === "boolean") return Number(value);
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw competitionError({
      code: "impossible-predictor",
      path: `${path}[${row}]`,
      received: value,
      expected: "a finite number, or true or false",
      hint:
        typeof value === "string"
          ? "Make a column of 0 and 1 of each category but the one compared with."
          : "Leave out whoever has no value, and say how many they are.",
    });
  });
}

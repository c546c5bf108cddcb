import { table } from "arquero";
import { competitionError, requireObjects } from "../core/index.js";
import type { Row } from "../display/index.js";

/** Any table that gives its columns by name, as arquero's do; also one of another copy of that library. */
export interface TableLike {
  numRows(): number;
  columnNames(): string[];
  get(name: string, row: number): unknown;
}

/** The parts of arquero's table that need none of its types; at run time it is the whole table. */
export interface ArqueroTable extends TableLike {
  numCols(): number;
  array(name: string): ArrayLike<unknown>;
  objects(): object[];
  print(): void;
}

/**
 * The rows of a table by its structure, ready for every function that takes rows.
 *
 * @param source An arquero table, or anything with `numRows`, `columnNames` and `get`.
 * @returns One plain object per row; dates stay as they are in the table.
 * @throws CompetitionError `not-a-table`.
 *
 * @example
 * deriveHistories(fromTable(spells), { observedUntil: "2006-09-30" })
 * @example
 * fromTable(emptyTable) // []
 */
export function fromTable<T extends object = Readonly<Record<string, unknown>>>(
  source: TableLike,
): readonly T[] {
  const given = source as Partial<TableLike> | null | undefined;
  if (
    typeof given?.numRows !== "function" ||
    typeof given.columnNames !== "function" ||
    typeof given.get !== "function"
  ) {
    throw competitionError({
      code: "not-a-table",
      path: "source",
      received: source,
      expected: "a table with numRows, columnNames and get, such as arquero's",
    });
  }
  const names = source.columnNames();
  return Array.from({ length: source.numRows() }, (_, row) =>
    Object.fromEntries(names.map((name) => [name, source.get(name, row)])),
  ) as T[];
}

/**
 * An arquero table of a result's rows, or of any plain rows.
 *
 * @param source A result (its `toRows()` are taken) or rows. Columns are those of all rows together,
 *   in the order of their first appearance; what a row lacks is `null`.
 *
 * @example
 * toTable(compareArms(outcomes, analysis)).print()
 * @example
 * toTable([]).numRows() // 0
 */
export function toTable(source: readonly Row[] | { toRows(): readonly object[] }): ArqueroTable {
  const isResult = typeof source === "object" && source !== null && "toRows" in source;
  const rows = (isResult ? source.toRows() : source) as readonly Readonly<Record<string, unknown>>[];
  requireObjects("toTable.source", rows, { expected: "a result, or a list of plain rows" });
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return table(names.map((name) => [name, rows.map((row) => row[name] ?? null)])) as ArqueroTable;
}

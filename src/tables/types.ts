import type { Notice, Source } from "../core/index.js";

/** What stands between the cells of a line. */
export type Separator = ";" | "," | "\t";

/** What a cell can hold once it is read. */
export type CellValue = string | number | boolean;

/** Why a cell can't be read. Its text is added by the table, so that a reader never has to repeat it. */
export interface CellProblem {
  readonly code: string;
  readonly expected: string;
  readonly hint?: string;
  /** Known words: where the issue is listed, its hint names the nearest. */
  readonly among?: readonly string[];
}

/** Reads one trimmed, non-empty cell. The file's separator tells which decimal mark it can have. */
export type CellReader<Value extends CellValue> = (text: string, separator: Separator) => Value | CellProblem;

/**
 * `required`: the column is there and every cell is filled. `may-be-empty`: the column is there.
 * `optional`: the column may be missing too. An empty cell leaves its property out of the row.
 */
export type Presence = "required" | "may-be-empty" | "optional";

/** One declared column: how its cells are read and whether it has to be there. */
export interface Column<Value extends CellValue, Needed extends Presence = Presence> {
  readonly presence: Needed;
  readonly read: CellReader<Value>;
}

/** What is wrong with a row whose cells can each be read: the course that ends before it starts. */
export interface RowProblem extends CellProblem {
  /** Our name of the column to look at first. */
  readonly column: string;
}

/**
 * The columns of rows of a type: a property that may be absent can't be `required`, and the other
 * way round. Properties without a name of their own (`[column: string]`) are the `rest`.
 */
export type ColumnsOf<Row> = {
  readonly [Name in keyof Row as string extends Name ? never : Name]-?: undefined extends Row[Name]
    ? Column<Exclude<Row[Name], undefined> & CellValue, "may-be-empty" | "optional">
    : Column<Row[Name] & CellValue, "required">;
};

/** What a file of rows must look like. */
export interface TableSchema<Row extends object> {
  readonly columns: ColumnsOf<Row>;
  /** Further names that a file may have for a column, such as Danish ones; ours and the caller's go first. */
  readonly headings?: Readonly<Partial<Record<keyof Row & string, readonly string[]>>>;
  /** Keeps every further column as text under the file's own name for it; otherwise they are left out, with a notice. */
  readonly rest?: "keep";
  /** Looks across the cells of a row. */
  readonly check?: (row: Row) => RowProblem | undefined;
}

/** What every `parse…` function takes besides the bytes. */
export interface TableOptions {
  /** The file as errors and provenance shall name it. */
  readonly name: string;
  /** The file's own column names by ours, where they differ: `{ citizen: "borger" }`. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
}

/** Rows of a file. */
export interface ParsedTable<Row> {
  readonly rows: readonly Row[];
  readonly notices: readonly Notice[];
  readonly source: Source;
  /** The line of the file on which a row (by its position in `rows`) begins, the header being on line 1. */
  rowNumber(index: number): number;
}

/** Rows as a caller may give them: plain, or as they were parsed. */
export type TableInput<Row> = readonly Row[] | ParsedTable<Row>;

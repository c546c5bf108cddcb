import type { Source } from "../core/index.js";
import type { ParsedTable, TableInput } from "./types.js";

/** The rows, however they were given. */
export function rowsOf<Row>(input: TableInput<Row>): readonly Row[] {
  return isParsed(input) ? input.rows : input;
}

/** Where rows came from: their file's name and digest if they were parsed, their number in any case. */
export function sourceOf<Row>(input: TableInput<Row>): Source | { readonly rows: number } {
  return isParsed(input) ? input.source : { rows: input.length };
}

/** Whether rows were given as they were parsed, with their file and line numbers. */
export function isParsed<Row>(input: TableInput<Row>): input is ParsedTable<Row> {
  return "rows" in input;
}

import { requireObjects, type Source, type Wanted } from "../core/index.js";
import type { ParsedTable, TableInput } from "./types.js";

/** The rows, however they were given. */
export function rowsOf<Row>(input: TableInput<Row>): readonly Row[] {
  return isParsed(input) ? input.rows : input;
}

/**
 * The same of what a caller without types may have forgotten, or taken for rows.
 *
 * @throws CompetitionError `impossible-input`
 */
export function rowsGiven<Row>(
  path: string,
  input: TableInput<Row>,
  wanted: Omit<Wanted, "accepts">,
): readonly Row[] {
  const given: unknown = input;
  const rows: unknown = typeof given === "object" && given !== null && "rows" in given ? given.rows : given;
  requireObjects(path, rows, wanted);
  return rowsOf(input);
}

/** Where rows came from: their file's name and digest if they were parsed, their number in any case. */
export function sourceOf<Row>(input: TableInput<Row>): Source | { readonly rows: number } {
  return isParsed(input) ? input.source : { rows: input.length };
}

/** Whether rows were given as they were parsed, with their file and line numbers. */
export function isParsed<Row>(input: TableInput<Row>): input is ParsedTable<Row> {
  return "rows" in input;
}

import { competitionError, type Source } from "../core/index.js";
import { rowsOf, type TableInput } from "../tables/index.js";
import { checkRows } from "./checkRows.js";

/**
 * The rows that a caller without types may have forgotten, or made by hand.
 *
 * @throws CompetitionError `missing-rows`; `impossible-row` as {@link checkRows}
 */
export function givenRows<Row extends object>(operation: string, input: TableInput<Row>): readonly Row[] {
  const given: unknown = input;
  const rows: unknown = typeof given === "object" && given !== null && "rows" in given ? given.rows : given;
  if (Array.isArray(rows) && rows.every((row) => typeof row === "object" && row !== null)) {
    checkRows(operation, rows);
    return rowsOf(input);
  }
  throw competitionError({
    code: "missing-rows",
    path: `${operation}.municipalities`,
    received: given,
    expected: "a list of rows, or what parseMunicipalities or parseJobindsats gave",
  });
}

/** What rows are called in errors: their file where they were read from one. */
export function placeOf(operation: string, input: TableInput<object>): string {
  const { source } = input as { readonly source?: Source };
  return source?.name ?? `${operation}.municipalities`;
}

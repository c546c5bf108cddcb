import type { Table } from "../display/index.js";

/** A table whose first columns are words and whose others are numbers. */
export function table(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  wordColumns: number,
): Table {
  const columns = headings.map((heading, index) => ({
    heading,
    align: index < wordColumns ? ("left" as const) : ("right" as const),
  }));
  return { block: "table", caption, columns, rows };
}

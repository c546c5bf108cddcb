import type { ParsedTable, TableOptions, TableSchema } from "./types.js";

export function parseTable<Row extends object>(
  input: Uint8Array | string,
  options: TableOptions,
  schema: TableSchema<Row>,
): ParsedTable<Row> {
  throw new Error(`not yet: ${typeof input}, ${options.name}, ${String(schema.rest)}`);
}

import {
  competitionError,
  deepFreeze,
  resolveOptions,
  type Notice,
  type OptionRules,
} from "../core/index.js";
import { decodeText } from "./decode.js";
import { readHeader } from "./header.js";
import { issueList } from "./issues.js";
import { splitRecords } from "./records.js";
import { isBlank, readRows } from "./rows.js";
import type { CellValue, Column, ParsedTable, TableOptions, TableSchema } from "./types.js";

/**
 * Reads a file of rows (CSV) by a schema: every cell through its column's reader, every issue of the
 * file collected.
 *
 * The separator (`;`, `,` or tab) is the one that the header line has most often, or that a line `sep=;`
 * before it tells. Column names match in any case. White space around a cell is no part of it; lines without any content are passed
 * over; a cell that `writeTable` neutralized comes back as it was.
 *
 * @param options `name` of the file for errors and provenance; `columns`, the file's own column
 * names by ours.
 * @returns frozen rows, notices (`windows-1252`, `column-not-used`, `column-near-miss`, `no-rows`)
 * and the source with the digest of the file's bytes.
 * @throws CompetitionError `rows-in-error` once with all issues, the first 100 of them in full;
 * `empty-file`, `not-text`, `unknown-option`, `unknown-column`.
 * @example
 * parseTable("citizen;points\np1;3\n", { name: "a.csv" }, schema).rows // [{ citizen: "p1", points: 3 }]
 * @example
 * parseTable("citizen;points\n", { name: "a.csv" }, schema).rows // [], with the notice no-rows
 */
export function parseTable<Row extends object>(
  input: Uint8Array | string,
  options: TableOptions,
  schema: TableSchema<Row>,
): ParsedTable<Row> {
  const { name, columns = {} } = checkedOptions(options);
  const { text, digest, notices } = decodeText(input, name);
  const records = splitRecords(text);
  const issues = issueList(name);

  const top = records.cells.findIndex((cells) => !isBlank(cells));
  const wanted = { ...schema, columns: schema.columns as Columns, map: columns };
  const layout = readHeader(name, records.cells[top] ?? [], records.lines[top] ?? 1, wanted, issues);
  const { rows, lines } = readRows<Row>(records, top + 1, layout, schema.check, issues);
  issues.throwIfAny();

  const none: Notice[] = rows.length === 0 ? [{ code: "no-rows", severity: "caution", file: name }] : [];
  return Object.freeze({
    rows: Object.freeze(rows),
    notices: deepFreeze([...notices, ...layout.notices, ...none]),
    source: Object.freeze({ name, digest, rows: rows.length }),
    rowNumber: (index: number) => lineOf(lines, index, name),
  });
}

type Columns = Readonly<Record<string, Column<CellValue>>>;

const RULES: OptionRules<TableOptions> = {
  name: {
    expected: "the file's name, for errors and provenance",
    accepts: (value) => typeof value === "string" && value !== "",
  },
  columns: {
    default: {},
    expected: 'the file\'s own column names by ours, such as { citizen: "borger" }',
    accepts: (value) =>
      typeof value === "object" &&
      value !== null &&
      Object.values(value).every((name) => typeof name === "string" && name.trim() !== ""),
  },
};

function checkedOptions(options: TableOptions): TableOptions {
  const { values } = resolveOptions<TableOptions>("parse", options, RULES);
  if (values.name !== undefined) return values;
  throw competitionError({ code: "missing-option", path: "parse.name", expected: RULES.name.expected });
}

function lineOf(lines: Uint32Array, index: number, file: string): number {
  const line = lines[index];
  if (line !== undefined) return line;
  throw competitionError({
    code: "no-such-row",
    path: file,
    received: index,
    expected: `the position of one of ${lines.length} rows, from 0`,
  });
}

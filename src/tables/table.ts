import { competitionError, deepFreeze, resolveOptions, type Notice } from "../core/index.js";
import { decodeText } from "./decode.js";
import { fileRules } from "./file-options.js";
import { readHeader, type Layout, type Wanted } from "./header.js";
import { issueList, type IssueList } from "./issues.js";
import { recordsInPieces, type Records } from "./records.js";
import { remembered } from "./remembered.js";
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
  const issues = issueList(name);
  const wanted = { ...schema, columns: schema.columns as Columns, map: columns };

  const { layout, rows, lines } = readPieces<Row>(recordsInPieces(text), name, wanted, schema.check, issues);
  issues.throwIfAny();

  const none: Notice[] = rows.length === 0 ? [{ code: "no-rows", severity: "caution", file: name }] : [];
  return Object.freeze({
    rows: Object.freeze(rows),
    notices: deepFreeze([...notices, ...layout.notices, ...none]),
    source: Object.freeze({ name, digest, rows: rows.length }),
    rowNumber: (index: number) => lineOf(lines, index, name),
  });
}

/** Reads a file piece by piece: the first record with content is its header. */
function readPieces<Row extends object>(
  pieces: Iterable<Records>,
  file: string,
  wanted: Wanted,
  check: TableSchema<Row>["check"],
  issues: IssueList,
): { readonly layout: Layout; readonly rows: Row[]; readonly lines: readonly number[] } {
  let layout: Layout | undefined;
  const rows: Row[] = [];
  const lines: number[] = [];
  for (const records of pieces) {
    let first = 0;
    if (layout === undefined) {
      const top = records.cells.findIndex((cells) => !isBlank(cells));
      if (top === -1) continue;
      layout = remembering(
        readHeader(file, records.cells[top] ?? [], records.lines[top] ?? 1, wanted, issues),
      );
      first = top + 1;
    }
    const read = readRows(records, first, layout, layout.isComplete ? check : undefined, issues);
    for (const row of read.rows) rows.push(row);
    for (const line of read.lines) lines.push(line);
  }
  return { layout: layout ?? readHeader(file, [], 1, wanted, issues), rows, lines };
}

/** The layout with readers that read each text once. */
function remembering(layout: Layout): Layout {
  return { ...layout, places: layout.places.map((place) => ({ ...place, read: remembered(place.read) })) };
}

type Columns = Readonly<Record<string, Column<CellValue>>>;

const RULES = fileRules('{ citizen: "borger" }');

function checkedOptions(options: TableOptions): TableOptions {
  const { values } = resolveOptions<TableOptions>("parse", options, RULES);
  if (values.name !== undefined) return values;
  throw competitionError({
    code: "missing-option",
    path: "parse.name",
    received: undefined,
    expected: RULES.name.expected,
  });
}

function lineOf(lines: readonly number[], index: number, file: string): number {
  const line = lines[index];
  if (line !== undefined) return line;
  throw competitionError({
    code: "no-such-row",
    path: file,
    received: index,
    expected: `the position of one of ${lines.length} rows, from 0`,
  });
}

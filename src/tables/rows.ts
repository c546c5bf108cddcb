import { withoutCpr } from "./cpr.js";
import { restored } from "./formulas.js";
import type { Layout } from "./header.js";
import type { IssueList } from "./issues.js";
import type { Records } from "./records.js";
import type { CellValue, RowProblem } from "./types.js";

/** Rows that could be read, and the line of each. */
export interface ReadRows<Row> {
  readonly rows: Row[];
  readonly lines: Uint32Array;
}

/** Reads the records from a position on; what can't be read becomes an issue and no row. */
export function readRows<Row extends object>(
  records: Records,
  first: number,
  layout: Layout,
  check: ((row: Row) => RowProblem | undefined) | undefined,
  issues: IssueList,
): ReadRows<Row> {
  const rows: Row[] = [];
  const lines = new Uint32Array(records.cells.length);
  for (let at = first; at < records.cells.length; at++) {
    const cells = records.cells[at] ?? [];
    if (isBlank(cells)) continue;
    const line = records.lines[at] ?? 0;
    if (!hasShape(cells, records.broken.has(at), layout, line, issues)) continue;
    const row = readRow(cells, line, records, layout, issues) as Row | undefined;
    if (row === undefined) continue;
    const problem = check?.(row);
    if (problem === undefined) {
      lines[rows.length] = line;
      rows.push(Object.freeze(row));
    } else {
      const received = (row as Readonly<Record<string, unknown>>)[problem.column];
      const shown = typeof received === "string" ? withoutCpr(received) : received;
      issues.add({ ...problem, row: line, ...(received === undefined ? {} : { received: shown }) });
    }
  }
  return { rows, lines: lines.slice(0, rows.length) };
}

/** Whether a record has no content at all, as blank lines and a spreadsheet's leftovers (`;;;`) have none. */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.trim() !== "") return false;
  return true;
}

function hasShape(
  cells: readonly string[],
  broken: boolean,
  layout: Layout,
  row: number,
  issues: IssueList,
): boolean {
  if (broken) {
    issues.add({
      code: "broken-quotes",
      row,
      expected: 'a quotation mark at the start of a cell to be closed at its end, and doubled within ("")',
    });
    return false;
  }
  if (cells.length !== layout.width) {
    issues.add({
      code: cells.length < layout.width ? "too-few-cells" : "too-many-cells",
      row,
      received: cells.length,
      expected: `${layout.width} cells, as in the header`,
      hint: "A cell that holds the separator must be quoted.",
    });
    return false;
  }
  const stray = layout.unnamed.find((position) => cells[position]?.trim() !== "");
  if (stray === undefined) return true;
  issues.add({
    code: "cell-without-column",
    row,
    received: withoutCpr(cells[stray]?.trim() ?? ""),
    expected: `nothing in cell ${stray + 1}, whose column has no name`,
  });
  return false;
}

function readRow(
  cells: readonly string[],
  line: number,
  { separator }: Records,
  { places }: Layout,
  issues: IssueList,
): Record<string, CellValue> | undefined {
  const row: Record<string, CellValue> = {};
  let sound = true;
  for (const { name, position, read, needed } of places) {
    const text = (cells[position] ?? "").trim();
    if (text === "") {
      if (!needed) continue;
      issues.add({ code: "empty-cell", row: line, column: name, received: "", expected: "a value" });
      sound = false;
      continue;
    }
    const value = read(restored(text), separator);
    if (typeof value === "object") {
      issues.add({ ...value, row: line, column: name, received: withoutCpr(text) });
      sound = false;
    } else {
      row[name] = value;
    }
  }
  return sound ? row : undefined;
}

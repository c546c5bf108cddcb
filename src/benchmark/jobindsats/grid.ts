import { competitionError } from "../../core/index.js";
import { splitRecords, withoutCpr, type IssueList } from "../../tables/index.js";

/** A cell as the answer has it. */
export type GridCell = string | number | null;

/** One record with the row it stands on, the columns being row 1. */
export interface GridRecord {
  readonly row: number;
  readonly cells: readonly GridCell[];
}

/** An answer of Jobindsats, of whichever shape it was. */
export interface Grid {
  readonly labels: readonly string[];
  readonly records: readonly GridRecord[];
}

/**
 * Reads an answer: `{ columns, rows }` (version 3), `[{ Variables, Data }]` (version 2), or CSV. Records of another
 * length than the columns become issues.
 *
 * @throws CompetitionError `not-jobindsats` for a web page, for JSON of another shape and for what is no JSON after all.
 */
export function readGrid(text: string, file: string, issues: IssueList): Grid {
  const start = text.trimStart();
  if (start.startsWith("<")) throw notJobindsats(file, "a web page", "Are address and token right?");
  const { labels, records } = /^[[{]/.test(start) ? jsonGrid(text, file) : csvGrid(text);
  const whole = records.filter(({ row, cells }) => {
    if (cells.length === labels.length) return true;
    issues.add({
      code: cells.length < labels.length ? "too-few-cells" : "too-many-cells",
      row,
      received: cells.length,
      expected: `${labels.length} cells, as there are columns`,
    });
    return false;
  });
  return { labels, records: whole };
}

function csvGrid(text: string): Grid {
  const { cells, lines } = splitRecords(text);
  const filled = cells
    .map((record, index) => ({ row: lines[index] ?? 0, cells: record.map((cell) => cell.trim()) }))
    .filter((record) => record.cells.some((cell) => cell !== ""));
  const [header, ...records] = filled;
  return { labels: header?.cells ?? [], records };
}

function jsonGrid(text: string, file: string): Grid {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notJobindsats(file, "JSON that can't be read", "Did the answer arrive whole?");
  }
  const table = tableOf(value);
  if (table === undefined)
    throw notJobindsats(file, value, "What the server says instead may stand in the answer itself.");
  return {
    labels: table.labels,
    records: table.rows.map((cells, index) => ({ row: index + 2, cells: cells.map(asCell) })),
  };
}

interface JsonTable {
  readonly labels: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

function tableOf(value: unknown): JsonTable | undefined {
  if (isRecord(value)) return checked(value["columns"], value["rows"]);
  if (!Array.isArray(value) || value.length !== 1) return undefined;
  const [only]: unknown[] = value;
  if (!isRecord(only) || !Array.isArray(only["Variables"])) return undefined;
  const variables: unknown[] = only["Variables"];
  return checked(
    variables.map((each) => (isRecord(each) ? each["Label"] : undefined)),
    only["Data"],
  );
}

function checked(labels: unknown, rows: unknown): JsonTable | undefined {
  if (!isLabels(labels) || !isRows(rows)) return undefined;
  return { labels: labels.map((label) => label.trim()), rows };
}

function isLabels(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((label) => typeof label === "string");
}

function isRows(value: unknown): value is readonly (readonly unknown[])[] {
  return Array.isArray(value) && value.every(Array.isArray);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asCell(value: unknown): GridCell {
  if (value === null || value === undefined) return null;
  return typeof value === "number"
    ? value
    : (typeof value === "string" ? value : JSON.stringify(value)).trim();
}

function notJobindsats(file: string, received: unknown, hint: string): Error {
  return competitionError({
    code: "not-jobindsats",
    path: file,
    received: typeof received === "string" ? withoutCpr(received) : received,
    expected: "JSON with columns and rows, or CSV, as Jobindsats answers",
    hint,
  });
}

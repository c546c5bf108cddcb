import Papa from "papaparse";
import type { Separator } from "./types.js";

/** A file cut into records and cells. */
export interface Records {
  readonly separator: Separator;
  readonly cells: readonly (readonly string[])[];
  /** The line on which each record begins, the first being 1: a quoted cell may run over several. */
  readonly lines: Uint32Array;
  /** Positions of the records in which a quotation mark stands wrongly or isn't closed. */
  readonly broken: ReadonlySet<number>;
}

/** The line in which Excel may tell the separator, before the header. */
const DECLARED = /^sep=([;,\t])[;,\t ]*(?=\r|\n)/i;

/** How CSV text is written. */
interface Form {
  readonly text: string;
  readonly separator: Separator;
  readonly newline: "\n" | "\r";
}

/** About how many characters of a file are cut into cells at a time: few enough not to outlive their reading. */
const PIECE = 50_000;

/**
 * Cuts CSV text into records and cells, by the separator that its header line has most often, or that a first line
 * `sep=;` tells, which becomes an empty one.
 */
export function splitRecords(given: string): Records {
  return cut(ended(formOf(given)), 1);
}

/**
 * The same piece by piece, so that the cells of a large file never all exist at once. Text with quotation marks stays
 * in one piece: a line may end inside of a cell.
 */
export function* recordsInPieces(given: string, size: number = PIECE): Generator<Records> {
  const form = formOf(given);
  const { text, newline } = form;
  if (text.includes('"')) return yield cut(ended(form), 1);
  for (let start = 0, line = 1; start < text.length;) {
    const found = text.indexOf(newline, start + size);
    const end = found === -1 ? text.length : found;
    const records = cut({ ...form, text: text.slice(start, end) }, line);
    yield records;
    line += records.cells.length;
    start = end + 1;
  }
}

function formOf(given: string): Form {
  const newline = given.includes("\n") ? "\n" : "\r"; // of \r\n, the \r is white space at a cell's end
  const declared = DECLARED.exec(given);
  const text = given.slice(declared?.[0].length ?? 0);
  const separator = (declared?.[1] as Separator | undefined) ?? separatorOf(text, newline);
  return { text, separator, newline };
}

/** With the last line ended, since white space between a quotation mark and the end of the text would break it. */
function ended(form: Form): Form {
  return form.text.endsWith(form.newline) ? form : { ...form, text: form.text + form.newline };
}

function cut({ text, separator, newline }: Form, firstLine: number): Records {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, newline });
  const broken = new Set(errors.flatMap(({ row }) => (row === undefined ? [] : [row])));
  return { separator, cells: data, lines: linesOf(data, newline, text.includes('"'), firstLine), broken };
}

function separatorOf(text: string, newline: string): Separator {
  const header = text.trimStart().split(newline, 1)[0] ?? "";
  const unquoted = header.replaceAll(/"[^"]*"/g, "");
  const counted = ([";", ",", "\t"] as const).map((mark) => ({ mark, times: unquoted.split(mark).length }));
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).mark;
}

function linesOf(
  records: readonly (readonly string[])[],
  newline: string,
  quotes: boolean,
  firstLine: number,
): Uint32Array {
  const lines = new Uint32Array(records.length);
  let line = firstLine;
  for (const [index, cells] of records.entries()) {
    lines[index] = line++;
    if (!quotes) continue;
    for (const cell of cells) if (cell.includes(newline)) line += cell.split(newline).length - 1;
  }
  return lines;
}

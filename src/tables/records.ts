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

/**
 * Cuts CSV text into records and cells, by the separator that its header line has most often, or that a first line
 * `sep=;` tells, which becomes an empty one.
 */
export function splitRecords(given: string): Records {
  const newline = given.includes("\n") ? "\n" : "\r"; // of \r\n, the \r is white space at a cell's end
  const declared = DECLARED.exec(given);
  const text = given.slice(declared?.[0].length ?? 0);
  const separator = (declared?.[1] as Separator | undefined) ?? separatorOf(text, newline);
  const whole = text.endsWith(newline) ? text : text + newline;
  const { data, errors } = Papa.parse<string[]>(whole, { delimiter: separator, newline });
  const broken = new Set(errors.flatMap(({ row }) => (row === undefined ? [] : [row])));
  return { separator, cells: data, lines: linesOf(data, newline, text.includes('"')), broken };
}

function separatorOf(text: string, newline: string): Separator {
  const header = text.trimStart().split(newline, 1)[0] ?? "";
  const unquoted = header.replaceAll(/"[^"]*"/g, "");
  const counted = ([";", ",", "\t"] as const).map((mark) => ({ mark, times: unquoted.split(mark).length }));
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).mark;
}

function linesOf(records: readonly (readonly string[])[], newline: string, quotes: boolean): Uint32Array {
  const lines = new Uint32Array(records.length);
  let line = 1;
  for (const [index, cells] of records.entries()) {
    lines[index] = line++;
    if (!quotes) continue;
    for (const cell of cells) if (cell.includes(newline)) line += cell.split(newline).length - 1;
  }
  return lines;
}

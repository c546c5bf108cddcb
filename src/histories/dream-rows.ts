import { formatMonth } from "../core/index.js";
import { citizenCell, restored, withoutCpr, type IssueList } from "../tables/index.js";
import { cellPlaces, findCells, type CellPlaces } from "./dream-cells.js";
import type { Head } from "./dream-head.js";
import type { DreamLayout } from "./dream-layout.js";
import type { CodedWeeks, DreamRow, EmployedMonths } from "./dream-types.js";
import { nameOfWeek } from "./weeks.js";

/** Rows that could be read, and the line of each. */
export interface ReadDream {
  readonly rows: readonly DreamRow[];
  readonly lines: readonly number[];
}

/** The record that is being read, and the texts that were made so far: codes repeat, each is made once. */
interface Reader {
  readonly text: string;
  readonly places: CellPlaces;
  readonly known: Map<string, string>;
  readonly degrees: Map<string, number | undefined>;
  readonly layout: DreamLayout;
  readonly head: Head;
  readonly issues: IssueList;
  readonly lineOf: Map<string, number>;
}

/** Reads the records below a header. */
export function readDreamRows(text: string, head: Head, layout: DreamLayout, issues: IssueList): ReadDream {
  const places = cellPlaces(layout.width);
  const reader = {
    text,
    places,
    known: new Map(),
    degrees: new Map(),
    layout,
    head,
    issues,
    lineOf: new Map(),
  };
  const [separator, newline] = [head.separator.charCodeAt(0), head.newline.charCodeAt(0)];
  const rows: DreamRow[] = [];
  const lines: number[] = [];
  let line = head.line + 1;
  for (let at = head.next; at < text.length; at = places.next) {
    findCells(text, at, separator, newline, places);
    const row = isBlank(places) ? undefined : readRow(reader, line);
    if (row !== undefined) {
      rows.push(row);
      lines.push(line);
    }
    line += places.lines;
  }
  return { rows, lines };
}

function readRow(reader: Reader, line: number): DreamRow | undefined {
  if (!hasShape(reader, line)) return undefined;
  const citizen = readCitizen(reader, line);
  const employment = readEmployment(reader, line);
  return citizen === undefined ? undefined : Object.freeze({ citizen, weeks: readWeeks(reader), employment });
}

function isBlank({ starts, ends, count }: CellPlaces): boolean {
  for (let cell = 0; cell < Math.min(count, starts.length); cell++) {
    if (starts[cell] !== ends[cell]) return false;
  }
  return true;
}

function hasShape({ places, layout, issues }: Reader, row: number): boolean {
  if (places.broken) {
    issues.add({
      code: "broken-quotes",
      row,
      expected: 'a quotation mark at the start of a cell to be closed at its end, and doubled within ("")',
    });
  } else if (places.count !== layout.width) {
    issues.add({
      code: places.count < layout.width ? "too-few-cells" : "too-many-cells",
      row,
      received: places.count,
      expected: `${layout.width} cells, as in the header`,
    });
  }
  return !places.broken && places.count === layout.width;
}

function readCitizen(
  { text, places, layout, head, issues, lineOf }: Reader,
  row: number,
): string | undefined {
  const column = head.headings[layout.citizen] ?? "";
  const cell = text.slice(places.starts[layout.citizen], places.ends[layout.citizen]).replaceAll('""', '"');
  if (cell === "") {
    issues.add({ code: "empty-cell", row, column, received: "", expected: "a pseudonym" });
    return undefined;
  }
  const citizen = citizenCell(restored(cell), head.separator);
  if (typeof citizen === "object") {
    issues.add({ ...citizen, row, column, received: withoutCpr(cell) });
    return undefined;
  }
  const earlier = lineOf.get(citizen);
  if (earlier === undefined) {
    lineOf.set(citizen, row);
    return citizen;
  }
  const expected = `one row of a citizen, who has row ${earlier} already`;
  issues.add({ code: "duplicate-citizen", row, column, received: citizen, expected });
  return undefined;
}

function readWeeks(reader: Reader): readonly CodedWeeks[] {
  const { first, positions } = reader.layout.weeks;
  const runs: CodedWeeks[] = [];
  let code = "";
  let since = 0;
  for (let index = 0; index <= positions.length; index++) {
    const next = index === positions.length ? "" : valueAt(reader, positions[index] ?? -1, code);
    if (next === code && index < positions.length) continue;
    if (code !== "") {
      const [from, to] = [nameOfWeek(first + since), nameOfWeek(first + index - 1)];
      runs.push(Object.freeze({ code, from: onlyCopy(reader, from), to: onlyCopy(reader, to) }));
    }
    [code, since] = [next, index];
  }
  return Object.freeze(runs);
}

function readEmployment(reader: Reader, row: number): readonly EmployedMonths[] {
  const { degrees, industries } = reader.layout;
  const runs: EmployedMonths[] = [];
  let [degreeText, industry, since] = ["", "", 0];
  const end = degrees.positions.length;
  for (let index = 0; index <= end; index++) {
    const nextDegree = index === end ? "" : valueAt(reader, degrees.positions[index] ?? -1, degreeText);
    const nextIndustry = index === end ? "" : valueAt(reader, industries.positions[index] ?? -1, industry);
    if (nextDegree === degreeText && nextIndustry === industry && index < end) continue;
    if (degreeText !== "" || industry !== "") {
      const degree = degreeText === "" ? undefined : degreeOf(reader, degreeText, row, since);
      runs.push(
        Object.freeze({
          from: formatMonth(degrees.first + since),
          to: formatMonth(degrees.first + index - 1),
          ...(degree === undefined ? {} : { degree }),
          ...(industry === "" ? {} : { industry }),
        }),
      );
    }
    [degreeText, industry, since] = [nextDegree, nextIndustry, index];
  }
  return Object.freeze(runs);
}

/** A cell's text; `.`, which SAS writes for a missing value, is nothing. The text before it is given again if it is the same. */
function valueAt(reader: Reader, position: number, before: string): string {
  const { text, places } = reader;
  const start = places.starts[position] ?? 0;
  const length = (places.ends[position] ?? 0) - start;
  if (length === before.length && text.startsWith(before, start)) return before;
  if (length === 0 || (length === 1 && text[start] === ".")) return "";
  return onlyCopy(reader, text.slice(start, start + length));
}

/** The only copy of a text that repeats in many cells. */
function onlyCopy({ known }: Reader, text: string): string {
  const copy = known.get(text);
  if (copy === undefined) known.set(text, text);
  return copy ?? text;
}

/** A degree of employment, never in thousands: comma and point are both decimal marks (`0,75`, `.75`). */
function degreeOf(reader: Reader, text: string, row: number, index: number): number | undefined {
  if (reader.degrees.has(text)) return reader.degrees.get(text);
  const degree = /^(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(text)
    ? Number(text.replace(",", "."))
    : undefined;
  if (degree !== undefined && Number.isFinite(degree)) {
    reader.degrees.set(text, degree);
    return degree;
  }
  const column = reader.head.headings[reader.layout.degrees.positions[index] ?? -1] ?? "";
  const expected = "a degree of employment from 0, such as 0,75";
  reader.issues.add({ code: "impossible-number", row, column, received: withoutCpr(text), expected });
  return undefined;
}

import { competitionError, nearestWord, type Notice } from "../core/index.js";
import { mayBeEmpty, textCell } from "./cells.js";
import { withoutCpr } from "./cpr.js";
import { restored } from "./formulas.js";
import type { FoundIssue, IssueList } from "./issues.js";
import type { CellReader, CellValue, Column } from "./types.js";

/** Where a column of ours stands in the file. */
export interface Place {
  readonly name: string;
  readonly position: number;
  readonly read: CellReader<CellValue>;
  readonly needed: boolean;
}

/** The header of a file, matched with the columns that are wanted. */
export interface Layout {
  readonly places: readonly Place[];
  /** How many cells each record has. */
  readonly width: number;
  /** Positions under no name, as separators at the ends of lines make them: their cells must be empty. */
  readonly unnamed: readonly number[];
  /** Whether all columns are there that have to be: without one nothing can be said across the cells of a row. */
  readonly isComplete: boolean;
  readonly notices: readonly Notice[];
}

/** What is looked for in a header. */
export interface Wanted {
  readonly columns: Readonly<Record<string, Column<CellValue>>>;
  readonly headings?: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly rest?: "keep";
  /** The file's own names by ours. */
  readonly map: Readonly<Record<string, string>>;
}

interface Heading {
  readonly text: string;
  readonly position: number;
}

/** Finds each wanted column in a header by the file's own name for it or else by ours and its further ones, in any case. */
export function readHeader(
  file: string,
  cells: readonly string[],
  line: number,
  wanted: Wanted,
  issues: IssueList,
): Layout {
  const columns = { ...columnsOfMap(wanted), ...wanted.columns };
  const headings = cells.map((cell, position): Heading => ({ text: restored(cell.trim()), position }));
  const named = headings.filter(({ text }) => text !== "");
  for (const { text } of named.filter((each, index) => named.findIndex(sameAs(each.text)) !== index)) {
    issues.add({
      code: "duplicate-column",
      row: line,
      column: withoutCpr(text),
      received: withoutCpr(text),
      expected: "one column of a name",
    });
  }

  const mapped = new Set(Object.values(wanted.map).map(plain)); // said to be another column's
  const found = new Map<string, Heading>();
  for (const name of Object.keys(columns)) {
    const given = wanted.map[name];
    const further = (wanted.headings?.[name] ?? []).filter((each) => !mapped.has(plain(each)));
    const names = given === undefined ? [name, ...further] : [given];
    const heading = names.map((each) => named.find(sameAs(each))).find((each) => each !== undefined);
    if (heading !== undefined) found.set(name, heading);
  }
  const taken = new Set([...found.values()].map(({ position }) => position));
  const others = named.filter(({ position }) => !taken.has(position));

  const places: Place[] = [];
  const absent: string[] = [];
  let isComplete = true;
  for (const [name, { presence, read }] of Object.entries(columns)) {
    const heading = found.get(name);
    if (heading !== undefined) {
      places.push({ name, position: heading.position, read, needed: presence === "required" });
    } else if (presence === "optional" && wanted.map[name] === undefined) {
      absent.push(name);
    } else {
      isComplete = false;
      issues.add(missingColumn(name, wanted.map[name] ?? name, line, others, Object.keys(wanted.columns)));
    }
  }

  const kept = others.filter(({ text }) => wanted.rest === "keep" && isFree(text, columns));
  for (const { text, position } of kept) places.push({ name: text, position, read: textCell, needed: false });
  return {
    places,
    width: cells.length,
    unnamed: headings.filter(({ text }) => text === "").map(({ position }) => position),
    isComplete,
    notices: others.flatMap((each) => noticesOf(file, each.text, kept.includes(each), absent)),
  };
}

/** Further columns that the caller's map names: kept as text like the rest, under the caller's name. */
function columnsOfMap({ columns, rest, map }: Wanted): Record<string, Column<CellValue>> {
  const further = Object.keys(map).filter((name) => !Object.hasOwn(columns, name));
  const [unknown] = further;
  if (unknown !== undefined && rest !== "keep") {
    const known = Object.keys(columns);
    const near = nearestWord(unknown, known);
    throw competitionError({
      code: "unknown-column",
      path: `columns.${unknown}`,
      received: unknown,
      expected: `one of ${known.join(", ")}`,
      ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
    });
  }
  return Object.fromEntries(further.map((name) => [name, mayBeEmpty(textCell)]));
}

function missingColumn(
  name: string,
  heading: string,
  line: number,
  others: readonly Heading[],
  known: readonly string[],
): FoundIssue {
  const near = nearestWord(
    heading,
    others.map(({ text }) => text),
  );
  return {
    code: "missing-column",
    row: line,
    column: name,
    received: withoutCpr(others.map(({ text }) => text).join(", ")), // without a header, a row of data
    expected: `a column ${heading}`,
    hint:
      near !== undefined
        ? `Is it ${near}? Then map it: columns: { ${name}: ${JSON.stringify(near)} }, or --columns <table>.${name}=${near}.`
        : known.includes(name)
          ? `If it has another name in the file, map it: columns: { ${name}: "…" }, or --columns <table>.${name}=….`
          : furtherText(name, known),
  };
}

/** Of a column of the map that isn't ours: either its name is mistyped or its heading. */
function furtherText(name: string, known: readonly string[]): string {
  const near = nearestWord(name, known);
  const ours = near ?? `one of ${known.join(", ")}`;
  return `${name} is a further column, which must stand in the file under the name that is mapped; for one of ours write ${ours}.`;
}

function noticesOf(file: string, column: string, kept: boolean, absent: readonly string[]): Notice[] {
  const near = nearestWord(column, absent);
  if (near !== undefined) {
    return [{ code: "column-near-miss", severity: "caution", file, column, nearest: near }];
  }
  return kept ? [] : [{ code: "column-not-used", severity: "info", file, column }];
}

/** Whether a further column can stand under its own name in a row. */
function isFree(text: string, columns: object): boolean {
  return text !== "__proto__" && !Object.keys(columns).some((name) => sameAs(name)({ text }));
}

function sameAs(name: string): (heading: { readonly text: string }) => boolean {
  const sought = plain(name);
  return ({ text }) => plain(text) === sought;
}

/** A name without its case; a letter with a mark may be written as one character or two. */
function plain(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}

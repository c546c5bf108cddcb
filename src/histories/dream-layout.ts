import { competitionError, formatMonth, nearestWord, type Notice } from "../core/index.js";
import { withoutCpr, type IssueList } from "../tables/index.js";
import type { Head } from "./dream-head.js";
import {
  gapsIn,
  monthColumns,
  repeatedColumns,
  seriesOf,
  USUAL_PREFIX,
  weekColumns,
  weekPrefixOf,
  type DatedColumn,
  type Series,
} from "./dream-series.js";
import { nameOfWeek } from "./weeks.js";

/** How the file names its columns. */
export interface DreamNames {
  readonly columns: Readonly<Record<string, string>>;
  /** Found in the file where it isn't given. */
  readonly weekPrefix: string | undefined;
  readonly industryPrefix: string;
  readonly degreePrefix: string;
}

/** Where a wide weekly file has what. */
export interface DreamLayout {
  readonly width: number;
  readonly citizen: number;
  readonly weeks: Series;
  /** Employment by month: both series have the same months. */
  readonly degrees: Series;
  readonly industries: Series;
  readonly notices: readonly Notice[];
}

/** Finds a file's columns; what is wrong with them becomes issues of its header line. */
export function readLayout(file: string, head: Head, names: DreamNames, issues: IssueList): DreamLayout {
  const { headings, line } = head;
  const citizen = citizenColumn(head, names.columns, issues);
  const prefix = names.weekPrefix ?? weekPrefixOf(headings);
  const weekly = weekColumns(headings, prefix);
  const degree = monthColumns(headings, names.degreePrefix);
  const industry = monthColumns(headings, names.industryPrefix);
  if (weekly.length === 0) {
    issues.add({
      code: "no-weeks",
      row: line,
      expected: `columns of weeks, such as ${prefix}0453`,
      hint: "If they begin with something else, say it by weekPrefix.",
    });
  }
  checkDated([weekly], "week", nameOfWeek, line, issues);
  checkDated([degree, industry], "month", formatMonth, line, issues);

  const used = new Set([citizen, ...[...weekly, ...degree, ...industry].map(({ position }) => position)]);
  const unused = headings.filter((heading, position) => heading !== "" && !used.has(position));
  const [firstWeek, lastWeek] = rangeOf(weekly);
  const [firstMonth, lastMonth] = rangeOf([...degree, ...industry]);
  return {
    width: headings.length,
    citizen,
    weeks: seriesOf(weekly, firstWeek, lastWeek),
    degrees: seriesOf(degree, firstMonth, lastMonth),
    industries: seriesOf(industry, firstMonth, lastMonth),
    notices: noticesOf(file, names.weekPrefix === undefined ? prefix : undefined, unused),
  };
}

/** Least and greatest number; without any column, a range that is empty. */
function rangeOf(columns: readonly DatedColumn[]): readonly [first: number, last: number] {
  let [first, last] = [Infinity, -Infinity];
  for (const { number } of columns) {
    if (number === undefined) continue;
    first = Math.min(first, number);
    last = Math.max(last, number);
  }
  return first > last ? [0, -1] : [first, last];
}

/**
 * Refuses what the calendar hasn't, what comes twice and what is missing in between: a week without a column isn't
 * a blank week, and who had which benefit then isn't known.
 */
function checkDated(
  groups: readonly (readonly DatedColumn[])[],
  unit: "week" | "month",
  nameOf: (number: number) => string,
  row: number,
  issues: IssueList,
): void {
  const columns = groups.flat();
  for (const { heading, number } of columns) {
    if (number !== undefined) continue;
    const expected = unit === "week" ? "a week that its ISO year has" : "a month from 01 to 12";
    issues.add({ code: `impossible-${unit}`, row, column: heading, received: heading, expected });
  }
  for (const { heading, number = 0 } of groups.flatMap(repeatedColumns)) {
    const expected = `one column of ${nameOf(number)}`;
    issues.add({ code: `duplicate-${unit}`, row, column: heading, received: heading, expected });
  }
  for (const [first, last] of gapsIn(columns.flatMap(({ number }) => number ?? []))) {
    const missing = first === last ? nameOf(first) : `${nameOf(first)} to ${nameOf(last)}`;
    issues.add({
      code: `missing-${unit}`,
      row,
      received: "none",
      expected: `a column of ${missing}, since others stand before and after it`,
      hint: `A missing ${unit} isn't a blank one. Order it from the register, or leave out what lies before it.`,
    });
  }
}

/** The register's key: `PNR`, or `citizen`, unless the caller maps another. */
function citizenColumn(
  { headings, line }: Head,
  columns: Readonly<Record<string, string>>,
  issues: IssueList,
): number {
  const unknown = Object.keys(columns).find((name) => name !== "citizen");
  if (unknown !== undefined) throw unknownColumn(unknown);
  const mapped = columns["citizen"];
  const sought = mapped === undefined ? ["pnr", "citizen"] : [plain(mapped)];
  const found = headings.flatMap((heading, position) => (sought.includes(plain(heading)) ? [position] : []));
  const [position] = found;
  if (position === undefined) {
    const near = nearestWord(mapped ?? "PNR", headings.filter((heading) => !/\d$/.test(heading))); // prettier-ignore
    issues.add({
      code: "missing-column",
      row: line,
      column: "citizen",
      expected: `a column ${mapped ?? "PNR"} with a pseudonym of each citizen`,
      hint: `If it has another name, map it: columns: { citizen: ${JSON.stringify(withoutCpr(near ?? "…"))} }.`,
    });
  } else if (found.length > 1) {
    const received = found.map((each) => headings[each]).join(", ");
    issues.add({
      code: "duplicate-column",
      row: line,
      column: "citizen",
      received,
      expected: "one column of citizens",
    });
  }
  return position ?? -1;
}

function plain(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}

function unknownColumn(received: string): Error {
  return competitionError({
    code: "unknown-column",
    path: `columns.${received}`,
    received,
    expected: "citizen; weeks and months are found by their prefixes",
  });
}

function noticesOf(file: string, found: string | undefined, unused: readonly string[]): readonly Notice[] {
  const notices: Notice[] = [];
  if (found !== undefined && found.toLowerCase() !== USUAL_PREFIX) {
    notices.push({ code: "week-prefix", severity: "info", file, prefix: found });
  }
  if (unused.length > 0) {
    const names = unused.slice(0, 5).map(withoutCpr);
    notices.push({ code: "columns-not-used", severity: "info", file, columns: unused.length, names });
  }
  return notices;
}

import { resolveOptions, type Notice, type OptionRules } from "../../core/index.js";
import { decodeText, issueList, withoutCpr, type TableOptions } from "../../tables/index.js";
import { checkDescription, describeRule, type FileDescription } from "../files/description.js";
import { isMissing } from "../files/missing.js";
import { onceEach } from "../files/once.js";
import { fileName, municipalityFileRules } from "../files/options.js";
import { parsedOf } from "../files/parsed.js";
import { sortPlaces } from "../files/places.js";
import { figureNotices } from "../files/reading.js";
import type { ParsedMunicipalities } from "../types.js";
import { readGrid, type Grid, type GridCell } from "./grid.js";
import { apart } from "./labels.js";
import { markOf, type DecimalMark } from "./numbers.js";
import { findRoles, type Roles } from "./roles.js";
import { readRecord } from "./record.js";

/** What `parseJobindsats` takes besides the bytes. */
export interface JobindsatsOptions extends TableOptions {
  /**
   * Which of the table's columns is what: `events`, `total`, `rate`, `expected`, `actual`, `expectedShare`,
   * `actualShare`, `rank`, `municipality`, `period`, `group`; any other name makes a framework condition of a column.
   */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** What was measured, where the table's own labels don't say it well enough. */
  readonly describe?: FileDescription | undefined;
  /** The sign before decimals; by default as the file's numbers show it. */
  readonly decimal?: DecimalMark | undefined;
}

/**
 * Reads a table of Jobindsats, as version 3 of its interface answers (JSON with `columns` and `rows`, or CSV with
 * semicolons), and as version 2 did.
 *
 * The benchmark table y30r21 is known by its columns: expected and actual number and share of full-time persons, and
 * the rank; low is good, and there are no limits by chance. Of other tables `columns` names the numbers. Events that
 * are full-time persons become a rate of their total, without limits. Columns of words (benefit group, sex, age) make
 * up the `group`; place and period are known by their labels. Decimal commas, points between thousands and marks for
 * what isn't told (empty, `-`, `.`, `..`, null) are read; a mark leaves the row out, with a notice. Columns of one label
 * are numbered: `Antal personer (2)`. Where marks leave out the numbers or the shares of a row alone, the notice
 * `figure-partly-told` names it. Shares are per cent where their label says so (`pct.`), or `describe: { shares: "percent" }` does.
 *
 * What the table doesn't say is put in plain words: `definition` is the label of the number, `population` "alle i
 * målingen", `anchor` "perioden", `window` the kind of period, `source` "Jobindsats". `describe` says it better.
 *
 * @param input The answer's bytes or text.
 * @returns Rows with their source and notices (those of `parseMunicipalities`, `columns-numbered`, `columns-not-used`),
 *   and `areas`: the country, regions and the like. In JSON, row numbers count the columns as row 1.
 * @throws CompetitionError `not-jobindsats`, `missing-column`, `no-measure`; `rows-in-error` with every issue, among
 *   them `duplicate-row` and `cpr-shaped`.
 * @example
 * parseJobindsats(bytes, { name: "y30r21.json" }).rows[0] // { figure: "expected", expected: 3400, actual: 2980, … }
 * @example
 * parseJobindsats(csv, { name: "y14d03.csv", columns: { events: "Antal afsluttede til job", total: "Antal afsluttede" } })
 */
export function parseJobindsats(
  input: Uint8Array | string,
  options: JobindsatsOptions,
): ParsedMunicipalities {
  const { values } = resolveOptions("parseJobindsats", options, RULES);
  const file = fileName("parseJobindsats", values);
  const { shares = "proportion", ...describe } = checkDescription(values.describe ?? {});
  const decoded = decodeText(input, file);
  const issues = issueList(file);
  const grid = readGrid(decoded.text, file, issues);
  const { labels, notices } = apart(file, grid.labels);
  const roles = findRoles(file, labels, values.columns ?? {}, (position) => hasNumbers(grid, position));
  const mark = values.decimal ?? decimalMark(grid, roles);
  if (mark === "both") issues.add(TWO_MARKS);

  const table = { labels, roles, describe, shares, mark: mark === "both" ? undefined : mark };
  const readings = grid.records.map((record) => ({ ...readRecord(record, table), line: record.row }));
  const isRepeated = onceEach();
  readings.forEach(({ problems, row, line }, index) => {
    const repeated = row === undefined ? undefined : isRepeated(row);
    const place = labels[roles.municipality] ?? "";
    for (const problem of repeated === undefined ? problems : [...problems, { ...repeated, column: place }]) {
      const cell = grid.records[index]?.cells[labels.indexOf(problem.column)];
      issues.add({ ...problem, row: line, ...(cell === undefined ? {} : { received: shown(cell) }) });
    }
  });
  issues.throwIfAny();

  const placed = sortPlaces(file, readings);
  return parsedOf(file, decoded, placed, [
    ...notices,
    ...unusedNotices(file, labels, roles),
    ...figureNotices(file, readings),
    ...placed.notices,
  ]);
}

const RULES: OptionRules<JobindsatsOptions> = {
  ...municipalityFileRules,
  describe: describeRule,
  decimal: { expected: "a comma or a point", accepts: (value) => value === "," || value === "." },
};

const TWO_MARKS = {
  code: "two-decimal-marks",
  expected: "one decimal mark throughout",
  hint: 'Say to parseJobindsats which it is, decimal: "," or decimal: ".", or write all numbers with the same.',
};

function shown(cell: GridCell): unknown {
  return typeof cell === "string" ? withoutCpr(cell) : cell;
}

function hasNumbers({ records }: Grid, position: number): boolean {
  const cells = records.map((record) => record.cells[position] ?? null);
  const told = cells.filter((cell) => cell !== null && !isMissing(String(cell)));
  return told.some((cell) => typeof cell === "number" || /^[+-]?\d[\d.,\s]*$/.test(cell ?? ""));
}

function decimalMark({ records }: Grid, roles: Roles): DecimalMark | "both" | undefined {
  const positions = [...roles.figures.values(), ...roles.covariates.values(), ...roles.unused];
  return markOf(
    records.flatMap(({ cells }) =>
      positions.flatMap((position) => {
        const cell = cells[position];
        return typeof cell === "string" ? [cell] : [];
      }),
    ),
  );
}

function unusedNotices(file: string, labels: readonly string[], { unused }: Roles): readonly Notice[] {
  if (unused.length === 0) return [];
  const names = unused.map((position) => labels[position] ?? "");
  return [
    { code: "columns-not-used", severity: "info", file, columns: names.length, names: names.slice(0, 5) },
  ];
}

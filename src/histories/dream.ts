import { competitionError, deepFreeze, formatMonth, resolveOptions, type Notice, type OptionRules } from "../core/index.js"; // prettier-ignore
import { decodeText, fileRules, issueList, type TableOptions } from "../tables/index.js";
import { readHead } from "./dream-head.js";
import { readLayout } from "./dream-layout.js";
import { readDreamRows } from "./dream-rows.js";
import type { DreamTable } from "./dream-types.js";
import { nameOfWeek } from "./weeks.js";

export interface DreamOptions extends TableOptions {
  /** What the headings of weeks begin with; by default `y_`, or else what the file's own weekly columns do. */
  readonly weekPrefix?: string | undefined;
  /** What the headings of the employer's industry by month begin with; `branche_` by default. */
  readonly industryPrefix?: string | undefined;
  /** What the headings of the degree of employment by month begin with; `grad_` by default. */
  readonly degreePrefix?: string | undefined;
}

/**
 * Reads DREAM's wide file: one row per citizen, one column per week.
 *
 * Columns: the key (`PNR`, which must hold a pseudonym); `y_YYWW` or `y_YYYYWW` for ISO weeks, a two-digit year below
 * 90 being one of this century; `branche_YYYY_MM` and `grad_YYYY_MM` for the months of employment. Others are left
 * out and counted. Weeks may stand in any order, but each between the first and the last has its column, week 53
 * where a year has one: a missing column isn't a blank week, since who had which benefit then isn't known.
 *
 * A blank cell or `.` is a blank week: no benefit was recorded, which isn't work. Codes are kept as text and as runs
 * of weeks; what they mean is for {@link parseCodes} to say.
 *
 * @param options `name` of the file; `columns`, the file's own name for `citizen`; `weekPrefix`, `industryPrefix`,
 * `degreePrefix`.
 * @returns a row per citizen, with `firstWeek`, `lastWeek` and the months of employment that the file covers; notices
 * `windows-1252`, `week-prefix`, `columns-not-used`, `no-rows`.
 * @throws CompetitionError `rows-in-error` with all issues, among them `missing-column`, `no-weeks`,
 * `impossible-week`, `duplicate-week`, `missing-week` (and of months), `cpr-shaped`, `duplicate-citizen`,
 * `impossible-number`; `empty-file`, `not-text`, `unknown-option`, `unknown-column`.
 * @example
 * parseDream("PNR;y_0452;y_0453;y_0501\np1;101;101;\n", { name: "dream.csv" }).rows
 * // [{ citizen: "p1", weeks: [{ code: "101", from: "2004-W52", to: "2004-W53" }], employment: [] }]
 * @example
 * parseDream("PNR;y_0501\np1;.\n", { name: "dream.csv" }).rows // [{ citizen: "p1", weeks: [], employment: [] }]
 */
export function parseDream(input: Uint8Array | string, options: DreamOptions): DreamTable {
  const { name, columns, ...prefixes } = checkedOptions(options);
  const { text, digest, notices } = decodeText(input, name);
  const issues = issueList(name);
  const head = readHead(text, name);
  const layout = readLayout(name, head, { columns, ...prefixes }, issues);
  issues.throwIfAny();
  const { rows, lines } = readDreamRows(text, head, layout, issues);
  issues.throwIfAny();

  const { weeks, degrees: months } = layout;
  const none: Notice[] = rows.length === 0 ? [{ code: "no-rows", severity: "caution", file: name }] : [];
  return Object.freeze({
    kind: "dream",
    rows: Object.freeze(rows),
    firstWeek: nameOfWeek(weeks.first),
    lastWeek: nameOfWeek(weeks.first + weeks.positions.length - 1),
    ...(months.positions.length === 0
      ? {}
      : {
          employment: Object.freeze({
            from: formatMonth(months.first),
            to: formatMonth(months.first + months.positions.length - 1),
          }),
        }),
    notices: deepFreeze([...notices, ...layout.notices, ...none]),
    source: Object.freeze({ name, digest, rows: rows.length }),
    rowNumber: (index: number) => lineOf(lines, index, name),
  });
}

interface Checked {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly weekPrefix: string | undefined;
  readonly industryPrefix: string;
  readonly degreePrefix: string;
}

const PREFIX = {
  expected: "what the headings begin with, such as y_",
  accepts: (value: unknown) => typeof value === "string",
};

const RULES: OptionRules<DreamOptions> = {
  ...fileRules('{ citizen: "PNR" }'),
  weekPrefix: PREFIX,
  industryPrefix: { ...PREFIX, default: "branche_" },
  degreePrefix: { ...PREFIX, default: "grad_" },
};

function checkedOptions(options: DreamOptions): Checked {
  const { values } = resolveOptions<DreamOptions>("parseDream", options, RULES);
  const { name, columns = {}, weekPrefix, industryPrefix = "branche_", degreePrefix = "grad_" } = values;
  if (name !== undefined) return { name, columns, weekPrefix, industryPrefix, degreePrefix };
  throw competitionError({
    code: "missing-option",
    path: "parseDream.name",
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

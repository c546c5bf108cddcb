import { competitionError, parseDay, readDay, type Day, type Notice } from "../core/index.js";
import { daysBeforehand, type Outcomes, type Participant } from "../outcomes/index.js";
import { rowsOf, type TableInput } from "../tables/index.js";
import { columnNotices, stratumNotices } from "./baselineNotices.js";
import type { BalanceRow, BaselineRow } from "./types.js";

/** One thing known of citizens before the draw; citizens without a value are not in it. */
export interface BaselineColumn {
  readonly name: string;
  readonly origin: BalanceRow["origin"];
  /** By citizen. */
  readonly values: ReadonlyMap<string, number | string>;
  readonly isNumeric: boolean;
}

/** All that is known before the draw, and what is to be said of it. */
export interface Baseline {
  readonly columns: readonly BaselineColumn[];
  readonly notices: readonly Notice[];
}

/** Columns of a row that tell whom and when it is about. */
const KEYS = new Set(["citizen", "referredOn", "household", "measuredOn"]);
/** A column of more categories than this is no baseline but a name, a postal code, a remark. */
const MOST_CATEGORIES = 20;
const NUMBER = /^[-−]?\d+(?:[.,]\d+)?$/;

/**
 * What is known of everyone before the draw: the strata as they were frozen in the ledger, the year before the
 * referral from the histories, and the columns of the rows given. Rows that were measured after the draw could
 * be a result of it: where there is one, none of the given columns is used.
 *
 * @throws CompetitionError `impossible-baseline` for two rows of one citizen's first referral, or for a
 *   `measuredOn` that is no day.
 */
export function baselineOf(outcomes: Outcomes, given: TableInput<BaselineRow> | undefined): Baseline {
  const strata = strataColumns(outcomes.participants);
  const history = Object.entries(daysBeforehand(outcomes)).map(([name, values]): BaselineColumn => ({
    name,
    origin: "history",
    values,
    isNumeric: true,
  }));
  const own = given === undefined ? NOTHING : givenColumns(given, outcomes.participants);
  const taken = new Set([...strata, ...history].map(({ name }) => name));
  const columns = [...strata, ...history, ...own.columns.filter(({ name }) => !taken.has(name))];
  return { columns: columns.filter(({ values }) => new Set(values.values()).size > 1), notices: own.notices };
}

const NOTHING: Baseline = { columns: [], notices: [] };

function strataColumns(participants: readonly Participant[]): readonly BaselineColumn[] {
  const factors = new Set(participants.flatMap(({ stratum }) => Object.keys(stratum)));
  return [...factors].map((name) => ({
    name,
    origin: "stratum",
    isNumeric: false,
    values: new Map(
      participants.flatMap(({ citizen, stratum }): (readonly [string, string])[] =>
        stratum[name] === undefined ? [] : [[citizen, stratum[name]]],
      ),
    ),
  }));
}

function givenColumns(given: TableInput<BaselineRow>, participants: readonly Participant[]): Baseline {
  const matched = matchedRows(rowsOf(given), participants);
  const late = participants.filter(({ citizen, referredOn }) => {
    const measuredOn = matched.get(citizen)?.measuredOn;
    if (measuredOn === undefined || measuredOn === "") return false;
    return dayMeasured(citizen, measuredOn) > parseDay(referredOn, "referredOn");
  }).length;
  if (late > 0) {
    return {
      columns: [],
      notices: [{ code: "covariate-after-draw", severity: "warning", citizens: late }],
    };
  }
  const names = new Set(
    [...matched.values()].flatMap((row) => Object.keys(row)).filter((key) => !KEYS.has(key)),
  );
  const strata = new Set(participants.flatMap(({ stratum }) => Object.keys(stratum)));
  const columns = [...names].map((name) => columnOf(name, matched));
  const [used, unused] = [columns.filter(isUsable), columns.filter((column) => !isUsable(column))];
  const without = participants.length - matched.size;
  return {
    columns: used,
    notices: [
      ...stratumNotices(matched, participants),
      ...columnNotices(
        columns.filter(({ name }) => !strata.has(name)),
        given,
        (text) => NUMBER.test(text),
      ),
      ...unused.map(
        ({ name }) =>
          ({
            code: "baseline-column-unused",
            severity: "caution",
            column: name,
            most: MOST_CATEGORIES,
          }) as const,
      ),
      ...(without > 0
        ? [
            {
              code: "baseline-missing",
              severity: "caution",
              citizens: without,
              of: participants.length,
            } as const,
          ]
        : []),
    ],
  };
}

/** A day as ISO or Danish files write it. */
function dayMeasured(citizen: string, measuredOn: string): Day {
  const day = readDay(measuredOn);
  if (day !== undefined) return day;
  throw competitionError({
    code: "impossible-baseline",
    path: `baseline of ${citizen}, measuredOn`,
    received: measuredOn,
    expected: "a day as YYYY-MM-DD or DD-MM-YYYY",
  });
}

/** The row of each participant's first referral. */
function matchedRows(
  rows: readonly BaselineRow[],
  participants: readonly Participant[],
): ReadonlyMap<string, BaselineRow> {
  const first = new Map(participants.map(({ citizen, referredOn }) => [citizen, referredOn]));
  const matched = new Map<string, BaselineRow>();
  rows.forEach((row, index) => {
    const referredOn = first.get(row.citizen);
    if (referredOn === undefined) return;
    if (row.referredOn !== undefined && row.referredOn !== referredOn) return;
    if (matched.has(row.citizen)) throw twice(row, index);
    matched.set(row.citizen, row);
  });
  return matched;
}

function twice({ citizen }: BaselineRow, index: number): Error {
  return competitionError({
    code: "impossible-baseline",
    path: `baseline[${index}].citizen`,
    received: citizen,
    expected: "one row for each citizen's first referral",
    hint: "Give referredOn in the rows of citizens who were referred several times, and leave out doubles.",
  });
}

function columnOf(name: string, rows: ReadonlyMap<string, BaselineRow>): BaselineColumn {
  const present = [...rows].flatMap(([citizen, row]): (readonly [string, string])[] => {
    const text = String(row[name] ?? "").trim();
    return text === "" ? [] : [[citizen, text]];
  });
  return present.every(([, text]) => NUMBER.test(text))
    ? {
        name,
        origin: "given",
        isNumeric: true,
        values: new Map(
          present.map(([citizen, text]) => [citizen, Number(text.replace(",", ".").replace("−", "-"))]),
        ),
      }
    : { name, origin: "given", isNumeric: false, values: new Map(present) };
}

function isUsable({ isNumeric, values }: BaselineColumn): boolean {
  return isNumeric || new Set(values.values()).size <= MOST_CATEGORIES;
}

/** The categories of a column that some of the citizens have, in the order of the alphabet. */
export function categoriesOf({ values }: BaselineColumn, citizens: readonly string[]): readonly string[] {
  const present = new Set(citizens.flatMap((citizen) => values.get(citizen) ?? []).map(String));
  return [...present].toSorted();
}

/**
 * A column as numbers for a regression, by name: a numeric one with its mean where nothing is known, a
 * categorical one as indicators of its categories but the first, "not known" being one of them.
 */
export function predictorsOf(
  column: BaselineColumn,
  citizens: readonly string[],
): Readonly<Record<string, readonly number[]>> {
  const { name, values } = column;
  if (column.isNumeric) {
    const known = citizens.flatMap((citizen) => values.get(citizen) ?? []).map(Number);
    const mean = known.reduce((sum, value) => sum + value / known.length, 0);
    return { [name]: citizens.map((citizen) => Number(values.get(citizen) ?? mean)) };
  }
  const hasUnknown = citizens.some((citizen) => !values.has(citizen));
  const indicated = [...categoriesOf(column, citizens).slice(1), ...(hasUnknown ? [undefined] : [])];
  return Object.fromEntries(
    indicated.map((category) => [
      `${name}: ${category ?? "not known"}`,
      citizens.map((citizen) => (values.get(citizen) === category ? 1 : 0)),
    ]),
  );
}

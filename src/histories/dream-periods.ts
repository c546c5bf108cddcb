import { competitionError, type Notice, type Period } from "../core/index.js";
import { isCprShaped, rowsOf } from "../tables/index.js";
import { NO_STATE, type CodeMap } from "./codes-map.js";
import { collector } from "./dream-collector.js";
import type { DreamTable } from "./dream-types.js";
import { countUnknown, unknownCodes, unknownCodesNotice, type UnknownCode } from "./dream-unknown.js";
import { BLANK, coveredWeeks, UNKNOWN, visitWeeks } from "./dream-weeks.js";
import { employedDays, type EmploymentRule } from "./employment.js";
import type { PeriodColumns } from "./periods.js";
import { daysOfWeek, weekHolding, type MonthOfWeek } from "./weeks.js";

/** How weeks become days in states. */
export interface DreamReading {
  readonly codes: CodeMap;
  readonly stateNames: readonly string[];
  /** The days that are asked for, half-open. Weeks wholly outside aren't read. */
  readonly observed: Period;
  readonly monthOfWeek: MonthOfWeek;
  readonly employment: EmploymentRule | undefined;
  /** The state of codes without a meaning; an error where there is none. */
  readonly unknownCodesAs: string | undefined;
}

/** Weeks as columns of periods: every citizen with a row is observed, also without any period. */
export interface DreamColumns extends PeriodColumns {
  readonly numbers: ReadonlyMap<string, number>;
  /** How many periods had days from the end of the observation on, which were cut off. */
  readonly cut: number;
  readonly notices: readonly Notice[];
}

/**
 * Puts a register's weeks into columns of periods.
 *
 * @throws CompetitionError `unknown-codes`, `impossible-weeks`, `impossible-month`, `duplicate-citizen`,
 * `impossible-citizen`, `cpr-shaped`.
 */
export function dreamPeriods(table: DreamTable, reading: DreamReading): DreamColumns {
  const { codes, stateNames, observed, monthOfWeek, employment, unknownCodesAs } = reading;
  const covered = coveredWeeks(table);
  const range = {
    first: weekHolding(observed.start, monthOfWeek),
    last: weekHolding(observed.end - 1, monthOfWeek),
  };
  const numbers = new Map<string, number>();
  const unknown = new Map<string, UnknownCode>();
  const unknownState = unknownCodesAs === undefined ? NO_STATE : stateNames.indexOf(unknownCodesAs);
  const employedState = employment === undefined ? NO_STATE : stateNames.indexOf(employment.state);
  const collected = collector(observed.end);
  const filled = { days: 0, citizens: 0 };

  for (const row of rowsOf(table)) {
    const number = newNumber(row.citizen, numbers);
    const employed = employment === undefined ? [] : employedDays(row, employment);
    let days = 0;
    visitWeeks(row, covered, range, codes, (first, last, meaning, code) => {
      const { start } = daysOfWeek(first, monthOfWeek);
      const { end } = daysOfWeek(last, monthOfWeek);
      if (meaning === UNKNOWN) countUnknown(unknown, code, number, first, last);
      if (meaning === BLANK) days += collected.addWithin(number, employedState, { start, end }, employed);
      else collected.add(number, meaning === UNKNOWN ? unknownState : meaning, start, end);
    });
    filled.days += days;
    if (days > 0) filled.citizens++;
  }
  if (unknown.size > 0 && unknownCodesAs === undefined) throw unknownCodes(unknown, table.source.name, codes);
  const notices: Notice[] = [];
  if (unknown.size > 0 && unknownCodesAs !== undefined)
    notices.push(unknownCodesNotice(unknown, unknownCodesAs));
  if (employment !== undefined)
    notices.push({ code: "blank-as-employed", severity: "info", state: employment.state, ...filled });
  return { ...collected.columns(), citizens: numbers.size, states: stateNames.length, numbers, notices };
}

function newNumber(citizen: string, numbers: Map<string, number>): number {
  const path = `row ${numbers.size} of the weeks`;
  if (typeof citizen !== "string" || citizen === "")
    throw competitionError({ code: "impossible-citizen", path, received: citizen, expected: "a pseudonym" });
  if (isCprShaped(citizen)) throw competitionError({ code: "cpr-shaped", path, expected: "a pseudonym" });
  if (numbers.has(citizen))
    throw competitionError({ code: "duplicate-citizen", path, received: citizen, expected: "one row each" });
  numbers.set(citizen, numbers.size);
  return numbers.size - 1;
}

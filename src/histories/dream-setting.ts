import {
  competitionError,
  formatDay,
  nearestWord,
  oneOf,
  parseDay,
  resolveOptions,
  type OptionRules,
  type Period,
  type ResolvedOption,
} from "../core/index.js";
import { isParsed, type TableInput } from "../tables/index.js";
import { codeMapOf } from "./codes-map.js";
import type { CodeMeaning } from "./codes-types.js";
import type { DreamReading } from "./dream-periods.js";
import type { DreamTable } from "./dream-types.js";
import { coveredWeeks } from "./dream-weeks.js";
import { isEmploymentRule, type EmploymentRule } from "./employment.js";
import type { StateVocabulary } from "./types.js";
import { defaultStates, isVocabulary } from "./vocabulary.js";
import { daysOfWeek, type MonthOfWeek } from "./weeks.js";

export interface DreamHistoriesOptions {
  /** What the codes mean: see {@link parseCodes}. */
  readonly codes: TableInput<CodeMeaning>;
  /** ISO date: the last day that counts as observed; that of the file's last week by default, and no later. */
  readonly observedUntil?: string | undefined;
  /** ISO date: the first; that of the file's first week by default, and no earlier. Weeks before it aren't read. */
  readonly observedFrom?: string | undefined;
  /** The states that codes may mean; {@link defaultStates} by default. */
  readonly states?: StateVocabulary | undefined;
  /** Which month a week across two belongs to: `overlap` (the default), both; `thursday`, that of its Thursday. */
  readonly monthOfWeek?: MonthOfWeek | undefined;
  /** Takes blank weeks in months of employment for a state; by default they stay blank. */
  readonly employment?: EmploymentRule | undefined;
  /** The state of codes that have no meaning in `codes`; by default they are an error. */
  readonly unknownCodesAs?: string | undefined;
}

/** Options of histories from weeks, resolved. */
export interface DreamSetting {
  readonly reading: DreamReading;
  readonly states: StateVocabulary;
  readonly observedFrom: string;
  readonly observedUntil: string;
  readonly record: Readonly<Record<string, ResolvedOption>>;
}

/** Resolves the options of `deriveHistories` for a weekly register. */
export function dreamSetting(table: DreamTable, options: DreamHistoriesOptions): DreamSetting {
  const { values, record } = resolveOptions<DreamHistoriesOptions>("deriveHistories", options, RULES);
  const { codes, states = defaultStates, monthOfWeek = "overlap", employment, unknownCodesAs } = values;
  if (codes === undefined) throw missingCodes();
  const stateNames = Object.keys(states);
  if (employment !== undefined) checkState("employment.state", employment.state, stateNames);
  if (unknownCodesAs !== undefined) checkState("unknownCodesAs", unknownCodesAs, stateNames);

  const covered = coveredDays(table, monthOfWeek);
  const observed = {
    start: dayWithin(covered, "observedFrom", values.observedFrom) ?? covered.start,
    end: (dayWithin(covered, "observedUntil", values.observedUntil) ?? covered.end - 1) + 1,
  };
  const [observedFrom, observedUntil] = [formatDay(observed.start), formatDay(observed.end - 1)];
  if (observed.start >= observed.end) throw endsBeforeStart(observedFrom, observedUntil);
  return {
    reading: {
      codes: codeMapOf(codes, stateNames),
      stateNames,
      observed,
      monthOfWeek,
      employment,
      unknownCodesAs,
    },
    states,
    observedFrom,
    observedUntil,
    record: {
      observedFrom: { value: observedFrom, source: "derived" },
      observedUntil: { value: observedUntil, source: "derived" },
      ...record,
      codes: { value: isParsed(codes) ? codes.source : { rows: codes.length }, source: "given" },
    },
  };
}

const DATE = {
  expected: "a day of the calendar as YYYY-MM-DD",
  accepts: (value: unknown) => typeof value === "string",
};

const RULES: OptionRules<DreamHistoriesOptions> = {
  codes: {
    expected: "the meanings of codes, as parseCodes gives them",
    accepts: (value) =>
      Array.isArray(value) || (typeof value === "object" && value !== null && "rows" in value),
  },
  observedUntil: DATE,
  observedFrom: DATE,
  states: {
    default: defaultStates,
    expected: "states by name, each with a list of properties",
    accepts: isVocabulary,
  },
  monthOfWeek: oneOf(["overlap", "thursday"]),
  employment: {
    expected: 'a state and perhaps a degree: { state: "ordinary-work", leastDegree: 0.5 }',
    accepts: isEmploymentRule,
  },
  unknownCodesAs: { expected: "a state by name", accepts: (value) => typeof value === "string" },
};

/** From the first day of the file's first week to the last of its last, as weeks make days. */
function coveredDays(table: DreamTable, rule: MonthOfWeek): Period {
  const { first, last } = coveredWeeks(table);
  return { start: daysOfWeek(first, rule).start, end: daysOfWeek(last, rule).end };
}

function dayWithin(
  { start, end }: Period,
  option: "observedFrom" | "observedUntil",
  text: string | undefined,
): number | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text, `deriveHistories.${option}`);
  if (day >= start && day < end) return day;
  throw competitionError({
    code: "observed-outside-weeks",
    path: `deriveHistories.${option}`,
    received: text,
    expected: `a day that the file's weeks cover: ${formatDay(start)} to ${formatDay(end - 1)}`,
  });
}

function checkState(option: string, received: string, known: readonly string[]): void {
  if (known.includes(received)) return;
  const near = nearestWord(received, known);
  throw competitionError({
    code: "impossible-option",
    path: `deriveHistories.${option}`,
    received,
    expected: `a state: ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

function missingCodes(): Error {
  return competitionError({
    code: "missing-option",
    path: "deriveHistories.codes",
    received: undefined,
    expected: "the meanings of the codes, as parseCodes gives them",
    hint: "A weekly register holds codes; what they mean is no part of this package.",
  });
}

function endsBeforeStart(from: string, until: string): Error {
  return competitionError({
    code: "observation-ends-before-start",
    path: "deriveHistories.observedUntil",
    received: until,
    expected: `the last day that is covered, no earlier than ${from}`,
  });
}

import {
  competitionError,
  parseDay,
  provenanceOf,
  resolveOptions,
  type Day,
  type Notice,
  type OptionRules,
} from "../core/index.js";
import { isParsed, rowsGiven, sourceOf, type TableInput } from "../tables/index.js";
import { assembleHistories } from "./assemble.js";
import { columnsOf } from "./columns.js";
import { coverageOf, type HistorySource } from "./coverage.js";
import { historiesOfWeeks, isDreamTable } from "./dream-histories.js";
import type { DreamHistoriesOptions } from "./dream-setting.js";
import type { DreamTable } from "./dream-types.js";
import { checkPriorities, resolvePeriods } from "./resolve.js";
import type { Coverage, Histories, Spell, StateVocabulary } from "./types.js";
import { defaultStates, isVocabulary } from "./vocabulary.js";

export interface HistoriesOptions {
  /** ISO date: the last day that the register's extract covers. */
  readonly observedUntil: string;
  /** ISO date: the first day that it covers; by default nothing limits it. */
  readonly observedFrom?: string | undefined;
  /** The states that may occur; {@link defaultStates} by default. */
  readonly states?: StateVocabulary | undefined;
  /**
   * The registers that the spells come from, where they end at different times: each with the states that it tells of.
   * A criterion is then measured as of the last day that all sources of its states cover.
   */
  readonly sources?: readonly HistorySource[] | undefined;
  /**
   * What stays where states exclude each other: lists of states, and on days with several of one list only its first
   * stays, so that `["wage-subsidy", "cash-assistance"]` takes cash assistance off days with a wage subsidy. Lists are
   * applied one after the other; states that aren't in a list are untouched by it. None by default: all states hold.
   */
  readonly priorities?: readonly (readonly string[])[] | undefined;
}

/**
 * Makes each citizen's history of states out of spells, or out of the weeks of DREAM.
 *
 * Spells of one state that overlap or follow each other without a day between become one period.
 * Spells of different states may overlap: all of them hold, unless `priorities` say which stays. What
 * can't be true together (a full-time wage and municipal support on one day, anything after a death) is
 * told apart from what can, and stays too: whether such a day counts is for a criterion to say. Days without
 * a record are just that. Nothing of this is done silently: a notice counts each.
 *
 * Days after `observedUntil`, and after the end of a state's own source, are cut off, and open spells run
 * to it. Spells before `observedFrom` stay as they are: when a state began is known even where coverage
 * began later.
 *
 * A citizen without any spell up to `observedUntil` has no history, which is not the same as a
 * history without support.
 *
 * Weeks (from `parseDream`) become days by what `codes` say they mean (from `parseCodes`), each week by the meaning
 * that is valid on its Thursday. A week's code is set if the citizen was on the benefit on at least one of its days,
 * so that weeks tell of too many days rather than too few. `monthOfWeek` says which month a week across two belongs to:
 *
 * ```
 *              Mo Tu We Th Fr Sa Su
 *   2008-W05   28 29 30 31  1  2  3    overlap: 28 January to 3 February   thursday: 28 to 31 January
 *   2008-W06    4  5  6  7  8  9 10    overlap: 4 to 10 February           thursday: 1 to 10 February
 * ```
 *
 * By `overlap` (the default) one week of support breaks both months; by `thursday` each month is made of whole weeks.
 * A blank week is no benefit recorded, not work: with `employment` its days become that state where they lie in a
 * month with employment (a degree above 0 or an industry; with `leastDegree` at least that degree), and that state is
 * covered for as long as the file has such months. A code without a meaning in its week is an error, since it must not pass for no support, unless `unknownCodesAs` names a state for
 * it. Observed is what the file has weeks for, or less where `observedFrom` and `observedUntil` say so; weeks before
 * `observedFrom` aren't read. A citizen with a row has a history, also where all weeks are blank.
 *
 * @returns histories by citizen, with the `coverage` of each source; notices of the file, and `open-spells`,
 * `spells-cut`, `duplicate-spells`, `spells-joined` (with others of the same state), `overlaps-resolved` (for each list
 * of priorities), `states-overlap` and `contradictory-states` (citizens, and with their days the ten pairs of states
 * that most citizens have), `gaps` (days without a record between two records); of weeks `weekly-codes` (they suit spells, not counts of people on a day: a week holds one code,
 * and benefits overwrite each other), `unknown-codes`, `blank-as-employed`, `work-untold` (nothing in the file tells
 * of ordinary work), `spells-cut`.
 * @throws CompetitionError `unknown-option`, `impossible-option`, `impossible-date`,
 * `observation-ends-before-start`; for sources `impossible-source`, `unknown-state`, `state-of-two-sources`,
 * `source-after-observed`, `impossible-span`; for priorities `unknown-state`, `impossible-priority`; for rows `unknown-state`, `ends-before-start`,
 * `impossible-citizen`, `cpr-shaped`; for weeks `missing-option` without codes, `unknown-codes`,
 * `observed-outside-weeks` and what is wrong with the codes.
 * @example
 * deriveHistories(
 *   [
 *     { citizen: "p1", state: "practice", from: "2005-01-01", to: "2005-01-31" },
 *     { citizen: "p1", state: "practice", from: "2005-02-01" },
 *   ],
 *   { observedUntil: "2005-12-31" },
 * ).of("p1")?.periods // one period of practice, from 1 January to 31 December
 * @example
 * deriveHistories([], { observedUntil: "2005-12-31" }).of("p1") // undefined
 * @example
 * const spells = [{ citizen: "p1", state: "ordinary-work", from: "2026-01-01" }];
 * const work = { name: "eIndkomst", having: ["ordinary-employment"], deliveredOn: "2026-07-10", lag: { months: 2 } };
 * deriveHistories(spells, { observedUntil: "2026-06-30", sources: [work] }).coverage[0]?.observedUntil // "2026-05-10"
 * @example
 * const weeks = parseDream("PNR;y_0453;y_0501\np1;101;\n", { name: "dream.csv" });
 * const codes = [{ code: "101", state: "cash-assistance", source: "invented" }];
 * deriveHistories(weeks, { codes }).of("p1")?.periods // cash assistance, from 27 December to 2 January
 */
export function deriveHistories(spells: TableInput<Spell>, options: HistoriesOptions): Histories;
export function deriveHistories(weeks: DreamTable, options: DreamHistoriesOptions): Histories;
export function deriveHistories(
  given: TableInput<Spell> | DreamTable,
  options: HistoriesOptions | DreamHistoriesOptions,
): Histories {
  rowsGiven("deriveHistories.spells", given as TableInput<object>, {
    expected: "spells, as parseSpells gives them, or weeks of parseDream",
    hint: "Write parseSpells(await readFile(name), { name }).",
  });
  return isDreamTable(given)
    ? historiesOfWeeks(given, options as DreamHistoriesOptions)
    : historiesOfSpells(given, options as HistoriesOptions);
}

function historiesOfSpells(spells: TableInput<Spell>, options: HistoriesOptions): Histories {
  const { values, record } = resolveOptions<HistoriesOptions>("deriveHistories", options, RULES);
  const { observedUntil, observedFrom, states = defaultStates, sources = [], priorities = [] } = values;
  checkObservation(observedFrom, observedUntil);
  checkPriorities(priorities, states, "deriveHistories.priorities");
  const coverage = coverageOf(sources, states, { observedFrom, observedUntil });

  const names = Object.keys(states);
  const columns = columnsOf(spells, names, endsOf(names, coverage, observedUntil));
  const { numbers, open, cut } = columns;
  const first =
    observedFrom === undefined ? -Infinity : parseDay(observedFrom, "deriveHistories.observedFrom");
  const { timeline, notices } = resolvePeriods(columns, { states, priorities, observedFrom: first });
  return assembleHistories({
    everyoneListed: false,
    states,
    observedFrom,
    observedUntil,
    coverage,
    numbers,
    merged: timeline,
    notices: [...(isParsed(spells) ? spells.notices : []), ...noticesOf(open, cut), ...notices],
    provenance: provenanceOf("deriveHistories", structuredClone(record), {
      spells: sourceOf(spells),
      citizens: numbers.size,
    }),
  });
}

/** Of each state the first day that isn't covered: that of its own source, or of the whole. */
function endsOf(
  names: readonly string[],
  coverage: readonly Coverage[],
  observedUntil: string,
): readonly Day[] {
  const own = new Map(
    coverage.flatMap((each) => each.states.map((state) => [state, each.observedUntil] as const)),
  );
  return names.map((state) => parseDay(own.get(state) ?? observedUntil, "deriveHistories.observedUntil") + 1);
}

const RULES: OptionRules<HistoriesOptions> = {
  observedUntil: { expected: "a day of the calendar as YYYY-MM-DD", accepts: isText },
  observedFrom: { expected: "a day of the calendar as YYYY-MM-DD", accepts: isText },
  states: {
    default: defaultStates,
    expected: "states by name, each with a list of properties",
    accepts: isVocabulary,
  },
  sources: {
    expected:
      'a list of sources such as { name: "eIndkomst", states: ["ordinary-work"], observedUntil: "2026-05-31" }',
    accepts: (value) => Array.isArray(value),
  },
  priorities: {
    expected: 'lists of states, such as [["wage-subsidy", "cash-assistance"]]',
    accepts: (value) =>
      Array.isArray(value) && value.every((list) => Array.isArray(list) && list.every(isText)),
  },
};

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function checkObservation(from: string | undefined, until: string): void {
  const last = parseDay(until, "deriveHistories.observedUntil");
  if (from === undefined || parseDay(from, "deriveHistories.observedFrom") <= last) return;
  throw competitionError({
    code: "observation-ends-before-start",
    path: "deriveHistories.observedUntil",
    received: until,
    expected: `the last day that is covered, no earlier than ${from}`,
  });
}

function noticesOf(open: number, cut: number): readonly Notice[] {
  const notices: Notice[] = [
    { code: "open-spells", severity: "info", spells: open },
    { code: "spells-cut", severity: "info", spells: cut },
  ];
  return notices.filter(({ spells }) => spells !== 0);
}

import {
  competitionError,
  deepFreeze,
  parseDay,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
} from "../core/index.js";
import { isParsed, sourceOf, type TableInput } from "../tables/index.js";
import { columnsOf } from "./columns.js";
import { mergePeriods, type MergedPeriods } from "./periods.js";
import type { Histories, Spell, StatePeriod, StateVocabulary, StatusHistory } from "./types.js";
import { defaultStates, isVocabulary } from "./vocabulary.js";

export interface HistoriesOptions {
  /** ISO date: the last day that the register's extract covers. */
  readonly observedUntil: string;
  /** ISO date: the first day that it covers; by default nothing limits it. */
  readonly observedFrom?: string | undefined;
  /** The states that may occur; {@link defaultStates} by default. */
  readonly states?: StateVocabulary | undefined;
}

/**
 * Makes each citizen's history of states out of spells.
 *
 * Spells of one state that overlap or follow each other without a day between become one period;
 * spells of different states may overlap, which a notice counts. Days after `observedUntil` are cut
 * off, which another counts, and open spells run to it. Spells before `observedFrom` stay as they
 * are: when a state began is known even where coverage began later.
 *
 * A citizen without any spell up to `observedUntil` has no history, which is not the same as a
 * history without support.
 *
 * @returns histories by citizen; notices of the file, and `duplicate-spells`, `spells-cut`,
 * `states-overlap`.
 * @throws CompetitionError `unknown-option`, `impossible-option`, `impossible-date`,
 * `observation-ends-before-start`, and for rows `unknown-state`, `ends-before-start`,
 * `impossible-citizen`, `cpr-shaped`.
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
 */
export function deriveHistories(spells: TableInput<Spell>, options: HistoriesOptions): Histories {
  const { values, record } = resolveOptions<HistoriesOptions>("deriveHistories", options, RULES);
  const { observedUntil, observedFrom, states = defaultStates } = values;
  checkObservation(observedFrom, observedUntil);

  const names = Object.keys(states);
  const columns = columnsOf(spells, names, parseDay(observedUntil, "deriveHistories.observedUntil") + 1);
  const { numbers } = columns;
  const merged = mergePeriods(columns);
  return Object.freeze({
    kind: "histories",
    states: deepFreeze(structuredClone(states)), // a copy: the caller's own stays as it is
    ...(observedFrom === undefined ? {} : { observedFrom }),
    observedUntil,
    coverage: [],
    size: numbers.size,
    columns: () => ({
      numberOf: (citizen: string) => numbers.get(citizen),
      stateNames: names,
      bounds: merged.bounds,
      state: merged.state,
      start: merged.start,
      end: merged.end,
    }),
    of: (citizen: string) => {
      const number = numbers.get(citizen);
      return number === undefined ? undefined : historyOf(citizen, number, merged, names);
    },
    notices: deepFreeze([...(isParsed(spells) ? spells.notices : []), ...noticesOf(columns.cut, merged)]),
    provenance: deepFreeze(
      provenanceOf("deriveHistories", structuredClone(record), {
        spells: sourceOf(spells),
        citizens: numbers.size,
      }),
    ),
  });
}

const RULES: OptionRules<HistoriesOptions> = {
  observedUntil: { expected: "a day of the calendar as YYYY-MM-DD", accepts: isText },
  observedFrom: { expected: "a day of the calendar as YYYY-MM-DD", accepts: isText },
  states: {
    default: defaultStates,
    expected: "states by name, each with a list of properties",
    accepts: isVocabulary,
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

function historyOf(
  citizen: string,
  number: number,
  { bounds, state, start, end }: MergedPeriods,
  names: readonly string[],
): StatusHistory {
  const periods: StatePeriod[] = [];
  for (let place = bounds[number] ?? 0; place < (bounds[number + 1] ?? 0); place++) {
    const name = names[state[place] ?? 0] ?? "";
    periods.push(Object.freeze({ state: name, start: start[place] ?? 0, end: end[place] ?? 0 }));
  }
  return Object.freeze({ citizen, periods: Object.freeze(periods) });
}

function noticesOf(cut: number, { duplicates, overlapping }: MergedPeriods): readonly Notice[] {
  const notices: Notice[] = [
    { code: "duplicate-spells", severity: "info", spells: duplicates },
    { code: "spells-cut", severity: "info", spells: cut },
    { code: "states-overlap", severity: "info", citizens: overlapping },
  ];
  return notices.filter(({ spells, citizens }) => (spells ?? citizens) !== 0);
}

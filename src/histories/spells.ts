import { competitionError } from "../core/index.js";
import {
  citizenCell,
  dateCell,
  mayBeEmpty,
  parseTable,
  required,
  wordCell,
  type ParsedTable,
  type RowProblem,
  type TableOptions,
} from "../tables/index.js";
import type { Spell, StateVocabulary } from "./types.js";
import { defaultStates, isVocabulary } from "./vocabulary.js";

export interface SpellOptions extends TableOptions {
  /** The states that may occur; {@link defaultStates} by default. */
  readonly states?: StateVocabulary | undefined;
}

/**
 * Reads `spells.csv`: who was in which state from when to when.
 *
 * Columns `citizen;state;from;to`, first and last day inclusive, dates ISO or Danish. An empty `to`
 * means that the spell still goes on.
 *
 * @param options `name` of the file; `columns`, its own column names by ours; `states`.
 * @throws CompetitionError `rows-in-error` with all issues of the file, among them `unknown-state`
 * (names the nearest known one), `impossible-date`, `ends-before-start` and `cpr-shaped`.
 * @example
 * parseSpells("citizen;state;from;to\np1;practice;01-02-2005;31-03-2005\n", { name: "spells.csv" }).rows
 * // [{ citizen: "p1", state: "practice", from: "2005-02-01", to: "2005-03-31" }]
 * @example
 * parseSpells("citizen;state;from;to\np1;dead;2005-02-01;\n", { name: "spells.csv" }).rows
 * // [{ citizen: "p1", state: "dead", from: "2005-02-01" }]
 */
export function parseSpells(input: Uint8Array | string, options: SpellOptions): ParsedTable<Spell> {
  const { states = defaultStates, ...file } = { ...options };
  if (!isVocabulary(states)) throw impossibleStates(states);
  return parseTable<Spell>(input, file, {
    columns: {
      citizen: required(citizenCell),
      state: required(wordCell(Object.keys(states), "unknown-state")),
      from: required(dateCell),
      to: mayBeEmpty(dateCell),
    },
    check: endsBeforeStart,
  });
}

function impossibleStates(received: unknown): Error {
  return competitionError({
    code: "impossible-option",
    path: "parseSpells.states",
    received,
    expected: "states by name, each with a list of properties",
  });
}

function endsBeforeStart({ from, to }: Spell): RowProblem | undefined {
  if (to === undefined || to >= from) return undefined; // ISO dates sort as text
  return { code: "ends-before-start", column: "to", expected: `the last day, no earlier than ${from}` };
}

import { competitionError, parseDay, type Day } from "../core/index.js";
import { isCprShaped, isParsed, rowsOf, type TableInput } from "../tables/index.js";
import type { PeriodColumns } from "./periods.js";
import type { Spell } from "./types.js";
import { unknownState } from "./vocabulary.js";

/** Spells as columns of periods. */
export interface SpellColumns extends PeriodColumns {
  /** The number of each citizen who has a day before the end. */
  readonly numbers: ReadonlyMap<string, number>;
  /** How many spells still went on at the end. */
  readonly open: number;
  /** How many spells had days from the end on, which were cut off. */
  readonly cut: number;
}

/**
 * Puts spells into columns, cut off at the end of their state's observation, up to which open ones run.
 *
 * Plain rows are checked as a file's are, and parsed ones again: their vocabulary may have been
 * another.
 *
 * @param ends by state the first day after its observation.
 * @throws CompetitionError `unknown-state`, `impossible-date`, `ends-before-start`,
 * `impossible-citizen` or `cpr-shaped`, at the first row that has it.
 */
export function columnsOf(
  spells: TableInput<Spell>,
  stateNames: readonly string[],
  ends: readonly Day[],
): SpellColumns {
  const rows = rowsOf(spells);
  const states = new Map(stateNames.map((name, number) => [name, number]));
  const numbers = new Map<string, number>();
  const days = new Map<string, Day>(); // dates repeat: each text is read once
  const citizen = new Int32Array(rows.length);
  const state = new Int32Array(rows.length);
  const start = new Int32Array(rows.length);
  const end = new Int32Array(rows.length);
  let [length, open, cut] = [0, 0, 0];

  for (let index = 0; index < rows.length; index++) {
    const spell = rows[index];
    const itsState = spell === undefined ? undefined : states.get(spell.state);
    if (spell === undefined || itsState === undefined) throw unknownStateAt(spells, index, stateNames);
    const from = dayAt(spells, index, "from", spell.from, days);
    const to = spell.to === undefined ? undefined : dayAt(spells, index, "to", spell.to, days);
    if (to !== undefined && to < from) throw endsBeforeStart(spells, index);

    const until = ends[itsState] ?? 0;
    if (from >= until || (to !== undefined && to >= until)) cut++;
    if (from >= until) continue;
    if (to === undefined) open++;
    citizen[length] = numbers.get(spell.citizen) ?? newNumber(spells, index, numbers);
    state[length] = itsState;
    start[length] = from;
    end[length] = to === undefined || to >= until ? until : to + 1;
    length++;
  }
  return {
    length,
    citizens: numbers.size,
    states: states.size,
    citizen,
    state,
    start,
    end,
    numbers,
    open,
    cut,
  };
}

function dayAt(
  spells: TableInput<Spell>,
  index: number,
  column: "from" | "to",
  text: string,
  days: Map<string, Day>,
): Day {
  const known = days.get(text);
  if (known !== undefined) return known;
  const day = parseDay(text, placeOf(spells, index, column));
  days.set(text, day);
  return day;
}

function newNumber(spells: TableInput<Spell>, index: number, numbers: Map<string, number>): number {
  const citizen: unknown = rowsOf(spells)[index]?.citizen;
  const path = placeOf(spells, index, "citizen");
  if (typeof citizen !== "string" || citizen === "")
    throw competitionError({ code: "impossible-citizen", path, received: citizen, expected: "a pseudonym" });
  if (isCprShaped(citizen)) throw competitionError({ code: "cpr-shaped", path, expected: "a pseudonym" });
  numbers.set(citizen, numbers.size);
  return numbers.size - 1;
}

function unknownStateAt(spells: TableInput<Spell>, index: number, known: readonly string[]): Error {
  return unknownState(rowsOf(spells)[index]?.state, known, placeOf(spells, index, "state"));
}

function endsBeforeStart(spells: TableInput<Spell>, index: number): Error {
  const spell = rowsOf(spells)[index];
  return competitionError({
    code: "ends-before-start",
    path: placeOf(spells, index, "to"),
    received: spell?.to,
    expected: `the last day, no earlier than ${spell?.from}`,
  });
}

/** Where a row stands, as an error names it: `spells.csv, row 7, column to` or `spells[5].to`. */
function placeOf(spells: TableInput<Spell>, index: number, column: keyof Spell): string {
  return isParsed(spells)
    ? `${spells.source.name}, row ${spells.rowNumber(index)}, column ${column}`
    : `spells[${index}].${column}`;
}

import { competitionError, nearestWord, parseDay, type Day } from "../core/index.js";
import { isCprShaped, isParsed, rowsOf, type TableInput } from "../tables/index.js";
import type { PeriodColumns } from "./periods.js";
import type { Spell } from "./types.js";

/** Spells as columns of periods. */
export interface SpellColumns extends PeriodColumns {
  /** The number of each citizen who has a day before `until`. */
  readonly numbers: ReadonlyMap<string, number>;
  /** How many spells had days from `until` on, which were cut off. */
  readonly cut: number;
}

/**
 * Puts spells into columns, cut off at the day `until`, up to which open ones run.
 *
 * Plain rows are checked as a file's are, and parsed ones again: their vocabulary may have been
 * another.
 *
 * @throws CompetitionError `unknown-state`, `impossible-date`, `ends-before-start`,
 * `impossible-citizen` or `cpr-shaped`, at the first row that has it.
 */
export function columnsOf(
  spells: TableInput<Spell>,
  stateNames: readonly string[],
  until: Day,
): SpellColumns {
  const rows = rowsOf(spells);
  const states = new Map(stateNames.map((name, number) => [name, number]));
  const numbers = new Map<string, number>();
  const days = new Map<string, Day>(); // dates repeat: each text is read once
  const citizen = new Int32Array(rows.length);
  const state = new Int32Array(rows.length);
  const start = new Int32Array(rows.length);
  const end = new Int32Array(rows.length);
  let length = 0;
  let cut = 0;

  for (const [index, spell] of rows.entries()) {
    const itsState = states.get(spell.state);
    if (itsState === undefined) throw unknownState(spells, index, stateNames);
    const from = dayAt(spells, index, "from", spell.from, days);
    const to = spell.to === undefined ? undefined : dayAt(spells, index, "to", spell.to, days);
    if (to !== undefined && to < from) throw endsBeforeStart(spells, index);

    if (from >= until || (to !== undefined && to >= until)) cut++;
    if (from >= until) continue;
    const number = numbers.get(spell.citizen) ?? newNumber(spells, index, numbers);
    citizen[length] = number;
    state[length] = itsState;
    start[length] = from;
    end[length] = to === undefined || to >= until ? until : to + 1;
    length++;
  }
  return { length, citizens: numbers.size, states: states.size, citizen, state, start, end, numbers, cut };
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

function unknownState(spells: TableInput<Spell>, index: number, known: readonly string[]): Error {
  const received: unknown = rowsOf(spells)[index]?.state;
  const near = nearestWord(String(received), known);
  return competitionError({
    code: "unknown-state",
    path: placeOf(spells, index, "state"),
    received,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
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

import { competitionError, nearestWord, parseDay } from "../core/index.js";
import { isParsed, rowsOf, type TableInput } from "../tables/index.js";
import type { CodeMeaning } from "./codes-types.js";
import type { Week } from "./weeks.js";

/** The number of the meaning `none`: observed, in no state. */
export const NO_STATE = -1;

/** What a code means from one week to another, both inclusive. */
export interface Meaning {
  readonly first: Week;
  readonly last: Week;
  /** The state's number, or {@link NO_STATE}. */
  readonly state: number;
}

/** Each code's meanings in order of time; a week has the meaning that is valid on its Thursday. */
export type CodeMap = ReadonlyMap<string, readonly Meaning[]>;

/**
 * Checks the meanings of codes and puts them into a map.
 *
 * Plain rows are checked as a file's are, and parsed ones again: their vocabulary may have been another.
 *
 * @throws CompetitionError `impossible-code`, `unknown-state`, `impossible-date`, `overlapping-meanings`.
 */
export function codeMapOf(codes: TableInput<CodeMeaning>, stateNames: readonly string[]): CodeMap {
  const map = new Map<string, Meaning[]>();
  const rows = rowsOf(codes);
  for (const [index, { code, state, from, to }] of rows.entries()) {
    if (typeof code !== "string" || code === "") throw impossibleCode(codes, index);
    const meaning = {
      first: from === undefined ? -Infinity : Math.ceil(parseDay(from, placeOf(codes, index, "from")) / 7),
      last: to === undefined ? Infinity : Math.floor(parseDay(to, placeOf(codes, index, "to")) / 7),
      state: stateNames.indexOf(state),
    };
    if (meaning.state === -1 && state !== "none") throw unknownState(codes, index, stateNames);
    const others = map.get(code);
    if (others === undefined) map.set(code, [meaning]);
    else others.push(meaning);
  }
  for (const { earlier, later } of overlappingMeanings(rows)) throw overlap(codes, earlier, later);
  for (const meanings of map.values()) meanings.sort((a, b) => a.first - b.first);
  return map;
}

/** Positions of rows that give one code two meanings on a day. */
export function overlappingMeanings(
  rows: readonly CodeMeaning[],
): readonly { readonly earlier: number; readonly later: number }[] {
  const byCode = new Map<string, number[]>();
  for (const [index, { code }] of rows.entries()) byCode.set(code, [...(byCode.get(code) ?? []), index]);
  return [...byCode.values()].flatMap((indices) =>
    indices.flatMap((later, position) => {
      const earlier = indices.slice(0, position).find((other) => meet(rows[other], rows[later]));
      return earlier === undefined ? [] : [{ earlier, later }];
    }),
  );
}

function meet(a: CodeMeaning | undefined, b: CodeMeaning | undefined): boolean {
  return startsBy(a, b?.to) && startsBy(b, a?.to);
}

function startsBy(meaning: CodeMeaning | undefined, day: string | undefined): boolean {
  return day === undefined || meaning?.from === undefined || meaning.from <= day; // ISO dates sort as text
}

function overlap(codes: TableInput<CodeMeaning>, earlier: number, later: number): Error {
  return competitionError({
    code: "overlapping-meanings",
    path: placeOf(codes, later, "from"),
    received: rowsOf(codes)[later]?.from ?? "",
    expected: `days on which ${placeOf(codes, earlier)} doesn't give a meaning to code ${rowsOf(codes)[later]?.code}`,
  });
}

function impossibleCode(codes: TableInput<CodeMeaning>, index: number): Error {
  return competitionError({
    code: "impossible-code",
    path: placeOf(codes, index, "code"),
    received: rowsOf(codes)[index]?.code,
    expected: "a code as text; a blank week is no code",
  });
}

function unknownState(codes: TableInput<CodeMeaning>, index: number, known: readonly string[]): Error {
  const received: unknown = rowsOf(codes)[index]?.state;
  const near = nearestWord(String(received), known);
  return competitionError({
    code: "unknown-state",
    path: placeOf(codes, index, "state"),
    received,
    expected: `one of ${[...known, "none"].join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

/** Where a row stands: `codes.csv, row 7, column to` or `codes[5].to`. */
function placeOf(codes: TableInput<CodeMeaning>, index: number, column?: keyof CodeMeaning): string {
  if (!isParsed(codes)) return column === undefined ? `codes[${index}]` : `codes[${index}].${column}`;
  const row = `${codes.source.name}, row ${codes.rowNumber(index)}`;
  return column === undefined ? row : `${row}, column ${column}`;
}

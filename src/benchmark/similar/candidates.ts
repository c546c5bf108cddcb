import { competitionError } from "../../core/index.js";
import { compareDanish } from "../../display/index.js";
import { municipalityKey } from "../names.js";
import { shownName } from "../register/recognize.js";
import type { PeerRow } from "./types.js";

/** One municipality with the numbers that its rows of a period tell; what isn't told is NaN. */
export interface Candidate {
  readonly key: string;
  readonly municipality: string;
  readonly values: readonly number[];
}

/** A number of a row by its place among the names that are asked for. */
export type Measured = (row: PeerRow, name: string) => number | undefined;

/**
 * The municipalities of some rows, by code, so that no order of rows changes anything.
 *
 * @throws CompetitionError `contradictory-rows` where two rows of a municipality tell one number differently.
 */
export function candidatesOf(
  rows: readonly PeerRow[],
  names: readonly string[],
  measured: Measured,
): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const row of rows) {
    const key = municipalityKey(row.municipality);
    const before = found.get(key);
    const told = names.map((name) => measured(row, name) ?? NaN);
    found.set(key, {
      key,
      municipality: firstOf(shownName(row.municipality), before?.municipality),
      values: before === undefined ? told : merged(before, told, names),
    });
  }
  return [...found.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** Of several spellings the first in the alphabet, whatever the order of the rows. */
function firstOf(name: string, before: string | undefined): string {
  return before === undefined || before === name || compareDanish(name, before) < 0 ? name : before;
}

function merged(
  { municipality, values }: Candidate,
  told: readonly number[],
  names: readonly string[],
): number[] {
  return values.map((value, at) => {
    const other = told[at] ?? NaN;
    if (Number.isNaN(value) || Number.isNaN(other) || value === other)
      return Number.isNaN(value) ? other : value;
    throw contradictory(
      municipality,
      names[at] ?? "",
      other,
      `${value}, as another row of the period has it`,
    );
  });
}

function contradictory(municipality: string, name: string, received: number, expected: string): Error {
  return competitionError({
    code: "contradictory-rows",
    path: `${municipality}.${name}`,
    received,
    expected,
  });
}

/** The candidates of whom all numbers in some columns are known. */
export function complete(candidates: readonly Candidate[], columns: readonly number[]): readonly Candidate[] {
  return candidates.filter((each) => columns.every((at) => !Number.isNaN(each.values[at])));
}

/** Who lacks a number in some columns, and which. */
export function lacking(
  candidates: readonly Candidate[],
  names: readonly string[],
  columns: readonly number[],
): readonly { readonly municipality: string; readonly missing: readonly string[] }[] {
  return candidates
    .filter(({ values }) => columns.some((at) => Number.isNaN(values[at])))
    .map(({ municipality, values }) => ({
      municipality,
      missing: columns.filter((at) => Number.isNaN(values[at])).map((at) => names[at] ?? ""),
    }));
}

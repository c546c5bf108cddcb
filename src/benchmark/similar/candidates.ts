import { group } from "d3-array";
import { competitionError } from "../../core/index.js";
import { compareDanish } from "../../display/index.js";
import { municipalityKey } from "../names.js";
import { areaKind } from "../register/areas.js";
import { shownName } from "../register/recognize.js";
import type { PeerRow } from "./types.js";

/** One municipality with all that its rows of a period tell. */
export interface Candidate {
  readonly key: string;
  readonly municipality: string;
  readonly values: ReadonlyMap<string, number>;
}

/** What a row measures: numbers by their names. */
export type Measured = (row: PeerRow) => Iterable<readonly [name: string, value: number]>;

/**
 * The municipalities of some rows, by code, so that no order of rows changes anything; areas aren't among them.
 *
 * @throws CompetitionError `contradictory-rows` where two rows of a municipality tell one number differently.
 */
export function candidatesOf(rows: readonly PeerRow[], measured: Measured): readonly Candidate[] {
  const own = rows.filter((row) => areaKind(row.municipality) === undefined);
  return Array.from(
    group(own, (row) => municipalityKey(row.municipality)),
    ([key, of]) => ({ key, municipality: nameOf(of), values: mergedValues(of, measured) }),
  ).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** Of several spellings the first in the alphabet, whatever the order of the rows. */
export function nameOf(rows: readonly PeerRow[]): string {
  const names = rows.map((row) => shownName(row.municipality));
  return names.reduce((first, name) => (compareDanish(name, first) < 0 ? name : first), names[0] ?? "");
}

function mergedValues(rows: readonly PeerRow[], measured: Measured): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const row of rows) {
    for (const [name, value] of measured(row)) {
      const before = values.get(name);
      if (!Number.isFinite(value) || (before !== undefined && before !== value))
        throw contradictory(row.municipality, name, before ?? value, value);
      values.set(name, value);
    }
  }
  return values;
}

function contradictory(municipality: string, name: string, before: number, value: number): Error {
  return competitionError({
    code: "contradictory-rows",
    path: `${municipality}.${name}`,
    received: value,
    expected: Number.isFinite(before)
      ? `${before}, as another row of the same period has it`
      : "a finite number",
  });
}

/** The candidates that have all of the numbers, and who lacks which. */
export function complete(
  candidates: readonly Candidate[],
  names: readonly string[],
): {
  readonly whole: readonly Candidate[];
  readonly leftOut: readonly { readonly municipality: string; readonly missing: readonly string[] }[];
} {
  const lacking = candidates.map((each) => ({
    each,
    missing: names.filter((name) => !each.values.has(name)),
  }));
  return {
    whole: lacking.filter(({ missing }) => missing.length === 0).map(({ each }) => each),
    leftOut: lacking
      .filter(({ missing }) => missing.length > 0)
      .map(({ each, missing }) => ({ municipality: each.municipality, missing })),
  };
}

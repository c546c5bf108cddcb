import type { Notice } from "../../core/index.js";
import type { MunicipalityRow } from "../types.js";
import { KNOWN, type Cells, type ReadRow } from "./readRow.js";

/** Columns of words, which are neither known nor framework conditions. */
export function wordNotices(
  file: string,
  cells: readonly Cells[],
  words: ReadonlySet<string>,
): readonly Notice[] {
  const columns = new Set(cells.flatMap(Object.keys));
  return [...columns]
    .filter((column) => words.has(column) && !KNOWN.has(column))
    .map((column) => ({ code: "column-not-used", severity: "info", file, column }));
}

/** What is worth knowing of how rows' figures came about. */
export function figureNotices(
  file: string,
  cells: readonly Cells[],
  read: readonly ReadRow[],
): readonly Notice[] {
  const told = cells.map((each, index) => ({ cells: each, read: read[index] }));
  const notice = (
    code: string,
    severity: Notice["severity"],
    holds: (each: (typeof told)[number]) => boolean,
  ): readonly Notice[] => {
    const names = told.filter(holds).map((each) => each.cells.municipality);
    if (names.length === 0) return [];
    return [{ code, severity, file, rows: names.length, municipalities: [...new Set(names)] }];
  };
  return [
    ...notice(
      "rate-beside-events",
      "info",
      (each) => each.cells.rate !== undefined && typeof each.cells.events === "number",
    ),
    ...notice("events-reconstructed", "info", ({ read: each }) => isMade(each)),
    ...notice("rate-of-no-count", "caution", ({ read: each }) => isOfNoCount(each)),
    ...notice(
      "events-not-known",
      "caution",
      ({ read: each }) => rowOf(each)?.figure === "rate" && !isOfNoCount(each),
    ),
    ...notice("figure-not-told", "caution", ({ read: each }) => rowOf(each) === undefined),
  ];
}

function rowOf(read: ReadRow | undefined): MunicipalityRow | undefined {
  return read !== undefined && "row" in read ? read.row : undefined;
}

function isMade(read: ReadRow | undefined): boolean {
  const row = rowOf(read);
  return row !== undefined && "reconstructed" in row;
}

function isOfNoCount(read: ReadRow | undefined): boolean {
  return read !== undefined && "ofNoCount" in read;
}

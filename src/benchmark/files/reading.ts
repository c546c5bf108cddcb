import type { Notice } from "../../core/index.js";
import type { RowProblem } from "../../tables/index.js";
import type { MunicipalityRow } from "../types.js";

/** A record of a file as it was read. */
export interface Reading {
  readonly municipality: string;
  /** Absent where the figure isn't told, or something is wrong. */
  readonly row?: MunicipalityRow;
  /** Whether no whole number of the total gives the printed rate. */
  readonly ofNoCount?: boolean;
  /** Whether marks say that a part of the figure is missing: the numbers or the shares. */
  readonly isPartial?: boolean;
  /** Whether there was a rate beside the events. */
  readonly rateBeside?: boolean;
  readonly problems: readonly RowProblem[];
}

/** What is worth knowing of how rows' figures came about. */
export function figureNotices(file: string, readings: readonly Reading[]): readonly Notice[] {
  const notice = (
    code: string,
    severity: Notice["severity"],
    holds: (reading: Reading) => boolean,
  ): readonly Notice[] => {
    const names = readings.filter(holds).map((each) => each.municipality);
    if (names.length === 0) return [];
    return [{ code, severity, file, rows: names.length, municipalities: [...new Set(names)] }];
  };
  return [
    ...notice("rate-beside-events", "info", ({ rateBeside }) => rateBeside === true),
    ...notice("events-reconstructed", "info", ({ row }) => isReconstructed(row) && !isNearest(row)),
    ...notice("events-nearest", "info", ({ row }) => isNearest(row)),
    ...notice("rate-of-no-count", "caution", ({ ofNoCount }) => ofNoCount === true),
    ...notice("events-not-known", "caution", ({ row, ofNoCount }) => isBareRate(row) && ofNoCount !== true),
    ...notice("figure-not-told", "caution", ({ row }) => row === undefined),
    ...notice("figure-partly-told", "caution", ({ isPartial }) => isPartial === true),
  ];
}

function isReconstructed(row: MunicipalityRow | undefined): boolean {
  return row !== undefined && "reconstructed" in row;
}

/** Whether other numbers of events give the printed rate too. */
function isNearest(row: MunicipalityRow | undefined): boolean {
  return row !== undefined && "eventsWithin" in row;
}

/** A rate of people or courses, which would have limits if its events were known. */
function isBareRate(row: MunicipalityRow | undefined): boolean {
  return row?.figure === "rate" && row.unit === undefined;
}

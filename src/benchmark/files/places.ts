import type { Notice } from "../../core/index.js";
import { areaKind } from "../register/areas.js";
import { nearestMunicipality, recognize, shownName } from "../register/recognize.js";

interface Placed {
  readonly municipality: string;
}

/** Rows by what their places are, and what is worth knowing about the names. */
export interface Places<Row extends Placed> {
  readonly rows: readonly Row[];
  /** The line of each row. */
  readonly lines: readonly number[];
  readonly areas: readonly Row[];
  readonly notices: readonly Notice[];
}

/**
 * Puts rows of areas that are no municipality apart, and codes' names in their place.
 *
 * A name that is none of the 98 stays, with a notice: it may be a municipality from before 2007 or of another country.
 */
export function sortPlaces<Row extends Placed>(
  file: string,
  readings: readonly { readonly row?: Row; readonly line: number }[],
): Places<Row> {
  const all = readings.flatMap(({ row, line }) => (row === undefined ? [] : [{ row, line }]));
  const apart = all.filter(({ row }) => recognize(row.municipality) === undefined && isArea(row));
  const own = all.filter((each) => !apart.includes(each));
  return {
    rows: own.map(({ row }) => named(row)),
    lines: own.map(({ line }) => line),
    areas: apart.map(({ row }) => row),
    notices: [
      ...unknownNotices(
        file,
        own.map(({ row }) => row.municipality),
      ),
      ...areaNotices(
        file,
        apart.map(({ row }) => row.municipality),
      ),
    ],
  };
}

function isArea({ municipality }: Placed): boolean {
  return areaKind(municipality) !== undefined;
}

function named<Row extends Placed>(row: Row): Row {
  return { ...row, municipality: shownName(row.municipality) };
}

/** Names that look like a slip of the pen one by one, the others in one notice. */
export function unknownNotices(file: string, names: readonly string[]): readonly Notice[] {
  const unknown = [...new Set(names)].filter((name) => recognize(name) === undefined);
  const near = new Map(unknown.map((name) => [name, nearestMunicipality(name)]));
  const others = unknown.filter((name) => near.get(name) === undefined);
  const notices = unknown.flatMap((municipality): Notice[] => {
    const nearest = near.get(municipality);
    if (nearest === undefined) return [];
    return [
      { code: "unknown-municipality", severity: "caution", file, municipalities: [municipality], nearest },
    ];
  });
  if (others.length === 0) return notices;
  return [...notices, { code: "unknown-municipality", severity: "info", file, municipalities: others }];
}

function areaNotices(file: string, names: readonly string[]): readonly Notice[] {
  if (names.length === 0) return [];
  return [{ code: "areas-apart", severity: "info", file, rows: names.length, areas: [...new Set(names)] }];
}

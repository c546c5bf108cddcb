import { competitionError, nearestWord } from "../core/index.js";
import { comparable } from "./names.js";
import type { MunicipalityRow } from "./types.js";

/** What rows are told apart by, and the option that chooses one of it. */
export interface Aspect {
  readonly operation: string;
  readonly option: "group" | "period";
}

/**
 * The rows of one period or group: of the one that is asked for, else of the only one there is.
 *
 * @throws CompetitionError `missing-option` where there are several; `unknown-period`, `unknown-group`.
 */
export function rowsOfOne<Row extends MunicipalityRow>(
  rows: readonly Row[],
  { operation, option }: Aspect,
  asked: string | undefined,
): readonly Row[] {
  const written = [
    ...new Map(rows.map((row) => [comparable(row[option] ?? ""), row[option] ?? ""])).values(),
  ];
  const known = written.filter((each) => each !== "").toSorted();
  if (asked === undefined) {
    if (written.length <= 1) return rows;
    throw competitionError({
      code: "missing-option",
      path: `${operation}.${option}`,
      expected: `one of ${known.join(", ")}, since the rows have several`,
    });
  }
  const found = rows.filter((row) => comparable(row[option] ?? "") === comparable(asked));
  if (found.length > 0) return found;
  const near = nearestWord(asked, known);
  throw competitionError({
    code: `unknown-${option}`,
    path: `${operation}.${option}`,
    received: asked,
    expected: known.length === 0 ? `rows with a ${option}` : `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

const PARTS = ["definition", "population", "anchor", "window"] as const;

/**
 * Refuses rows that measure different things, whatever their periods: nothing of them can stand beside each other.
 *
 * @throws CompetitionError `several-measures`.
 */
export function checkAlike(operation: string, rows: readonly MunicipalityRow[]): void {
  const [first] = rows;
  if (first === undefined) return;
  for (const part of PARTS) {
    const other = rows.find(
      (row) => row[part] !== first[part] && comparable(row[part]) !== comparable(first[part]),
    );
    if (other === undefined) continue;
    throw competitionError({
      code: "several-measures",
      path: `${operation}.municipalities`,
      received: `${first[part]}; ${other[part]}`,
      expected: `rows of one ${part}`,
      hint: "Give the rows of one measure; others are another comparison.",
    });
  }
}

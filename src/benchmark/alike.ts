import { competitionError, nearestWord } from "../core/index.js";
import { comparable } from "./names.js";
import type { MunicipalityRow } from "./types.js";

/** What rows are told apart by: groups, benefits, periods. */
export interface Kind<Row> {
  readonly operation: string;
  /** The option that chooses one. */
  readonly option: "group" | "benefit" | "period" | "year";
  readonly of: (row: Row) => string | undefined;
  /** What to do where there are several and none is asked for. */
  readonly hint?: string;
}

/** All that rows tell of a kind, each once, in the order of their characters. */
export function kindsIn<Row>(rows: readonly Row[], { of }: Pick<Kind<Row>, "of">): readonly string[] {
  const written = new Set(rows.map((row) => of(row) ?? ""));
  return [...new Map(Array.from(written, (text) => [comparable(text), text])).values()].toSorted();
}

/**
 * The one of a kind that is meant: the one that is asked for, or the only one there is.
 *
 * @returns null where the rows don't tell any.
 * @throws CompetitionError `missing-option` where there are several; `unknown-period` and the like for another.
 */
export function chooseOne<Row>(
  rows: readonly Row[],
  { operation, option, of, hint }: Kind<Row>,
  asked: string | undefined,
): string | null {
  const written = kindsIn(rows, { of });
  const known = written.filter((each) => each !== "");
  if (asked === undefined) {
    if (written.length <= 1) return known[0] ?? null;
    throw competitionError({
      code: "missing-option",
      path: `${operation}.${option}`,
      received: undefined,
      expected: `one of ${known.join(", ")}, since the rows have several`,
      ...(hint === undefined ? {} : { hint }),
    });
  }
  const found = known.find((each) => comparable(each) === comparable(asked));
  if (found !== undefined) return found;
  const near = nearestWord(asked, known);
  throw competitionError({
    code: `unknown-${option}`,
    path: `${operation}.${option}`,
    received: asked,
    expected: known.length === 0 ? `rows with a ${option}` : `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

/** The rows of one of a kind; those that don't tell where there is none. */
export function rowsWith<Row>(
  rows: readonly Row[],
  { of }: Pick<Kind<Row>, "of">,
  one: string | null,
): readonly Row[] {
  const written = one ?? "";
  const sought = comparable(written);
  return rows.filter((row) => {
    const text = of(row) ?? "";
    return text === written || comparable(text) === sought;
  });
}

/**
 * The rows of one period or group: of the one that is asked for, else of the only one there is.
 *
 * @throws CompetitionError `missing-option` where there are several; `unknown-period`, `unknown-group`.
 */
export function rowsOfOne<Row extends MunicipalityRow>(
  rows: readonly Row[],
  { operation, option }: { readonly operation: string; readonly option: "group" | "period" },
  asked: string | undefined,
): readonly Row[] {
  const kind: Kind<Row> = { operation, option, of: (row) => row[option] };
  return rowsWith(rows, kind, chooseOne(rows, kind, asked));
}

/**
 * The rows of one benefit area: of the one that is asked for, else all, if they don't name several.
 *
 * @throws CompetitionError `missing-option` where they do; `unknown-benefit`.
 */
export function rowsOfBenefit<Row extends MunicipalityRow>(
  rows: readonly Row[],
  operation: string,
  asked: string | undefined,
): readonly Row[] {
  const kind: Kind<Row> = { operation, option: "benefit", of: ({ benefit }) => benefit };
  if (asked !== undefined) return rowsWith(rows, kind, chooseOne(rows, kind, asked));
  const telling = rows.filter(({ benefit }) => benefit !== undefined);
  chooseOne(telling, kind, undefined);
  return rows;
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

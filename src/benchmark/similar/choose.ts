import { competitionError, nearestWord } from "../../core/index.js";
import { comparable } from "../names.js";
import type { PeerRow } from "./types.js";

/** What rows are told apart by: groups, benefits, periods. */
export interface Kind {
  /** The option that chooses one. */
  readonly option: "group" | "benefit" | "period" | "year";
  readonly of: (row: PeerRow) => string | undefined;
}

/** All that rows tell of a kind, each once, in the order of their characters. */
export function kindsIn(rows: readonly PeerRow[], { of }: Kind): readonly string[] {
  const written = new Set(rows.map((row) => of(row) ?? ""));
  return [...new Map(Array.from(written, (text) => [comparable(text), text])).values()].toSorted();
}

/**
 * The one of a kind that is meant: the one that is asked for, or the only one there is.
 *
 * @returns null where the rows don't tell any.
 * @throws CompetitionError `missing-option` where there are several; `unknown-period` and the like for another.
 */
export function chooseOne(rows: readonly PeerRow[], kind: Kind, asked: string | undefined): string | null {
  const known = kindsIn(rows, kind);
  if (asked === undefined) {
    if (known.length <= 1) return known[0] === "" ? null : (known[0] ?? null);
    throw competitionError({
      code: "missing-option",
      path: `findPeers.${kind.option}`,
      expected: `one of ${known.filter((each) => each !== "").join(", ")}, since the rows have several`,
    });
  }
  const found = known.find((each) => comparable(each) === comparable(asked));
  if (found !== undefined) return found;
  const near = nearestWord(asked, known);
  throw competitionError({
    code: `unknown-${kind.option}`,
    path: `findPeers.${kind.option}`,
    received: asked,
    expected: known.length === 0 ? "what rows have" : `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

/** The rows of one of a kind; all where the rows don't tell. */
export function rowsWith(rows: readonly PeerRow[], { of }: Kind, one: string | null): readonly PeerRow[] {
  const written = one ?? "";
  const sought = comparable(written);
  return rows.filter((row) => {
    const text = of(row) ?? "";
    return text === written || comparable(text) === sought;
  });
}

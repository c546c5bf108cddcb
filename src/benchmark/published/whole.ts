import { group as groupBy } from "d3-array";
import { competitionError } from "../../core/index.js";
import { municipalityKey } from "../names.js";
import type { ExpectedFigure, ExpectedPair } from "./types.js";

const KINDS = ["persons", "shares"] as const;
const SIDES = ["expected", "actual"] as const;

/** What rounding for print may add to a group or take from the whole, as a share of the whole. */
const ROUNDING = 0.005;

/**
 * Checks that no group is larger than the whole of its municipality.
 *
 * @returns the municipalities whose groups together are more than the whole: groups may be parts of each other
 * @throws CompetitionError `group-above-all`
 */
export function groupsWithin(figures: readonly ExpectedFigure[]): readonly string[] {
  const wholes = new Map(
    figures
      .filter(({ group }) => group === null)
      .map((figure) => [municipalityKey(figure.municipality), figure]),
  );
  const parts = groupBy(
    figures.filter(({ group }) => group !== null),
    ({ municipality }) => municipalityKey(municipality),
  );
  return [...wholes].flatMap(([key, whole]) => {
    const own = parts.get(key) ?? [];
    for (const part of own) checkPart(part, whole);
    return isExceeded(own, whole) ? [whole.municipality] : [];
  });
}

function checkPart(part: ExpectedFigure, whole: ExpectedFigure): void {
  for (const kind of KINDS) {
    for (const side of SIDES) {
      const [least, most] = [part[kind]?.[side] ?? 0, whole[kind]?.[side] ?? Infinity];
      if (least <= allowed(most, kind)) continue;
      throw competitionError({
        code: "group-above-all",
        path: `compareExpected.municipalities, ${part.municipality}, ${part.group ?? ""}, ${side}${kind === "shares" ? " share" : ""}`,
        received: least,
        expected: `at most ${most}, the figure for all groups together`,
        hint: "Are the rows of one table and one period? Which group is all together is told by inAll.",
      });
    }
  }
}

function isExceeded(parts: readonly ExpectedFigure[], whole: ExpectedFigure): boolean {
  return KINDS.some((kind) =>
    SIDES.some((side) => {
      const most = whole[kind]?.[side] ?? Infinity;
      const sum = parts.reduce((before, part) => before + (part[kind]?.[side] ?? 0), 0);
      return sum > allowed(most, kind, parts.length);
    }),
  );
}

/** The whole with what rounding may make of it, for so many parts. */
function allowed(most: ExpectedPair["actual"], kind: (typeof KINDS)[number], parts = 1): number {
  return most * (1 + ROUNDING) + parts * (kind === "persons" ? 1 : 0.001);
}

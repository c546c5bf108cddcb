import type { Notice } from "../core/index.js";
import type { Outcomes } from "../outcomes/index.js";
import type { Rating } from "./ratingsFile.js";

/** Rows that count, and what is to be said of those that don't. */
interface CountedRatings {
  readonly rows: readonly Rating[];
  readonly notices: readonly Notice[];
}

/** So many citizens are named whose rows don't count; a mistyped pseudonym is found by a few. */
const NAMED = 3;

/**
 * The rows that can be about a course of the competition: not after the day of the outcomes, by someone who was
 * drawn, and not before that citizen's referral; an anonymous row not before the first referral of anyone.
 */
export function countedRatings(rows: readonly Rating[], { asOf, participants }: Outcomes): CountedRatings {
  const referredOn = new Map(participants.map((each) => [each.citizen, each.referredOn]));
  const first = [...referredOn.values()].toSorted()[0] ?? asOf;
  const inTime = rows.filter(({ date }) => date <= asOf);
  const isStranger = ({ citizen }: Rating): boolean => citizen !== undefined && !referredOn.has(citizen);
  const known = inTime.filter((row) => !isStranger(row));
  const isEarly = ({ citizen, date }: Rating): boolean => date < (referredOn.get(citizen ?? "") ?? first);
  return {
    rows: known.filter((row) => !isEarly(row)),
    notices: [
      ...(inTime.length === rows.length
        ? []
        : [
            {
              code: "ratings-after-as-of",
              severity: "info",
              count: rows.length - inTime.length,
            } as const,
          ]),
      ...setAside("ratings-not-drawn", inTime.filter(isStranger)),
      ...setAside("ratings-before-referral", known.filter(isEarly)),
    ],
  };
}

function setAside(code: string, rows: readonly Rating[]): readonly Notice[] {
  if (rows.length === 0) return [];
  const citizens = [...new Set(rows.flatMap(({ citizen }) => citizen ?? []))].toSorted();
  const named = [...citizens.slice(0, NAMED), ...(citizens.length > NAMED ? ["…"] : [])];
  return [{ code, severity: "caution", count: rows.length, citizens: named }];
}

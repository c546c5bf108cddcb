import { parseDay, type Day } from "../core/index.js";
import type { Asked } from "./reconcileItems.js";
import type { LineItem } from "./types.js";

/** A claim and the line that it is paid by. */
export interface Pair {
  readonly asked: Asked;
  readonly line: LineItem;
  /** Days from the line's date to the claim's. */
  readonly days: number;
}

/** Claims and lines of one citizen and item. */
export interface Unpaired {
  readonly asked: readonly Asked[];
  readonly lines: readonly LineItem[];
}

/** Claims and lines one to one, and those that are left over. */
export interface Paired extends Unpaired {
  readonly pairs: readonly Pair[];
}

/** Whether a claim can be of a line: of its referral and its team, where the claim names them. */
export type Meets = (asked: Asked, line: LineItem) => boolean;

/** How claims and lines are held against each other. */
export interface Pairing {
  readonly meets: Meets;
  readonly dateTolerance: number;
}

/**
 * Pairs claims with lines of the same citizen and item, the best fit first: amount and date, then the amount
 * with the nearest date; where amounts may differ too (`unequal`), then the date with the nearest amount, then the
 * nearest date. Ties go to the claim that says more, then by what the claims say, so that the order of their rows
 * doesn't matter. A credit is no claim of a line.
 */
export function pairUp(
  { asked, lines }: Unpaired,
  amounts: "equal" | "unequal",
  { meets, dateTolerance }: Pairing,
): Paired {
  if (asked.length === 0 || lines.length === 0) return { pairs: [], asked, lines };
  const days = lines.map((line) => parseDay(line.date, "line.date"));
  const fits = asked
    .flatMap((each) => lines.map((line, index) => fitOf(each, line, index, days[index] ?? 0, dateTolerance)))
    .filter(({ short }) => amounts === "unequal" || short === 0)
    .filter(({ asked: each, line }) => each.amount * line.amount >= 0 && meets(each, line))
    .toSorted(byFit);
  const taken = new Set<Asked | LineItem>();
  const pairs: Pair[] = [];
  for (const fit of fits) {
    if (taken.has(fit.asked) || taken.has(fit.line)) continue;
    taken.add(fit.asked).add(fit.line);
    pairs.push({ asked: fit.asked, line: fit.line, days: fit.days });
  }
  return {
    pairs,
    asked: asked.filter((each) => !taken.has(each)),
    lines: lines.filter((line) => !taken.has(line)),
  };
}

interface Fit extends Pair {
  /** 0: amount and date. 1: the amount. 2: the date. 3: neither. */
  readonly rank: number;
  readonly short: number;
  readonly position: number;
}

function fitOf(asked: Asked, line: LineItem, position: number, day: Day, dateTolerance: number): Fit {
  const days = asked.day - day;
  const short = Math.abs(asked.amount - line.amount);
  const rank = (short === 0 ? 0 : 2) + (Math.abs(days) <= dateTolerance ? 0 : 1);
  return { asked, line, days, rank, short, position };
}

function byFit(a: Fit, b: Fit): number {
  return (
    a.rank - b.rank ||
    Math.abs(a.days) - Math.abs(b.days) ||
    a.short - b.short ||
    namedOf(b.asked) - namedOf(a.asked) ||
    byContent(a.asked, b.asked) ||
    a.position - b.position
  );
}

/** How much a claim says of what it is for. */
function namedOf({ claim: { referredOn, team } }: Asked): number {
  return Number(referredOn !== undefined) + Number(team !== undefined);
}

/** The order of claims by what they say; rows that say the same are in the order of their file. */
export function byContent(a: Asked, b: Asked): number {
  return (
    a.day - b.day ||
    a.amount - b.amount ||
    byText(a.claim.reference, b.claim.reference) ||
    byText(a.claim.referredOn, b.claim.referredOn) ||
    byText(a.claim.team, b.claim.team) ||
    byText(a.claim.item, b.claim.item) ||
    a.row - b.row
  );
}

export function byText(a: string = "", b: string = ""): number {
  return a < b ? -1 : Number(a > b);
}

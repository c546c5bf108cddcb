import { parseDay, type Day } from "../core/index.js";
import type { Asked } from "./reconcileItems.js";
import { byContent, type Pair, type Paired, type Pairing, type Unpaired } from "./reconcilePairs.js";
import type { LineItem } from "./types.js";

/** A part of a claim or of a line that was told by another division than the other side's. */
export interface PartPair extends Pair {
  /** What the claim comes to in this part, in øre. */
  readonly claimed: number;
  /** What the statement gives in this part, in øre. */
  readonly owed: number;
  /** Which part, from 1, of how many, and what is in parts. */
  readonly part: { readonly number: number; readonly count: number; readonly of: "claim" | "line" };
}

/** What is summed up: one claim with the lines that it sums up, or one line with the claims that make it up. */
interface Sum {
  readonly asked: readonly Asked[];
  readonly lines: readonly LineItem[];
  /** Whether the lines are of the referral that the claim is nearest to. */
  readonly atHome: boolean;
  /** Whether all lines of a lump sum are due by its date. */
  readonly inTime: boolean;
  /** Days between the last part and what it is a part of. */
  readonly apart: number;
}

/** How parts are held against each other. */
export interface Summing extends Pairing {
  /** The referral that a line is of; undefined where nobody has told. */
  readonly referralOf: (line: LineItem) => string | undefined;
  /** All lines of the citizen and item, also those that are met already. */
  readonly allLines: readonly LineItem[];
  /** Claims dated after it take no part. */
  readonly lastDay: Day;
}

/**
 * Claims and lines whose amounts meet only when they are summed up, to the øre: one claim for several lines (a lump
 * sum for some weeks), or several claims for one line (a bonus in two halves). The parts have to follow each other by
 * date, none left out between the first and the last of those that no other claim or line has met.
 *
 * A lump sum covers lines of one referral: of that one whose line fell due last by its date (the first to fall due
 * where none has), else of another whose lines were all due by then. Of several ways to sum up those go first whose
 * lines are all due, then the one with the fewest parts, then the one whose last part is nearest in date, then the
 * earliest.
 */
export function sumUp({ asked, lines }: Unpaired, summing: Summing): PartPaired {
  const inTime = asked
    .filter(({ day, amount }) => day <= summing.lastDay && amount !== 0)
    .toSorted(byContent);
  const inOrder = lines.filter(({ amount }) => amount !== 0).toSorted(byDate);
  const taken = new Set<Asked | LineItem>();
  const pairs: PartPair[] = [];
  for (const sum of sumsOf(inTime, inOrder, summing).toSorted(byParts)) {
    const members = [...sum.asked, ...sum.lines];
    if (members.some((each) => taken.has(each))) continue;
    for (const each of members) taken.add(each);
    pairs.push(...partsOf(sum));
  }
  return {
    pairs,
    asked: asked.filter((each) => !taken.has(each)),
    lines: lines.filter((line) => !taken.has(line)),
  };
}

interface PartPaired extends Paired {
  readonly pairs: readonly PartPair[];
}

function sumsOf(asked: readonly Asked[], lines: readonly LineItem[], summing: Summing): readonly Sum[] {
  const { meets } = summing;
  return [
    ...asked.flatMap((each) => lumpsOf(each, lines, summing)),
    ...lines.flatMap((line) => {
      const own = asked.filter((each) => meets(each, line));
      return runsOf(own, line.amount).map((run): Sum => {
        const apart = Math.abs(lastOf(run.map(({ day }) => day)) - dayOf(line));
        return { asked: run, lines: [line], atHome: true, inTime: true, apart };
      });
    }),
  ];
}

/** The runs of lines of one referral each that a claim is the sum of. */
function lumpsOf(asked: Asked, lines: readonly LineItem[], summing: Summing): readonly Sum[] {
  const { meets, referralOf, dateTolerance } = summing;
  const own = lines.filter((line) => meets(asked, line));
  if (own.length < 2) return [];
  const home = homeOf(asked, summing);
  return [...new Set(own.map(referralOf))].flatMap((referral) =>
    runsOf(
      own.filter((line) => referralOf(line) === referral),
      asked.amount,
    ).flatMap((run): readonly Sum[] => {
      const last = lastOf(run.map(dayOf));
      const atHome = referral === home;
      const inTime = last <= asked.day + dateTolerance;
      return atHome || inTime
        ? [{ asked: [asked], lines: run, atHome, inTime, apart: Math.abs(asked.day - last) }]
        : [];
    }),
  );
}

/** The referral that a claim is nearest to: of the line that fell due last by its date, else of the first to come. */
export function homeOf(
  asked: Asked,
  { allLines, meets, referralOf, dateTolerance }: Summing,
): string | undefined {
  const own = allLines.filter((line) => meets(asked, line)).toSorted(byDate);
  const due = own.findLast((line) => dayOf(line) <= asked.day + dateTolerance);
  const nearest = due ?? own[0];
  return nearest === undefined ? undefined : referralOf(nearest);
}

/**
 * Every run of two or more that follow each other and sum to an amount; those of the other sign don't count. Since
 * all that are left have one sign, a window that grows at its end and shrinks at its start meets each of them.
 */
function runsOf<Part extends { readonly amount: number }>(
  parts: readonly Part[],
  amount: number,
): readonly (readonly Part[])[] {
  const own = parts.filter((part) => Math.sign(part.amount) === Math.sign(amount));
  const runs: (readonly Part[])[] = [];
  let first = 0;
  let sum = 0;
  for (const [last, part] of own.entries()) {
    sum += part.amount;
    while (Math.abs(sum) > Math.abs(amount)) {
      sum -= own[first]?.amount ?? 0;
      first++;
    }
    if (sum === amount && last > first) runs.push(own.slice(first, last + 1));
  }
  return runs;
}

/** A sum as pairs, one for each part. */
function partsOf({ asked, lines }: Sum): readonly PartPair[] {
  const count = Math.max(asked.length, lines.length);
  const of = lines.length > 1 ? "claim" : "line";
  return asked.flatMap((each, ofAsked) =>
    lines.map((line, ofLine) => {
      const { amount } = of === "claim" ? line : each;
      return {
        asked: each,
        line,
        days: each.day - dayOf(line),
        claimed: amount,
        owed: amount,
        part: { number: Math.max(ofAsked, ofLine) + 1, count, of },
      };
    }),
  );
}

function byParts(a: Sum, b: Sum): number {
  const [askedA, askedB] = [a.asked[0], b.asked[0]];
  return (
    Number(b.atHome) - Number(a.atHome) ||
    Number(b.inTime) - Number(a.inTime) ||
    a.asked.length + a.lines.length - (b.asked.length + b.lines.length) ||
    a.apart - b.apart ||
    lastOf(a.lines.map(dayOf)) - lastOf(b.lines.map(dayOf)) ||
    (askedA === undefined || askedB === undefined ? 0 : byContent(askedA, askedB))
  );
}

/** The order in which lines fall due. */
export function byDate(a: LineItem, b: LineItem): number {
  return dayOf(a) - dayOf(b);
}

export function dayOf({ date }: LineItem): Day {
  return parseDay(date, "line.date");
}

function lastOf(days: readonly Day[]): Day {
  return days.at(-1) ?? 0;
}

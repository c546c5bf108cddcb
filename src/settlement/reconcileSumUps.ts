import { parseDay, type Day } from "../core/index.js";
import type { Asked } from "./reconcileItems.js";
import { byContent, type Meets, type Pair, type Paired, type Unpaired } from "./reconcilePairs.js";
import type { LineItem } from "./types.js";

/** A part of a claim or of a line that was told by another division than the other side's. */
export interface PartPair extends Pair {
  /** Which part, from 1, of how many, and what is in parts. */
  readonly part: { readonly number: number; readonly count: number; readonly of: "claim" | "line" };
}

/** What is summed up: one claim with the lines that it sums up, or one line with the claims that make it up. */
interface Sum {
  readonly asked: readonly Asked[];
  readonly lines: readonly LineItem[];
  /** Days between the last part and what it is a part of. */
  readonly apart: number;
}

/**
 * Claims and lines whose amounts meet only when they are summed up, to the øre: one claim for several lines (a lump
 * sum for some weeks), or several claims for one line (a bonus in two halves). The parts have to follow each other by
 * date, none left out between the first and the last of those that no other claim or line has met; their dates
 * themselves are not held against anybody. Of several ways to sum up the one with the fewest parts is taken, then
 * the one whose last part is nearest in date, then the earliest. Claims dated after `lastDay` take no part.
 */
export function sumUp({ asked, lines }: Unpaired, meets: Meets, lastDay: Day): PartPaired {
  const inTime = asked.filter(({ day, amount }) => day <= lastDay && amount !== 0).toSorted(byContent);
  const inOrder = lines.filter(({ amount }) => amount !== 0).toSorted(byDate);
  const taken = new Set<Asked | LineItem>();
  const pairs: PartPair[] = [];
  for (const sum of sumsOf(inTime, inOrder, meets).toSorted(byParts)) {
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

function sumsOf(asked: readonly Asked[], lines: readonly LineItem[], meets: Meets): readonly Sum[] {
  return [
    ...asked.flatMap((each) => {
      const own = lines.filter((line) => meets(each, line));
      return runsOf(own, each.amount).map((run): Sum => {
        return { asked: [each], lines: run, apart: Math.abs(each.day - lastOf(run.map(dayOf))) };
      });
    }),
    ...lines.flatMap((line) => {
      const own = asked.filter((each) => meets(each, line));
      return runsOf(own, line.amount).map((run): Sum => {
        return {
          asked: run,
          lines: [line],
          apart: Math.abs(lastOf(run.map(({ day }) => day)) - dayOf(line)),
        };
      });
    }),
  ];
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
      return {
        asked: each,
        line,
        days: each.day - dayOf(line),
        part: { number: Math.max(ofAsked, ofLine) + 1, count, of },
      };
    }),
  );
}

function byParts(a: Sum, b: Sum): number {
  const [askedA, askedB] = [a.asked[0], b.asked[0]];
  return (
    a.asked.length + a.lines.length - (b.asked.length + b.lines.length) ||
    a.apart - b.apart ||
    lastOf(a.lines.map(dayOf)) - lastOf(b.lines.map(dayOf)) ||
    (askedA === undefined || askedB === undefined ? 0 : byContent(askedA, askedB))
  );
}

function byDate(a: LineItem, b: LineItem): number {
  return dayOf(a) - dayOf(b);
}

function dayOf({ date }: LineItem): Day {
  return parseDay(date, "line.date");
}

function lastOf(days: readonly Day[]): Day {
  return days.at(-1) ?? 0;
}

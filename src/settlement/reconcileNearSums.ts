import type { Ore } from "./terms.js";
import type { Asked } from "./reconcileItems.js";
import { byContent, type Unpaired } from "./reconcilePairs.js";
import { byDate, dayOf, homeOf, type PartPair, type Summing } from "./reconcileSumUps.js";
import type { LineItem } from "./types.js";

/** A lump sum and the lines that it comes nearest to. */
interface NearSum {
  readonly lines: readonly LineItem[];
  /** Øre between the claim and the lines' sum. */
  readonly short: Ore;
  readonly inTime: boolean;
  readonly apart: number;
}

/**
 * Lump sums that are off, each held against the run of two or more lines of its referral (`homeOf`) whose sum is
 * nearest, where that is nearer than any single line; of several the one whose lines are all due, then the fewest
 * lines, then the nearest last line. The last part has the difference, so that the others stand as they are owed. A
 * line on whose day another claim that is left is dated stays with that claim.
 */
export function sumUpNearly({ asked, lines }: Unpaired, summing: Summing): NearlySummed {
  let left = lines.filter(({ amount }) => amount !== 0).toSorted(byDate);
  const gone = new Set<Asked | LineItem>();
  const pairs: PartPair[] = [];
  for (const each of asked.toSorted(byContent)) {
    if (each.day > summing.lastDay || left.length < 2) continue;
    const others = asked.filter((other) => other !== each && !gone.has(other));
    const near = nearestRun(each, left, others, summing);
    if (near === undefined) continue;
    pairs.push(...partsOf(each, near));
    gone.add(each);
    for (const line of near) gone.add(line);
    left = left.filter((line) => !gone.has(line));
  }
  return {
    pairs,
    asked: asked.filter((each) => !gone.has(each)),
    lines: lines.filter((line) => !gone.has(line)),
  };
}

interface NearlySummed extends Unpaired {
  readonly pairs: readonly PartPair[];
}

function nearestRun(
  asked: Asked,
  lines: readonly LineItem[],
  others: readonly Asked[],
  summing: Summing,
): readonly LineItem[] | undefined {
  const { meets, referralOf, dateTolerance } = summing;
  const own = lines.filter(
    (line) => Math.sign(line.amount) === Math.sign(asked.amount) && meets(asked, line),
  );
  if (own.length < 2) return undefined;
  const single = Math.min(...own.map(({ amount }) => Math.abs(asked.amount - amount)));
  const home = homeOf(asked, summing);
  const isAnothers = (line: LineItem): boolean =>
    others.some((other) => Math.abs(other.day - dayOf(line)) <= dateTolerance && meets(other, line));
  const [nearest] = stretchesOf(own, (line) => referralOf(line) === home && !isAnothers(line))
    .flatMap((stretch) => runsNear(asked, stretch, dateTolerance))
    .filter(({ short }) => short < single)
    .toSorted(byNearness);
  return nearest?.lines;
}

/** Lines that belong together, cut where one doesn't. */
function stretchesOf(
  lines: readonly LineItem[],
  belongs: (line: LineItem) => boolean,
): readonly (readonly LineItem[])[] {
  const stretches: LineItem[][] = [[]];
  for (const line of lines) {
    if (belongs(line)) stretches.at(-1)?.push(line);
    else stretches.push([]);
  }
  return stretches;
}

/** From every first line the runs that come nearest to the claim: the last one below it and the first one that isn't. */
function runsNear(asked: Asked, lines: readonly LineItem[], dateTolerance: number): readonly NearSum[] {
  return lines.flatMap((_line, first) => {
    const runs: NearSum[] = [];
    let sum = 0;
    for (let last = first; last < lines.length && Math.abs(sum) < Math.abs(asked.amount); last++) {
      const line = lines[last];
      if (line === undefined) break;
      sum += line.amount;
      if (last === first) continue;
      const inTime = dayOf(line) <= asked.day + dateTolerance;
      const short = Math.abs(asked.amount - sum);
      runs.push({
        lines: lines.slice(first, last + 1),
        short,
        inTime,
        apart: Math.abs(asked.day - dayOf(line)),
      });
    }
    return runs.slice(-2);
  });
}

function byNearness(a: NearSum, b: NearSum): number {
  return (
    a.short - b.short ||
    Number(b.inTime) - Number(a.inTime) ||
    a.lines.length - b.lines.length ||
    a.apart - b.apart
  );
}

/** A lump sum as parts, the last of which has what it is over or under. */
function partsOf(asked: Asked, lines: readonly LineItem[]): readonly PartPair[] {
  const over = asked.amount - lines.reduce((sum, { amount }) => sum + amount, 0);
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1;
    return {
      asked,
      line,
      days: asked.day - dayOf(line),
      claimed: line.amount + (isLast ? over : 0),
      owed: line.amount,
      part: { number: index + 1, count: lines.length, of: "claim" },
    };
  });
}

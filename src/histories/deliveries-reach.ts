import type { Day, Period } from "../core/index.js";
import type { RevisionBand, RevisionReach } from "./deliveries-types.js";

/** Where bands end, in days back: after 4, 13, 26, 52 and 104 weeks. */
const BAND_ENDS: readonly number[] = [28, 91, 182, 364, 728, Infinity];
const SHARES: readonly number[] = [0.5, 0.9, 0.95, 0.99, 1];

/** Days back with the same number of changes: from `from` on, up to `to`, which isn't one of them. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly citizens: number;
}

/** Changed days of all citizens by how far they lie before the end of the earlier delivery. */
export function stretchesBack(changed: readonly Period[], last: Day): readonly Stretch[] {
  const steps = new Map<number, number>();
  const step = (at: number, by: number): unknown => steps.set(at, (steps.get(at) ?? 0) + by);
  for (const { start, end } of changed) {
    step(last - end + 1, 1);
    step(last - start + 1, -1);
  }
  const edges = [...steps].toSorted(([a], [b]) => a - b);
  let citizens = 0;
  return edges.flatMap(([from, by], index) => {
    citizens += by;
    const next = edges[index + 1];
    return next === undefined || citizens === 0 ? [] : [{ from, to: next[0], citizens }];
  });
}

/** How many days back the shares of all changed days lie, or nearer. */
export function reachOf(stretches: readonly Stretch[]): readonly RevisionReach[] {
  const total = daysOf(stretches, 0, Infinity);
  if (total === 0) return [];
  return SHARES.map((share) => ({ share, daysBack: quantile(stretches, share * total) }));
}

function quantile(stretches: readonly Stretch[], needed: number): number {
  let before = 0;
  for (const { from, to, citizens } of stretches) {
    const after = before + (to - from) * citizens;
    if (after >= needed) return from + Math.max(1, Math.ceil((needed - before) / citizens)) - 1;
    before = after;
  }
  return (stretches.at(-1)?.to ?? 1) - 1;
}

/** The changed days of each band beside all days of the citizens in it. */
export function bandsOf(
  stretches: readonly Stretch[],
  covered: Period,
  last: Day,
  citizens: number,
): readonly RevisionBand[] {
  const [nearest, farthest] = [last - covered.end + 1, last - covered.start + 1]; // days back, the second excluded
  return BAND_ENDS.flatMap((bandEnd, index) => {
    const from = BAND_ENDS[index - 1] ?? 0;
    const days = Math.min(bandEnd, farthest) - Math.max(from, nearest);
    const changedDays = daysOf(stretches, from, bandEnd);
    if (days <= 0 && changedDays === 0) return [];
    const coveredDays = Number.isFinite(days) ? days * citizens : null;
    return [
      {
        fromDaysBack: from,
        toDaysBack: Number.isFinite(bandEnd) ? bandEnd - 1 : null,
        changedDays,
        coveredDays,
        share: coveredDays === null || coveredDays === 0 ? null : changedDays / coveredDays,
      },
    ];
  });
}

function daysOf(stretches: readonly Stretch[], from: number, to: number): number {
  return stretches.reduce(
    (days, each) => days + Math.max(0, Math.min(each.to, to) - Math.max(each.from, from)) * each.citizens,
    0,
  );
}

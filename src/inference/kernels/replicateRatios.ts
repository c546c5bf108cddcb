import type { Limits } from "./limits.js";
import type { Replicates } from "./resampledDifferences.js";

/**
 * The ratios ρ of cost to effect for which at least `least` replicates have cost − ρ·effect ≥ 0 and as many ≤ 0:
 * at which the percentile interval of the net benefit holds 0.
 *
 * The line through the origin with slope ρ turns through all directions as ρ runs from −∞ to ∞ and back through the
 * vertical; it passes a replicate at the replicate's own ratio, so that the counts on its sides change only there.
 * Places on that circle are numbered: 0 the vertical, 2j the j-th ratio, odd numbers the gaps between. The set leaves
 * out the open stretch around the line that has fewest on a side; where even that has enough, nothing. (Where a cloud
 * of replicates is so odd that there are more such stretches, the others stay in.)
 *
 * @param least half of the replicates at most: some line through the origin has as many on either side
 * @returns the pieces of the line: one interval, two rays, a ray, or the whole line; none if all but the vertical is
 *   excluded
 */
export function replicateRatios(replicates: Replicates, least: number): readonly Limits[] {
  const { ratios, fewest } = turned(replicates);
  const places = fewest.length;
  let thinnest = 0;
  fewest.forEach((count, place) => {
    if (count < (fewest[thinnest] ?? 0)) thinnest = place;
  });
  if ((fewest[thinnest] ?? 0) >= least) return [{ lower: -Infinity, upper: Infinity }];
  const isOut = (place: number): boolean => (fewest[(place + places) % places] ?? 0) < least;
  let [before, after] = [thinnest, thinnest];
  while (isOut(before)) before--;
  while (isOut(after)) after++;
  // What is left starts where the excluded stretch ends, and ends where it starts.
  const [lower, upper] = [after % places, (before + places) % places];
  const valueOf = (place: number): number => ratios[place / 2 - 1] ?? NaN;
  // The vertical at an end belongs to both ends of the line.
  const left = { lower: -Infinity, upper: valueOf(upper) };
  const right = { lower: valueOf(lower), upper: Infinity };
  if (lower === 0) return upper === 0 ? [] : [left];
  if (upper === 0) return [right];
  return lower <= upper ? [{ lower: right.lower, upper: left.upper }] : [left, right];
}

/** The replicates' ratios in order, each once, and how many lie on the emptier side, the line included, at each place. */
function turned({ cost, effect }: Replicates): {
  readonly ratios: readonly number[];
  readonly fewest: Int32Array;
} {
  const more: number[] = [];
  const less: number[] = [];
  let [above, below, origin] = [0, 0, 0];
  effect.forEach((each, i) => {
    const own = cost[i] ?? 0;
    // −0 as 0, so that it is one ratio.
    if (each !== 0) (each > 0 ? more : less).push(own / each + 0);
    else if (own === 0) origin++;
    else if (own > 0) above++;
    else below++;
  });
  const [upwards, downwards] = [Float64Array.from(more).toSorted(), Float64Array.from(less).toSorted()];
  const ratios = [...new Set(Float64Array.from([...more, ...less]).toSorted())];
  const fewest = new Int32Array(2 * ratios.length + 2);
  fewest[0] = Math.min(more.length, less.length) + above + below + origin;
  // How many ratios lie at or below the place, of replicates with more and with less effect.
  let [up, down] = [0, 0];
  const store = (place: number, upBefore: number, downBefore: number): void => {
    const dearer = more.length - upBefore + down + above + origin;
    const cheaper = up + less.length - downBefore + below + origin;
    fewest[place] = Math.min(dearer, cheaper);
  };
  store(1, 0, 0);
  ratios.forEach((ratio, j) => {
    const [upBefore, downBefore] = [up, down];
    while (up < upwards.length && (upwards[up] ?? 0) <= ratio) up++;
    while (down < downwards.length && (downwards[down] ?? 0) <= ratio) down++;
    store(2 * j + 2, upBefore, downBefore);
    store(2 * j + 3, up, down);
  });
  return { ratios, fewest };
}

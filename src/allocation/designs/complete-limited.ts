import { below } from "../../core/index.js";
import { inRandomOrder } from "./complete-order.js";
import { limitedProbabilities, type ExactProbabilities, type Sizes } from "./complete-probabilities.js";
import { rounded, type Toss } from "./complete-rounding.js";
import type { Group, Limits, Share } from "./procedure.js";

/**
 * Complete randomization within limits, `complete-limited/1`.
 *
 * Every unit of the batch gets arm k with the same probability pₖ, exactly: wₖ/Σw, lowered for arms that
 * have no room for so many and raised for those that are owed more ({@link limitedProbabilities}). For
 * each number of members, from the smallest, the table of groups and arms is rounded without bias
 * ({@link rounded}, stream of the whole batch): group g gives arm k the floor or the ceiling of units·pₖ,
 * and all groups together the floor or the ceiling of their sum, so that no arm is ever given more than
 * it has room for. The units of each group are then put in random order and the arms filled one after
 * the other (stream of the stratum, its groups following each other).
 *
 * @returns undefined where the arms have no room for the batch, however it is rounded.
 */
export function shareWithin(
  groups: readonly Group[],
  arms: readonly string[],
  weights: readonly number[],
  limits: Limits,
): Share | undefined {
  const sizes = sizesOf(groups);
  const held = arms.map((arm) => (Object.hasOwn(limits, arm) ? limits[arm] : undefined) ?? NO_LIMIT);
  const exact = limitedProbabilities(sizes, weights, held);
  if (exact === undefined) return undefined;
  const probabilities = Object.fromEntries(arms.map((arm, k) => [arm, (exact.parts[k] ?? 0) / exact.whole]));
  const countsBy = (toss: Toss): readonly (readonly number[])[] => {
    const placed = tables(groups, sizes).flatMap(({ places, units }) => {
      const rows = rounded(units, exact, toss);
      return places.map((place, row) => [place, rows[row] ?? []] as const);
    });
    const rowOf = new Map(placed);
    return groups.map((_, g) => rowOf.get(g) ?? []);
  };
  return {
    odds: { designProbabilities: probabilities, drawProbabilities: probabilities },
    draw: (streamOf) => {
      const whole = streamOf();
      const counts = countsBy((chances, among) => below(whole, among) < chances);
      const streams = new Map(groups.map(({ stratum }) => [stratum, streamOf(stratum)]));
      return groups.map(({ stratum }, g) =>
        inRandomOrder(arms, counts[g] ?? [], streams.get(stratum) ?? whole),
      );
    },
    counts: (choose) => countsBy((chances, among) => choose([chances, among - chances]) === 0),
    possible: (counts) =>
      tables(groups, sizes).every(({ places, units }) => {
        const rows = places.map((place) => counts[place] ?? []);
        const together = arms.map((_, k) => sumOf(rows.map((row) => row[k] ?? 0)));
        return (
          rows.every((row, r) => isRounding(row, units[r] ?? 0, exact)) &&
          isRounding(together, sumOf(units), exact)
        );
      }),
  };
}

const NO_LIMIT = { room: Infinity, owed: 0 };

/** The groups whose units have the same number of members, by their places in the batch. */
interface Table {
  readonly places: readonly number[];
  readonly units: readonly number[];
}

function tables(groups: readonly Group[], sizes: Sizes): readonly Table[] {
  return [...sizes.keys()].map((members) => {
    const places = Array.from(groups.keys()).filter((g) => groups[g]?.members === members);
    return { places, units: places.map((g) => groups[g]?.units ?? 0) };
  });
}

/** Units by their number of members, from the smallest. */
function sizesOf(groups: readonly Group[]): Sizes {
  const sizes = new Map<number, number>();
  for (const { members, units } of groups.toSorted((a, b) => a.members - b.members)) {
    sizes.set(members, (sizes.get(members) ?? 0) + units);
  }
  return sizes;
}

/** Whether these are all units, each arm having the floor or the ceiling of its expectation. */
function isRounding(counts: readonly number[], units: number, { parts, whole }: ExactProbabilities): boolean {
  const fits = counts.every((count, k) => Math.abs(count * whole - units * (parts[k] ?? 0)) < whole);
  return fits && sumOf(counts) === units;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

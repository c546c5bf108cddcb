import { describe, expect, it } from "vitest";
import { seededStream, uniform, type RandomStream } from "../../src/core/index.js";
import {
  bootstrapCostEffectiveness,
  fieller,
  incrementalCostEffect,
  type CostEffectColumns,
  type RatioEstimate,
} from "../../src/inference/index.js";
import { replicates } from "../support/simulation.js";

// Years of weekly blocks whose citizens differ from week to week, in what they cost and in how often they succeed; a
// success costs a bonus. Blocks have the sizes that chance gives them, also one citizen of an arm, or none.

const YEARS = replicates(200, 2000);
/** Resampling takes longer. */
const RESAMPLED = replicates(50, 1000);
const BONUS = 5000;

interface World {
  readonly blocks: number;
  readonly effect: number;
  /** The comparator's part of each block: everyone's chance, or half of the block as it was drawn. */
  readonly part: number | "half";
  /** How many citizens a block has: as many as one of these, each as likely. */
  readonly sizes: readonly number[];
  /** How much a citizen's base varies in each arm. */
  readonly spread: readonly [comparator: number, reference: number];
}

interface Row {
  readonly inside: boolean;
  readonly block: number;
  readonly cost: number;
  readonly effect: number;
}

/** The comparator's base is 2,000 lower; the bonus is paid in both arms. */
function year({ blocks, effect, part, sizes, spread }: World, stream: RandomStream): readonly Row[] {
  return Array.from({ length: blocks }, (_, block) => {
    const week = 0.2 + 0.4 * uniform(stream);
    const size = sizes[Math.floor(sizes.length * uniform(stream))] ?? 0;
    const half = Math.floor(size / 2 + uniform(stream));
    return Array.from({ length: size }, (_citizen, place): Row => {
      const inside = part === "half" ? place < half : uniform(stream) < part;
      const success = uniform(stream) < week + (inside ? effect : 0);
      const base = (inside ? 7000 : 9000) + 20_000 * week + spread[inside ? 0 : 1] * (uniform(stream) - 0.5);
      return { inside, block, cost: base + (success ? BONUS : 0), effect: success ? 1 : 0 };
    });
  }).flat();
}

function columnsOf(rows: readonly Row[]): CostEffectColumns {
  return {
    cost: rows.map(({ cost }) => cost),
    effect: rows.map(({ effect }) => effect),
    block: rows.map(({ block }) => block),
  };
}

const holds = ({ segments, interval }: RatioEstimate, value: number): boolean =>
  (segments ?? [[interval.lower, interval.upper]]).some(
    ([lower = NaN, upper = NaN]) => lower <= value && value <= upper,
  );

function covered(world: World): { readonly ratio: number; readonly cost: number } {
  const stream = seededStream("costs in blocks", JSON.stringify(world));
  const costDifference = -2000 + BONUS * world.effect;
  const truth = costDifference / world.effect;
  let [ratio, cost] = [0, 0];
  for (let run = 0; run < YEARS; run++) {
    const rows = year(world, stream);
    const [ours, others] = [rows.filter(({ inside }) => inside), rows.filter(({ inside }) => !inside)];
    const found = incrementalCostEffect(columnsOf(ours), columnsOf(others));
    const { covariance, degreesOfFreedom } = found;
    // A few pairs may all end alike: nothing is known of the price then, and no price is told.
    const isUntold = found.effect === 0 && covariance[1][1] === 0;
    if (isUntold) ratio++;
    if (
      !isUntold &&
      holds(
        fieller({ numerator: found.cost, denominator: found.effect, covariance, degreesOfFreedom }),
        truth,
      )
    )
      ratio++;
    const alone = [
      [covariance[0][0], 0],
      [0, 0],
    ] as const;
    const { interval } = fieller({
      numerator: found.cost,
      denominator: 1,
      covariance: alone,
      degreesOfFreedom,
    });
    if (interval.lower <= costDifference && costDifference <= interval.upper) cost++;
  }
  return { ratio: ratio / YEARS, cost: cost / YEARS };
}

/** Four standard errors of a simulated share of 95 %, and a point and a half that few blocks and skewed costs may take. */
const BAND = 4 * Math.sqrt((0.95 * 0.05) / YEARS) + 0.015;

const WEEKLY = [2, 3, 4, 5, 6, 7, 8, 9] as const;
const ALIKE = [4000, 4000] as const;

describe("within the blocks of the draw, at 95 %,", () => {
  it.each<World>([
    { blocks: 60, effect: 0.15, part: 0.5, sizes: WEEKLY, spread: ALIKE },
    { blocks: 60, effect: 0.03, part: 0.5, sizes: WEEKLY, spread: ALIKE },
    { blocks: 60, effect: 0.15, part: 0.25, sizes: WEEKLY, spread: [8000, 200] },
    { blocks: 60, effect: 0.15, part: 0.25, sizes: WEEKLY, spread: [200, 8000] },
    { blocks: 20, effect: 0.2, part: 0.5, sizes: WEEKLY, spread: [8000, 200] },
    // Few blocks.
    { blocks: 8, effect: 0.2, part: 0.5, sizes: WEEKLY, spread: ALIKE },
    // Pairs alone; pairs and threes; pairs with a large block here and there.
    { blocks: 60, effect: 0.2, part: "half", sizes: [2], spread: ALIKE },
    { blocks: 12, effect: 0.2, part: "half", sizes: [2], spread: ALIKE },
    { blocks: 30, effect: 0.2, part: "half", sizes: [2, 3], spread: ALIKE },
    { blocks: 30, effect: 0.2, part: "half", sizes: [2, 2, 2, 2, 20], spread: ALIKE },
    // All large.
    { blocks: 20, effect: 0.2, part: "half", sizes: [8, 9, 10, 11, 12], spread: ALIKE },
  ])("the price of an additional success and the difference in cost are covered as they say: %j", (world) => {
    const { ratio, cost } = covered(world);

    for (const coverage of [ratio, cost]) {
      expect(coverage).toBeGreaterThan(0.95 - BAND);
      expect(coverage).toBeLessThan(0.95 + BAND);
    }
  });

  it("the resamples of pairs tell the price of an additional success nearly as they say", () => {
    const stream = seededStream("costs in pairs", "resampled");
    const world: World = { blocks: 60, effect: 0.2, part: "half", sizes: [2], spread: ALIKE };
    const truth = (-2000 + BONUS * world.effect) / world.effect;
    let held = 0;
    for (let run = 0; run < RESAMPLED; run++) {
      const rows = year(world, stream);
      const [ours, others] = [rows.filter(({ inside }) => inside), rows.filter(({ inside }) => !inside)];
      const set = bootstrapCostEffectiveness(columnsOf(ours), columnsOf(others), { seed: run, times: 399 });
      if (holds(set, truth)) held++;
    }
    // Percentile intervals of 60 differences are a little narrow.
    const band = 4 * Math.sqrt((0.95 * 0.05) / RESAMPLED) + 0.015;
    expect(Math.abs(held / RESAMPLED - 0.95)).toBeLessThan(band);
  });
});

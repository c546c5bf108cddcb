import { describe, expect, it } from "vitest";
import { seededStream, uniform, type RandomStream } from "../../src/core/index.js";
import { fieller, incrementalCostEffect, type CostEffectColumns } from "../../src/inference/index.js";
import { replicates } from "../support/simulation.js";

// Years of weekly blocks whose citizens differ from week to week, in what they cost and in how often they succeed; a
// success costs a bonus. Blocks have the sizes that chance gives them, also one citizen of an arm, or none.

const YEARS = replicates(200, 2000);
const BONUS = 5000;

interface World {
  readonly blocks: number;
  readonly effect: number;
  /** The comparator's part of each block. */
  readonly part: number;
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
function year({ blocks, effect, part, spread }: World, stream: RandomStream): readonly Row[] {
  return Array.from({ length: blocks }, (_, block) => {
    const week = 0.2 + 0.4 * uniform(stream);
    const size = 2 + Math.floor(8 * uniform(stream));
    return Array.from({ length: size }, (): Row => {
      const inside = uniform(stream) < part;
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

function covered(world: World): { readonly ratio: number; readonly cost: number } {
  const stream = seededStream("costs in blocks", JSON.stringify(world));
  const costDifference = -2000 + BONUS * world.effect;
  const truth = costDifference / world.effect;
  let [ratio, cost] = [0, 0];
  for (let run = 0; run < YEARS; run++) {
    const rows = year(world, stream);
    const [ours, others] = [rows.filter(({ inside }) => inside), rows.filter(({ inside }) => !inside)];
    const found = incrementalCostEffect(columnsOf(ours), columnsOf(others));
    const degreesOfFreedom = Math.min(ours.length, others.length) - 1;
    const { covariance } = found;
    const set = fieller({ numerator: found.cost, denominator: found.effect, covariance, degreesOfFreedom });
    const pieces = set.segments ?? [[set.interval.lower, set.interval.upper]];
    if (pieces.some(([lower = NaN, upper = NaN]) => lower <= truth && truth <= upper)) ratio++;
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

/**
 * Four standard errors of a simulated share of 95 %. Blocks with a single citizen of an arm are taken as one, in which
 * citizens of a week are alike: where weeks differ as much as here that costs up to two and a half points, and gives
 * as much where an arm is small.
 */
const BAND = 4 * Math.sqrt((0.95 * 0.05) / YEARS) + 0.025;

describe("within the blocks of the draw, at 95 %,", () => {
  it.each<World>([
    { blocks: 60, effect: 0.15, part: 0.5, spread: [4000, 4000] },
    { blocks: 60, effect: 0.03, part: 0.5, spread: [4000, 4000] },
    { blocks: 60, effect: 0.15, part: 0.25, spread: [8000, 200] },
    { blocks: 60, effect: 0.15, part: 0.25, spread: [200, 8000] },
    { blocks: 20, effect: 0.2, part: 0.5, spread: [8000, 200] },
  ])("the price of an additional success and the difference in cost are covered as they say: %j", (world) => {
    const { ratio, cost } = covered(world);

    for (const coverage of [ratio, cost]) {
      expect(coverage).toBeGreaterThan(0.95 - BAND);
      expect(coverage).toBeLessThan(0.95 + BAND);
    }
  });
});

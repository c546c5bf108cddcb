import { describe, expect, it } from "vitest";
import { seededStream, uniform, type RandomStream } from "../../src/core/index.js";
import { welchTest } from "../../src/inference/index.js";
import { withoutBlocks } from "../../src/settlement/costBlocks.js";
import { costPerEffect, covarianceOfDifferences } from "../../src/settlement/costMoments.js";
import type { Costed } from "../../src/settlement/costSample.js";
import { replicates } from "../support/simulation.js";

// Years of weekly blocks whose citizens differ from week to week, in what they cost and in how often they succeed; a
// success costs a bonus. Blocks have the sizes that chance gives them, also one citizen of an arm, or none.

const YEARS = replicates(300, 4000);
const BONUS = 5000;

interface World {
  readonly blocks: number;
  readonly effect: number;
}

/** The comparator's base is 2,000 lower; the bonus is paid in both arms. */
function year({ blocks, effect }: World, stream: RandomStream): readonly Costed[] {
  return Array.from({ length: blocks }, (_, block) => {
    const week = 0.2 + 0.4 * uniform(stream);
    const size = 2 + Math.floor(8 * uniform(stream));
    return Array.from({ length: size }, (): Costed => {
      const inside = uniform(stream) < 0.5;
      const success = uniform(stream) < week + (inside ? effect : 0);
      const base = (inside ? 7000 : 9000) + 20_000 * week + 4000 * uniform(stream) ** 2;
      return {
        arm: inside ? "supplier" : "municipal",
        block: String(block),
        started: true,
        cost: base + (success ? BONUS : 0),
        effect: success ? 1 : 0,
      };
    });
  }).flat();
}

function covered(world: World): { readonly ratio: number; readonly cost: number } {
  const stream = seededStream("costs in blocks", JSON.stringify(world));
  const costDifference = -2000 + BONUS * world.effect;
  let [ratio, cost] = [0, 0];
  for (let run = 0; run < YEARS; run++) {
    const { comparator, reference, degreesOfFreedom } = withoutBlocks(year(world, stream), "supplier");
    const [more, dearer] = [
      mean(comparator.effect) - mean(reference.effect),
      mean(comparator.cost) - mean(reference.cost),
    ];
    const covariance = covarianceOfDifferences(comparator, reference);
    const set = costPerEffect({ cost: dearer, effect: more, covariance }, degreesOfFreedom, 0.95);
    const truth = costDifference / world.effect;
    const pieces = set?.segments ?? [[set?.interval.lower ?? NaN, set?.interval.upper ?? NaN]];
    if (pieces.some(([lower = NaN, upper = NaN]) => lower <= truth && truth <= upper)) ratio++;
    const { interval } = welchTest(comparator.cost, reference.cost);
    if (interval.lower <= costDifference && costDifference <= interval.upper) cost++;
  }
  return { ratio: ratio / YEARS, cost: cost / YEARS };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Four standard errors of a simulated share of 95 %, and half a point for what no finite sample promises. */
const BAND = 4 * Math.sqrt((0.95 * 0.05) / YEARS) + 0.005;

describe("within the blocks of the draw, at 95 %,", () => {
  it.each<World>([
    { blocks: 60, effect: 0.15 },
    { blocks: 60, effect: 0.03 },
    { blocks: 20, effect: 0.2 },
  ])("the price of an additional success and the difference in cost are covered as they say: %j", (world) => {
    const { ratio, cost } = covered(world);

    for (const coverage of [ratio, cost]) {
      expect(coverage).toBeGreaterThan(0.95 - BAND);
      expect(coverage).toBeLessThan(0.95 + BAND);
    }
  });
});

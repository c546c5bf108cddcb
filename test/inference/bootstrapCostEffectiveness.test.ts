import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededStream, uniform } from "../../src/core/index.js";
import {
  bootstrapCostEffectiveness,
  fieller,
  incrementalCostEffect,
  type CostEffectColumns,
} from "../../src/inference/index.js";
import { errorOf, plain } from "./support.js";

/** Citizens of whom one in `every` has success, who cost a base that varies and a bonus for a success. */
function group(size: number, every: number, base: number, bonus: number): CostEffectColumns {
  const effect = Array.from({ length: size }, (_, i) => (i % every === 0 ? 1 : 0));
  return { effect, cost: effect.map((success, i) => base + ((i * 7919) % 101) + bonus * success) };
}

function inBlocks(columns: CostEffectColumns, size: number): CostEffectColumns {
  return { ...columns, block: Array.from(columns.cost, (_, i) => Math.floor(i / size)) };
}

function reversed({ cost, effect }: CostEffectColumns): CostEffectColumns {
  return { cost: Array.from(cost).toReversed(), effect: Array.from(effect).toReversed() };
}

/** Mean product of two columns about the given centers. */
function moment(first: Float64Array, center: number, second: Float64Array, other: number): number {
  const products = first.map((value, i) => (value - center) * ((second[i] ?? 0) - other));
  return products.reduce((sum, each) => sum + each, 0) / products.length;
}

const options = { seed: "2006", times: 1000 };
const good = group(300, 3, 1000, 500);
const poor = group(300, 10, 900, 500);

describe("bootstrapCostEffectiveness", () => {
  it("estimates the ratio of the differences, and says where the resamples lie", () => {
    const result = bootstrapCostEffectiveness(good, poor, options);
    const { cost, effect, covariance } = incrementalCostEffect(good, poor);
    expect(result).toMatchObject({
      measure: "cost-per-effect",
      method: "bootstrap-net-benefit",
      status: "estimated",
      estimate: cost / effect,
      differences: { cost, effect },
      shape: "bounded",
      times: 1000,
      quadrants: { northEast: 1, southEast: 0, southWest: 0, northWest: 0 },
      otherSign: 0,
      notices: [],
    });
    const { interval } = fieller({ numerator: cost, denominator: effect, covariance });
    const width = interval.upper - interval.lower;
    expect(Math.abs(result.interval.lower - interval.lower)).toBeLessThan(0.15 * width);
    expect(Math.abs(result.interval.upper - interval.upper)).toBeLessThan(0.15 * width);
  });

  it("draws resamples with the covariance of the differences", () => {
    // Blocks of two in each arm: n draws from n would give half the variance.
    const [one, other] = [inBlocks(good, 2), inBlocks(poor, 2)];
    const { cost, effect, covariance } = incrementalCostEffect(one, other);
    const { replicates } = bootstrapCostEffectiveness(one, other, { seed: 1, times: 4000 });
    const found = [
      moment(replicates.cost, cost, replicates.cost, cost) / covariance[0][0],
      moment(replicates.effect, effect, replicates.effect, effect) / covariance[1][1],
      moment(replicates.cost, cost, replicates.effect, effect) / covariance[0][1],
    ];
    // Within four standard errors of a variance from 4,000 replicates, √(2/4000) each.
    expect(found.filter((each) => Math.abs(each - 1) > 4 * Math.sqrt(2 / 4000))).toEqual([]);
  });

  it("falls into two rays where the effect may be none, and costs more for certain", () => {
    const result = bootstrapCostEffectiveness(group(90, 3, 2000, 0), group(93, 3, 1000, 0), options);
    expect(result.shape).toBe("exclusive");
    expect(result.segments?.[0]?.[0]).toBe(-Infinity);
    expect(result.segments?.[0]?.[1]).toBeLessThan(0);
    expect(result.segments?.[1]?.[0]).toBeGreaterThan(0);
    expect(result.interval).toMatchObject({ lower: -Infinity, upper: Infinity });
    const { northEast = 0, northWest = 0, southEast, southWest } = result.quadrants ?? {};
    expect(northEast + northWest).toBeCloseTo(1, 12);
    expect([southEast, southWest]).toEqual([0, 0]);
    expect(result.notices.map(({ code }) => code)).toContain("ratio-through-infinity");
  });

  it("excludes nothing between two arms that are alike", () => {
    const result = bootstrapCostEffectiveness(good, good, options);
    expect(result).toMatchObject({
      status: "not-estimable",
      reason: "zero-denominator",
      estimate: null,
      shape: "whole-line",
      differences: { cost: 0, effect: 0 },
    });
    expect(result).not.toHaveProperty("otherSign");
    expect(result.notices.map(({ code }) => code)).toEqual(["zero-denominator", "no-ratio-excluded"]);
  });

  it("is the same for the same seed, whatever the order of the rows, and another for another", () => {
    const result = bootstrapCostEffectiveness(good, poor, options);
    const again = bootstrapCostEffectiveness(reversed(good), reversed(poor), options);
    expect(again.replicates).toEqual(result.replicates);
    expect(again.interval).toEqual(result.interval);
    const other = bootstrapCostEffectiveness(good, poor, { ...options, seed: "2007" });
    expect(other.replicates).not.toEqual(result.replicates);
  });

  it("draws what it has always drawn", () => {
    const { replicates } = bootstrapCostEffectiveness(good, poor, { seed: 2006, times: 100 });
    expect(Array.from(replicates.effect.subarray(0, 3), (each) => Math.round(each * 299))).toEqual([
      70, 89, 76,
    ]);
  });

  it("keeps its columns out of JSON and clones", () => {
    const result = bootstrapCostEffectiveness(good, poor, options);
    expect(result.replicates.cost).toHaveLength(1000);
    expect(JSON.stringify(result)).not.toContain("replicates");
    expect(Object.keys(structuredClone({ ...result }))).not.toContain("replicates");
    expect(result.provenance).toMatchObject({
      operation: "bootstrapCostEffectiveness",
      options: { seed: { value: "2006", source: "given" }, times: { value: 1000 }, level: { value: 0.95 } },
      inputs: { comparator: 300, reference: 300 },
    });
  });

  it("says what it did with small blocks and empty ones", () => {
    const one = { cost: [1, 2, 3, 4, 5], effect: [0, 1, 1, 0, 1], block: ["a", "a", "b", "b", "c"] };
    const other = { cost: [1, 3, 2, 4], effect: [1, 0, 0, 1], block: ["a", "a", "b", "d"] };
    const { notices } = bootstrapCostEffectiveness(one, other, options);
    expect(notices.filter(({ severity }) => severity === "info")).toEqual([
      { code: "strata-without-weight", severity: "info", strata: 2, observations: 2 },
      { code: "blocks-joined", severity: "info", blocks: 1, others: 1 },
    ]);
    const pairs = { cost: [1, 2, 3], effect: [0, 1, 1], block: ["a", "b", "c"] };
    expect(
      bootstrapCostEffectiveness(pairs, { ...pairs, cost: [2, 2, 1], effect: [0, 0, 0] }, options).notices,
    ).toContainEqual({ code: "blocks-judged-together", severity: "info", blocks: 3, others: 0 });
  });

  it("varies as the differences between pairs do", () => {
    const stream = seededStream("pairs", "1");
    const some = () => Array.from({ length: 50 }, () => 100 * uniform(stream));
    const block = Array.from({ length: 50 }, (_, i) => i);
    const effect = block.map((i) => (i % 3 === 0 ? 1 : 0));
    const one = { cost: some(), effect, block };
    const other = { cost: some(), effect: effect.toReversed(), block };
    const { cost, effect: gain, covariance } = incrementalCostEffect(one, other);
    const { replicates } = bootstrapCostEffectiveness(one, other, { seed: 1, times: 4000 });
    const found = [
      moment(replicates.cost, cost, replicates.cost, cost) / covariance[0][0],
      moment(replicates.effect, gain, replicates.effect, gain) / covariance[1][1],
    ];
    expect(found.filter((each) => Math.abs(each - 1) > 4 * Math.sqrt(2 / 4000))).toEqual([]);
  });

  it.each([
    ["no-observations", { cost: [], effect: [] }],
    ["too-few-values", { cost: [1], effect: [1] }],
  ])("is not estimable: %s", (reason, reference) => {
    const result = bootstrapCostEffectiveness(good, reference, options);
    expect(result).toMatchObject({
      status: "not-estimable",
      reason,
      shape: "whole-line",
      interval: { lower: -Infinity, upper: Infinity },
    });
    expect(result).not.toHaveProperty("quadrants");
    expect(result.replicates.cost).toHaveLength(0);
    expect(plain(result.toText())).toContain("Cost per additional unit of effect: not estimable");
  });

  it("shows itself in both languages", () => {
    const result = bootstrapCostEffectiveness(good, poor, options);
    expect(plain(result.toText())).toMatch(
      /^Cost per additional unit of effect: [\d,.]+ \(95% confidence interval .*\)\n\nDifference in cost .*, in effect 0\.2333\. Of 1,000 resamples: more effect at a higher cost over 99\.9%, /,
    );
    expect(plain(result.toText({ language: "da" }))).toContain(
      "Af 1.000 genudtrækninger: mere effekt til en højere pris over 99,9 %",
    );
  });

  it.each([
    ["seed-required", {}],
    ["impossible-option", { seed: "" }],
    ["impossible-option", { seed: NaN }],
    ["impossible-option", { seed: 1, times: 0 }],
    ["impossible-option", { seed: 1, times: 2.5 }],
    ["impossible-option", { seed: 1, times: 38 }],
    ["impossible-option", { seed: 1, times: 1998, level: 0.999 }],
    ["unknown-option", { seed: 1, replicates: 100 }],
  ])("refuses %s: %j", (code, given) => {
    expect(errorOf(() => bootstrapCostEffectiveness(good, poor, given as never)).code).toBe(code);
  });

  it("takes as few resamples as have one beyond each limit", () => {
    expect(bootstrapCostEffectiveness(good, poor, { seed: 1, times: 39 }).times).toBe(39);
    expect(bootstrapCostEffectiveness(good, poor, { seed: 1, times: 1999, level: 0.999 }).times).toBe(1999);
  });

  it("counts money in any unit, and costs for savings", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), fc.boolean(), (power, turns) => {
        const unit = 2 ** power * (turns ? -1 : 1);
        const inUnits = (columns: CostEffectColumns): CostEffectColumns => ({
          effect: columns.effect,
          cost: Array.from(columns.cost, (cost) => cost * unit),
        });
        const small = { seed: 7, times: 199 };
        const [one, other] = [group(40, 2, 100, 50), group(40, 5, 80, 50)];
        const plainly = bootstrapCostEffectiveness(one, other, small);
        const found = bootstrapCostEffectiveness(inUnits(one), inUnits(other), small);
        expect((found.estimate ?? NaN) / unit).toBeCloseTo(plainly.estimate ?? NaN, 9);
        // The other sign of costs orders them otherwise, and so draws others.
        if (turns) return;
        expect(found.shape).toBe(plainly.shape);
        expect(found.interval.lower).toBeCloseTo(plainly.interval.lower * unit, 9);
        expect(found.interval.upper).toBeCloseTo(plainly.interval.upper * unit, 9);
      }),
      { numRuns: 40 },
    );
  });
});

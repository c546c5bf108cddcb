import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stratifiedComparison } from "../../src/inference/index.js";
import { withoutBlocks } from "../../src/settlement/costBlocks.js";
import type { Costed } from "../../src/settlement/costSample.js";

function citizen(arm: string, block: string, cost: number, effect: number): Costed {
  return { arm, block, started: true, cost, effect };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe("values without the blocks of the draw", () => {
  it("are as they were where there is one block", () => {
    const citizens = [
      citizen("a", "x", 10, 1),
      citizen("b", "x", 4, 0),
      citizen("a", "x", 30, 0),
      citizen("b", "x", 7, 1),
      citizen("b", "x", 1, 1),
    ];
    const { comparator, reference, degreesOfFreedom } = withoutBlocks(citizens, "a");
    for (const [values, expected] of [
      [comparator.cost, [10, 30]],
      [comparator.effect, [1, 0]],
      [reference.cost, [4, 7, 1]],
      [reference.effect, [0, 1, 1]],
    ] as const) {
      expect(values).toHaveLength(expected.length);
      for (const [index, value] of values.entries()) expect(value).toBeCloseTo(expected[index] ?? NaN, 10);
    }
    expect(degreesOfFreedom).toBe(3);
  });

  it("differ in mean by the Mantel-Haenszel difference, worked by hand", () => {
    // x: 2 of a at 10 and 20, 1 of b at 9: difference 6, weight 2·1/3. y: 1 of a at 100, 3 of b at 90, 80, 70: 20, weight 3/4.
    const citizens = [
      citizen("a", "x", 10, 0),
      citizen("a", "x", 20, 0),
      citizen("b", "x", 9, 0),
      citizen("a", "y", 100, 0),
      citizen("b", "y", 90, 0),
      citizen("b", "y", 80, 0),
      citizen("b", "y", 70, 0),
    ];
    const { comparator, reference, degreesOfFreedom } = withoutBlocks(citizens, "a");
    const expected = ((2 / 3) * 6 + (3 / 4) * 20) / (2 / 3 + 3 / 4);
    expect(mean(comparator.cost) - mean(reference.cost)).toBeCloseTo(expected, 10);
    expect(degreesOfFreedom).toBe(7 - 2 - 1);
  });

  it("leave out blocks with one arm only", () => {
    const pair = [citizen("a", "x", 3, 1), citizen("b", "x", 5, 0)];
    const { comparator, reference } = withoutBlocks([...pair, citizen("a", "y", 1000, 1)], "a");
    expect([comparator.cost.length, reference.cost.length]).toEqual([1, 1]);
  });

  it("differ in successes as the comparison of the arms has it, whatever the blocks", () => {
    const any = fc.array(
      fc.record({
        arm: fc.constantFrom("a", "b"),
        block: fc.constantFrom("x", "y", "z"),
        cost: fc.integer({ min: 0, max: 1000 }),
        effect: fc.constantFrom(0, 1),
      }),
      { minLength: 6, maxLength: 40 },
    );
    fc.assert(
      fc.property(any, (rows) => {
        const citizens = rows.map((row) => ({ ...row, started: true }));
        const count = (arm: string, block: string): { events: number; total: number } => {
          const own = citizens.filter((each) => each.arm === arm && each.block === block);
          return { events: own.filter(({ effect }) => effect === 1).length, total: own.length };
        };
        const strata = ["x", "y", "z"].map((block) => ({
          comparator: count("a", block),
          reference: count("b", block),
        }));
        fc.pre(strata.some(({ comparator, reference }) => comparator.total > 0 && reference.total > 0));
        const { comparator, reference } = withoutBlocks(citizens, "a");
        const { estimate } = stratifiedComparison(strata, { measure: "risk-difference" });
        expect(mean(comparator.effect) - mean(reference.effect)).toBeCloseTo(estimate ?? NaN, 10);
      }),
    );
  });
});

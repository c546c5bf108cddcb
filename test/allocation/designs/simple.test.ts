import { describe, expect, it } from "vitest";
import { designShape } from "../../../src/allocation/designs/table.js";
import { ARMS, byTurns, drawnUnder, singleProcedure, totalOf, weighted } from "./turns.js";

describe("simple randomization", () => {
  it("gives every sequence the product of its weights", () => {
    const sequences = byTurns(singleProcedure({ kind: "simple", weights: weighted(2, 1) }), 4);
    expect(sequences.size).toBe(16);
    expect(sequences.get("own own a own")).toBeCloseTo((2 / 3) ** 3 / 3, 15);
    expect(totalOf(sequences)).toBeCloseTo(1, 14);
  });

  it("takes weights in lowest terms, so that 4 : 2 draws what 2 : 1 draws", () => {
    const two = singleProcedure({ kind: "simple", weights: weighted(2, 1) });
    const four = singleProcedure({ kind: "simple", weights: weighted(4, 2) });
    expect(four.designProbabilities).toEqual({ own: 2 / 3, a: 1 / 3 });
    expect(drawnUnder("key", four, 50)).toEqual(drawnUnder("key", two, 50));
  });

  it("draws each arm as often as its weight says", () => {
    // 6000 draws, 3 : 2 : 1; binomial standard deviations 38.7, 36.5, 28.9; the band is 4 of them.
    const procedure = singleProcedure({ kind: "simple", weights: weighted(3, 2, 1) }, ARMS.slice(0, 3));
    const drawn = drawnUnder("many", procedure, 6000).map(({ arm }) => arm);
    for (const [k, arm] of ["own", "a", "b"].entries()) {
      const p = (3 - k) / 6;
      const count = drawn.filter((each) => each === arm).length;
      expect(Math.abs(count - 6000 * p)).toBeLessThan(4 * Math.sqrt(6000 * p * (1 - p)));
    }
  });

  it("remembers nothing", () => {
    const { first, turnAt } = singleProcedure({ kind: "simple", weights: weighted(1, 1) });
    expect(first.after({ arm: "own" }, {}).stand).toBeNull();
    expect(turnAt(null)).toBe(first);
    expect(turnAt({})).toBeUndefined();
  });

  it.each([
    ["weights.a", { own: 1 }],
    ["weights.a", { own: 1, a: 0 }],
    ["weights.b", { own: 1, a: 1, b: 1 }],
    ["weights", undefined],
  ])("refuses weights that aren't whole numbers for its arms: %s", (field, weights) => {
    const problems = designShape(["own", "a"])({ kind: "simple", weights }, "");
    expect(problems.map((problem) => problem.field)).toEqual([field]);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { designShape } from "../../../src/allocation/designs/table.js";
import type { MinimizationDesign } from "../../../src/allocation/index.js";
import {
  ARMS,
  byRule,
  byTurns,
  chiSquaredOfSequences,
  drawnUnder,
  marginal,
  singleProcedure,
  totalOf,
  weighted,
  type Queue,
} from "./turns.js";

const base: MinimizationDesign = {
  kind: "minimization",
  weights: weighted(1, 1),
  factors: { sex: 1, age: 2 },
  imbalance: "range",
  preference: 0.8,
};

/** Six citizens of two factors. */
const QUEUE = [
  { sex: "f", age: "young" },
  { sex: "m", age: "young" },
  { sex: "f", age: "old" },
  { sex: "f", age: "young" },
  { sex: "m", age: "old" },
  { sex: "m", age: "young" },
];
const queue: Queue = (n) => QUEUE[n % QUEUE.length] ?? {};

const four: Queue = (n) => ({ sex: `${n % 2}`, age: `${n % 3}`, region: `${n % 5}`, class: "all" });

/** Pairwise, as the formulas are written; not as the program computes them. */
const MEASURES: Readonly<Record<MinimizationDesign["imbalance"], (x: readonly number[]) => number>> = {
  "range": (x) => Math.max(...x.flatMap((a) => x.map((b) => a - b))),
  "variance": (x) => {
    const mean = x.reduce((sum, each) => sum + each, 0) / x.length;
    return x.reduce((sum, each) => sum + (each - mean) ** 2, 0) / x.length;
  },
  "marginal-balance": (x) => {
    const apart = x.flatMap((a, i) => x.slice(i + 1).map((b) => Math.abs(a - b)));
    const all = x.reduce((sum, each) => sum + each, 0);
    return apart.reduce((sum, each) => sum + each, 0) / ((x.length - 1) * all);
  },
};

/** Each arm's probability by Pocock and Simon's rule, from the arms of those before. */
function rule(
  design: MinimizationDesign,
  arms: readonly string[],
  history: readonly string[],
): Record<string, number> {
  const levels: Readonly<Record<string, string>> = queue(history.length);
  const totals = arms.map((candidate) => {
    let sum = 0;
    for (const [factor, weight] of Object.entries(design.factors)) {
      const alike = history.filter((_, n) => {
        const theirs: Readonly<Record<string, string>> = queue(n);
        return theirs[factor] === levels[factor];
      });
      const counts = arms.map((arm) => [...alike, candidate].filter((each) => each === arm).length);
      sum += weight * MEASURES[design.imbalance](counts);
    }
    return sum;
  });
  const least = Math.min(...totals);
  const tied = totals.map((total) => total - least < 1e-12);
  const number = tied.filter(Boolean).length;
  const other = (1 - design.preference) / (arms.length - 1);
  return Object.fromEntries(
    arms.map((arm, k) => [
      arm,
      tied[k] === true ? (design.preference + (number - 1) * other) / number : other,
    ]),
  );
}

describe("minimization", () => {
  it.each([
    ["range", 2, 6],
    ["variance", 2, 6],
    ["marginal-balance", 2, 6],
    ["range", 3, 5],
    ["variance", 3, 5],
    ["marginal-balance", 3, 5],
  ] as const)("gives every sequence its probability by %s, %i arms", (imbalance, k, n) => {
    const arms = ARMS.slice(0, k);
    const design = { ...base, imbalance, weights: weighted(...arms.map(() => 1)) };
    const sequences = byTurns(singleProcedure(design, arms), n, queue);
    const ruled = byRule((history) => rule(design, arms, history), n);
    expect(sequences.size).toBe(k ** n);
    for (const [text, probability] of ruled) expect(sequences.get(text)).toBeCloseTo(probability, 13);
    expect(totalOf(sequences)).toBeCloseTo(1, 12);
    for (let each = 0; each < n; each++) {
      for (const arm of arms) expect(marginal(sequences, each, arm)).toBeCloseTo(1 / k, 12);
    }
  });

  it("prefers the arm whose margins are lower: a table worked by hand", () => {
    // So far own and a have 30 and 31 ambulant, 18 and 17 young, 9 and 8 with a late relapse, 19 and 21 visceral.
    // One more of all four in own: ranges 0 + 2 + 2 + 1 = 5; in a: 2 + 0 + 0 + 3 = 5: a tie by range.
    // Variances for two are range²/4: own (0 + 4 + 4 + 1)/4 = 9/4, a (4 + 0 + 0 + 9)/4 = 13/4: own is preferred.
    const factors = { status: 1, age: 1, relapse: 1, site: 1 };
    const margins = {
      status: { ambulant: [30, 31], other: [10, 9] },
      age: { young: [18, 17], old: [22, 23] },
      relapse: { late: [9, 8], early: [31, 32] },
      site: { visceral: [19, 21], bone: [8, 7], soft: [13, 12] },
    };
    const next = { status: "ambulant", age: "young", relapse: "late", site: "visceral" };
    const odds = (
      imbalance: MinimizationDesign["imbalance"],
      weights: Record<string, number> = factors,
    ): unknown =>
      singleProcedure({ ...base, factors: weights, imbalance })
        .turnAt(margins)
        ?.drawProbabilities(next);
    expect(odds("range")).toEqual({ own: 0.5, a: 0.5 });
    expect(odds("variance")).toEqual({ own: 0.8, a: 1 - 0.8 });
    // With the site three times as heavy: own 0 + 2 + 2 + 3 = 7, a 2 + 0 + 0 + 9 = 11.
    expect(odds("range", { ...factors, site: 3 })).toEqual({ own: 0.8, a: 1 - 0.8 });
    // With age and relapse twice as heavy: own 0 + 4 + 4 + 1 = 9, a 2 + 0 + 0 + 3 = 5.
    expect(odds("range", { ...factors, age: 2, relapse: 2 })).toEqual({ own: 1 - 0.8, a: 0.8 });
  });

  it("shares the preference among three arms of which two are tied", () => {
    const three = singleProcedure({ ...base, weights: weighted(1, 1, 1) }, ARMS.slice(0, 3));
    const margins = { sex: { f: [1, 0, 0] }, age: { young: [1, 0, 0] } };
    const odds = three.turnAt(margins)?.drawProbabilities({ sex: "f", age: "young" });
    // 0.8 to one of the two by even chances, 0.1 to each of the others: (0.8 + 0.1)/2 each, 0.1 for own.
    expect(odds?.["own"]).toBeCloseTo(0.1, 15);
    expect(odds?.["a"]).toBeCloseTo(0.45, 15);
    expect(odds?.["b"]).toBeCloseTo(0.45, 15);
  });

  it("sees a tie that rounding would break", () => {
    // 0.1 + 0.2 and 0.3 differ in the last digit: own is behind in sex and age, a in region, by the same weight.
    const procedure = singleProcedure({ ...base, factors: { sex: 0.1, age: 0.2, region: 0.3 } });
    const margins = { sex: { f: [0, 1] }, age: { young: [0, 1] }, region: { north: [1, 0] } };
    const levels = { sex: "f", age: "young", region: "north" };
    expect(procedure.turnAt(margins)?.drawProbabilities(levels)).toEqual({ own: 0.5, a: 0.5 });
  });

  it("doesn't depend on the order of the factors", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("sex", "age", "region", "class"),
          fc.double({ min: 0.01, max: 9, noNaN: true }),
          {
            minKeys: 1,
          },
        ),
        fc.constantFrom("range", "variance", "marginal-balance"),
        fc.string({ minLength: 1 }),
        (factors, imbalance, key) => {
          const turned = Object.fromEntries(Object.entries(factors).toReversed());
          const one = singleProcedure({ ...base, factors, imbalance });
          const other = singleProcedure({ ...base, factors: turned, imbalance });
          expect(drawnUnder(key, one, 30, four)).toEqual(drawnUnder(key, other, 30, four));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("takes the names of levels as they come", () => {
    const procedure = singleProcedure({ ...base, factors: { toString: 1 } });
    const levels = { toString: "constructor" };
    const after = procedure.first.after({ arm: "own" }, levels);
    expect(after.drawProbabilities(levels)).toEqual({ own: 1 - 0.8, a: 0.8 });
    expect(after.drawProbabilities({ toString: "__proto__" })).toEqual({ own: 0.5, a: 0.5 });
    const strange = after.after({ arm: "a" }, { toString: "__proto__" });
    expect(strange.drawProbabilities({ toString: "__proto__" })).toEqual({ own: 0.8, a: 1 - 0.8 });
  });

  it("keeps the margins close where simple randomization doesn't", () => {
    const procedure = singleProcedure({ ...base, preference: 0.9 });
    const drawn = drawnUnder("key", procedure, 300, queue);
    for (const [factor, level] of [
      ["sex", "f"],
      ["sex", "m"],
      ["age", "young"],
      ["age", "old"],
    ] as const) {
      const alike = drawn.filter((_, n) => {
        const levels: Readonly<Record<string, string>> = queue(n);
        return levels[factor] === level;
      });
      const own = alike.filter(({ arm }) => arm === "own").length;
      expect(Math.abs(2 * own - alike.length)).toBeLessThanOrEqual(8);
    }
  });

  it("draws what its probabilities say", () => {
    // 31 and 26 degrees of freedom: 61.1 is the 0.999 quantile of χ² with 31.
    expect(chiSquaredOfSequences(singleProcedure(base), 5, 3000, queue)).toBeLessThan(61.1);
    const three = singleProcedure({ ...base, preference: 0.6, weights: weighted(1, 1, 1) }, ARMS.slice(0, 3));
    expect(chiSquaredOfSequences(three, 3, 3000, queue)).toBeLessThan(61.1);
  });

  it("is flagged as predictable where nothing but ties is left to chance", () => {
    expect(singleProcedure(base).predictable).toBe(false);
    expect(singleProcedure({ ...base, preference: 1 }).predictable).toBe(true);
  });

  it("doesn't take up a stand of another design", () => {
    const { turnAt } = singleProcedure(base);
    for (const stand of [null, [0, 0], {}, { sex: {}, age: null }, { sex: {}, age: { young: [1] } }]) {
      expect(turnAt(stand)).toBeUndefined();
    }
  });

  it.each([
    ["factors", { ...base, factors: {} }],
    ["factors", { ...base, factors: ["sex"] }],
    ["factors.sex", { ...base, factors: { sex: 0 } }],
    ["factors.sex", { ...base, factors: { sex: Number.NaN } }],
    ["factors.age", { ...base, factors: { sex: 1, age: Infinity } }],
    ["imbalance", { ...base, imbalance: "entropy" }],
    ["preference", { ...base, preference: 0.5 }],
    ["preference", { ...base, preference: 1.1 }],
    ["preference", { ...base, weights: weighted(2, 1), preference: 1 / 3 }],
    ["weights.a", { ...base, weights: weighted(1), preference: 0.1 }],
  ])("refuses a wrong %s", (field, design) => {
    expect(designShape(["own", "a"])(design, "").map((problem) => problem.field)).toEqual([field]);
  });

  it("accepts a preference above even chances of its slots", () => {
    expect(designShape(["own", "a"])({ ...base, weights: weighted(2, 1), preference: 0.34 }, "")).toEqual([]);
  });
});

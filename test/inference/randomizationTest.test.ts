import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomizationTest, testProportions, type Count, type Stratum } from "../../src/inference/index.js";
import { counts, errorOf } from "./support.js";

const strata = fc.array(
  fc.tuple(counts(0, 7), counts(0, 7)).map(([comparator, reference]): Stratum => ({ comparator, reference })),
  { minLength: 1, maxLength: 5 },
);

describe("randomizationTest", () => {
  it("is the p-value of its docstring", () => {
    const blocks = [
      { comparator: { events: 4, total: 5 }, reference: { events: 1, total: 5 } },
      { comparator: { events: 3, total: 4 }, reference: { events: 2, total: 5 } },
    ];
    // X = 7 against E = 5/2 + 20/9. Tails of the sum of two hypergeometrics, in exact fractions: 29/378.
    expect(randomizationTest(blocks).pValue).toBeCloseTo(29 / 378, 14);
  });

  it("is Fisher's one-sided test for one block", () => {
    fc.assert(
      fc.property(counts(1, 200), counts(1, 200), (comparator, reference) => {
        for (const alternative of ["greater", "less"] as const) {
          const ours = randomizationTest([{ comparator, reference }], { alternative });
          const theirs = testProportions(comparator, reference, { method: "fisher", alternative });
          fc.pre(ours.status === "estimated");
          expect(Math.abs(ours.pValue - theirs.pValue)).toBeLessThan(1e-11 * theirs.pValue + 1e-14);
        }
      }),
    );
  });

  it("counts numbers equally far on the other side, even where the mean has many decimals", () => {
    // One event among 1 + 6, one among 6 + 1: E = 1/7 + 6/7 = 1, so that 0 and 2 are equally far.
    const blocks = [
      { comparator: { events: 1, total: 1 }, reference: { events: 0, total: 6 } },
      { comparator: { events: 1, total: 6 }, reference: { events: 0, total: 1 } },
    ];
    // P(X = 2) = 1/7 · 6/7, P(X = 0) = 6/7 · 1/7
    expect(randomizationTest(blocks).pValue).toBeCloseTo(12 / 49, 14);
    expect(randomizationTest(blocks).statistic).toBe(1);
  });

  it("doesn't change with the order of blocks, and swaps its sides with the arms", () => {
    fc.assert(
      fc.property(strata, (blocks) => {
        const { pValue, statistic = 0 } = randomizationTest(blocks);
        const turned = blocks.map(({ comparator, reference }) => ({
          comparator: reference,
          reference: comparator,
        }));
        expect(randomizationTest(blocks.toReversed()).pValue).toBeCloseTo(pValue, 13);
        expect(randomizationTest(turned).pValue).toBeCloseTo(pValue, 13);
        expect(randomizationTest(turned).statistic ?? 0).toBeCloseTo(-statistic, 12);
        expect(randomizationTest(turned, { alternative: "less" }).pValue).toBeCloseTo(
          randomizationTest(blocks, { alternative: "greater" }).pValue,
          13,
        );
      }),
    );
  });

  it("is never above its level under the sharp null: the p-values of all draws of a block", () => {
    // 7 events among 9 + 6, and 2 among 3 + 4: every pair of numbers of events with its probability.
    const draws = Array.from({ length: 8 }, (_, x) => x)
      .flatMap((x) => [0, 1, 2].map((y) => ({ x, y, p: hyper(x, 9, 6, 7) * hyper(y, 3, 4, 2) })))
      .filter(({ p }) => p > 0);
    const pValues = draws.map(({ x, y, p }) => ({
      p,
      value: randomizationTest([
        { comparator: { events: x, total: 9 }, reference: { events: 7 - x, total: 6 } },
        { comparator: { events: y, total: 3 }, reference: { events: 2 - y, total: 4 } },
      ]).pValue,
    }));
    for (const { value: level } of pValues) {
      const rejected = pValues
        .filter(({ value }) => value <= level + 1e-12)
        .reduce((sum, { p }) => sum + p, 0);
      expect(rejected).toBeLessThan(level + 1e-9);
    }
  });

  it("permutes households as households", () => {
    // A couple who both succeed against two singles who don't: the couple is drawn in one of three ways.
    const couple: Count = { events: 2, total: 2 };
    const single: Count = { events: 0, total: 1 };
    const blocks = [{ comparator: [couple], reference: [single, single] }];
    expect(randomizationTest(blocks, { alternative: "greater" }).pValue).toBeCloseTo(1 / 3, 14);
    expect(randomizationTest(blocks).method).toBe("randomization-exact-households");
  });

  it("gives singles the p-value of citizens", () => {
    fc.assert(
      fc.property(strata, (blocks) => {
        const households = blocks.map(({ comparator, reference }) => ({
          comparator: alone(comparator),
          reference: alone(reference),
        }));
        expect(randomizationTest(households).pValue).toBeCloseTo(randomizationTest(blocks).pValue, 12);
      }),
    );
  });

  it("says where nothing was left to chance", () => {
    const certain = [{ comparator: { events: 3, total: 3 }, reference: { events: 2, total: 2 } }];
    expect(randomizationTest(certain)).toMatchObject({ status: "not-estimable", pValue: 1 });
    expect(randomizationTest([])).toMatchObject({ status: "not-estimable", pValue: 1 });
  });

  it("refuses what can't be, and what it can't go through", () => {
    const broken = [{ comparator: { events: 3, total: 2 }, reference: { events: 2, total: 2 } }];
    expect(errorOf(() => randomizationTest(broken))).toMatchObject({ code: "impossible-count" });
    const mixed = [{ comparator: [{ events: 1, total: 1 }], reference: { events: 2, total: 2 } }];
    expect(errorOf(() => randomizationTest(mixed))).toMatchObject({
      code: "impossible-strata",
      path: "blocks[0].reference",
    });
    const huge = [{ comparator: { events: 1, total: 150_000 }, reference: { events: 2, total: 60_000 } }];
    expect(errorOf(() => randomizationTest(huge))).toMatchObject({ code: "too-many-observations" });
  });
});

function binomial(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  return Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, each) => product * each, 1);
}

function hyper(x: number, n1: number, n2: number, m: number): number {
  return (binomial(n1, x) * binomial(n2, m - x)) / binomial(n1 + n2, m);
}

/** Each citizen as a household of one. */
function alone({ events, total }: Count): readonly Count[] {
  return Array.from({ length: total }, (_, i) => ({ events: i < events ? 1 : 0, total: 1 }));
}

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkExpectedMix } from "../../src/effects/index.js";
import { errorOf } from "../support/errors.js";

/** Aabenraa, KIK-II, afsnit 3: expected 31, 23 and 46 %; counted 445, 141, 127, 99, 104, 24 and 496. */
const plan = [
  { label: "self-support", share: 0.31 },
  { label: "change", share: 0.23 },
  { label: "other-benefit", share: 0.46 },
];
const counted = [
  { outcome: "self-support", label: "self-support", count: 445 },
  { outcome: "ready", label: "change", count: 141 },
  { outcome: "fleksjob", label: "other-benefit", count: 127 },
  { outcome: "resource-program", label: "other-benefit", count: 99 },
  { outcome: "pension", label: "other-benefit", count: 104 },
  { outcome: "other", label: "change", count: 24 },
  { outcome: "remaining", label: "change", count: 496 },
];

const gap = (share: number, count: number): number => Math.abs(share - count / 1436);

describe("checkExpectedMix", () => {
  it("finds labels that were swapped: 661/1436 = 46.0 % and 330/1436 = 23.0 %", () => {
    const mix = checkExpectedMix(plan, counted);
    expect(mix.total).toBe(1436);
    expect(mix.finding).toBe("otherwise-labeled");
    expect(mix.rows.map(({ count }) => count)).toEqual([445, 661, 330]);
    expect(mix.rows.map(({ fits }) => fits)).toEqual(["self-support", "other-benefit", "change"]);
    expect(mix.deviation).toBeCloseTo(gap(0.31, 445) + gap(0.23, 661) + gap(0.46, 330), 14);
    expect(mix.bestDeviation).toBeCloseTo(gap(0.31, 445) + gap(0.23, 330) + gap(0.46, 661), 14);
  });

  it("says so in Danish and English, with numerator and denominator", () => {
    const mix = checkExpectedMix(plan, counted);
    expect(mix.toText({ language: "da" })).toContain(
      "andelen for »change« er den, der er optalt for »other-benefit«",
    );
    expect(mix.toMarkdown({ language: "en" })).toContain("Expected and counted shares of 1,436");
    expect(mix.toRows()[1]).toMatchObject({ label: "change", expected: 0.23, count: 661, total: 1436 });
  });

  it("leaves a plan alone whose labels are right, and doesn't tell of shares that are merely nearer otherwise", () => {
    const right = plan.map(({ label }, index) => ({ label, share: [0.31, 0.46, 0.23][index] ?? 0 }));
    expect(checkExpectedMix(right, counted).finding).toBe("as-labeled");
    const unlike = plan.map(({ label }, index) => ({ label, share: [0.2, 0.3, 0.5][index] ?? 0 }));
    const mix = checkExpectedMix(unlike, counted);
    expect(mix.finding).toBe("unlike");
    expect(mix.toText()).toContain("not even if labels are exchanged");
  });

  it("finds any permutation of shares that differ by more than the tolerance", () => {
    const counts = [10, 20, 30, 40];
    const observed = counts.map((count, index) => ({ outcome: `o${index}`, label: `l${index}`, count }));
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        const expected = order.map((from, index) => ({
          label: `l${index}`,
          share: (counts[from] ?? 0) / 100,
        }));
        const mix = checkExpectedMix(expected, observed);
        expect(mix.rows.map(({ fits }) => fits)).toEqual(order.map((from) => `l${from}`));
        const isSame = order.every((from, index) => from === index);
        expect(mix.finding).toBe(isSame ? "as-labeled" : "otherwise-labeled");
      }),
    );
  });

  it("is a plain, frozen value", () => {
    const mix = checkExpectedMix(plan, counted);
    expect(Object.isFrozen(mix.rows[0])).toBe(true);
    expect(structuredClone({ ...mix })).toEqual({ ...mix });
    expect(mix.provenance.options["tolerance"]).toEqual({ value: 0.005, source: "default" });
  });

  it.each([
    ["impossible-labels", [], []],
    ["impossible-labels", [plan[0], plan[0]], []],
    ["unknown-label", plan, [{ outcome: "x", label: "y", count: 1 }]],
    ["impossible-count", plan, [{ outcome: "x", label: "change", count: 1.5 }]],
    ["nothing-observed", plan, []],
    ["impossible-share", [{ label: "change", share: 23 }], []],
  ] as const)("refuses %s", (code, expected, observed) => {
    const error = errorOf(() => checkExpectedMix(expected as typeof plan, observed));
    expect(error.code).toBe(code);
  });
});

import { describe, expect, it } from "vitest";
import { binomialTest, sampleRatioTest } from "../../src/inference/index.js";

describe("binomialTest", () => {
  it("sums the binomial, worked by hand", () => {
    // Of 2^10 ways 45 + 10 + 1 = 56 have 8 or more; as many have 2 or fewer.
    const half = { probability: 0.5 } as const;
    const eight = { events: 8, total: 10 };
    expect(binomialTest(eight, { ...half, alternative: "greater" }).pValue).toBeCloseTo(56 / 1024, 14);
    expect(binomialTest(eight, { ...half, alternative: "less" }).pValue).toBeCloseTo(1013 / 1024, 14);
    expect(binomialTest(eight, half).pValue).toBeCloseTo(112 / 1024, 14);
    // (1/3)^2 + 2 · 1/3 · 2/3 = 5/9 have one or more of two.
    const third = { probability: 1 / 3, alternative: "greater" } as const;
    expect(binomialTest({ events: 1, total: 2 }, third).pValue).toBeCloseTo(5 / 9, 14);
    expect(binomialTest({ events: 0, total: 2 }, third).pValue).toBe(1);
  });

  it("is two-sided what the exact test of two shares is", () => {
    expect(binomialTest({ events: 3, total: 17 }, { probability: 0.4 }).pValue).toBe(
      sampleRatioTest([3, 14], [0.4, 0.6], { method: "exact" }).pValue,
    );
  });

  it("tests nothing where there is nothing", () => {
    const empty = binomialTest({ events: 0, total: 0 }, { probability: 0.5 });
    expect(empty).toMatchObject({ status: "not-estimable", reason: "no-observations", pValue: 1 });
  });

  it("speaks both languages", () => {
    const test = binomialTest({ events: 8, total: 10 }, { probability: 0.5, alternative: "greater" });
    expect(test.toText({ language: "da" })).toContain("Eksakt binomialtest: p = 0,055");
    expect(test.toText()).toContain("Exact binomial test: p = 0.055");
  });

  it.each([0, 1, Number.NaN, "0.5"])("refuses the probability %s", (probability) => {
    expect(() => binomialTest({ events: 1, total: 2 }, { probability: probability as number })).toThrow(
      expect.objectContaining({ code: "impossible-option" }),
    );
  });

  it("asks for a probability", () => {
    expect(() => binomialTest({ events: 1, total: 2 }, {} as { probability: number })).toThrow(
      expect.objectContaining({ code: "missing-option" }),
    );
  });
});

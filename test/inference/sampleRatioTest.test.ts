import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleRatioTest } from "../../src/inference/index.js";
import { isNear, numberOf, referenceCases } from "../support/fixtures.js";
import { errorOf, plain } from "./support.js";

describe("balance.json", () => {
  it("gives the tests of numbers in arms", () => {
    const cases = referenceCases("balance").filter(({ method }) => method === "srm-chi2");
    expect(cases).toHaveLength(7);
    for (const { input, expected, tol = { abs: 0, rel: 0 } } of cases) {
      const observed = input["observed"] as number[];
      const ratio = input["ratio"] as number[];
      const large = sampleRatioTest(observed, ratio, { method: "chi-squared" });
      expect(isNear(large.statistic ?? NaN, numberOf(expected, "statistic"), tol)).toBe(true);
      expect(isNear(large.pValue, numberOf(expected, "p"), tol)).toBe(true);
      expect(large.degreesOfFreedom).toBe(numberOf(expected, "df"));
      Object.values(large.expected ?? {}).forEach((value, arm) => {
        expect(isNear(value, (expected["expected"] as number[])[arm] ?? NaN, tol)).toBe(true);
      });
      if (!("binom_p_two_sided" in expected)) continue;
      const { pValue } = sampleRatioTest(observed, ratio, { method: "exact" });
      expect(isNear(pValue, numberOf(expected, "binom_p_two_sided"), tol)).toBe(true);
    }
  });
});

describe("sampleRatioTest", () => {
  it("compares with the draw's shares, by hand", () => {
    const result = sampleRatioTest({ own: 40, supplier: 60 }, { supplier: 0.5, own: 0.5 });
    expect(result).toMatchObject({
      statistic: 4,
      degreesOfFreedom: 1,
      method: "sample-ratio-chi-squared",
      counts: { own: { events: 40, total: 100 }, supplier: { events: 60, total: 100 } },
      expected: { own: 50, supplier: 50 },
    });
    expect(result.pValue).toBeCloseTo(0.04550026389635842, 14);
    expect(result.provenance.options).toEqual({ method: { value: "chi-squared", source: "derived" } });
  });

  it("is exact where few are expected: three arms by hand", () => {
    // 3 people in 3 arms: all in one has probability 1/27 for each arm, and nothing is less probable.
    const { pValue, method, statistic } = sampleRatioTest([3, 0, 0], [1, 1, 1]);
    expect(pValue).toBeCloseTo(3 / 27, 14);
    expect([method, statistic]).toEqual(["sample-ratio-exact", 6]);
    // Two in one arm and one in another: 6 outcomes of 3/27 each, and the above.
    expect(sampleRatioTest([2, 1, 0], [1, 1, 1]).pValue).toBeCloseTo(21 / 27, 14);
    expect(sampleRatioTest([1, 1, 1], [1, 1, 1]).pValue).toBe(1);
  });

  it("says where few are expected and the outcomes are too many", () => {
    const counts = [3000, 3010, 2990, 2];
    const result = sampleRatioTest(counts, [0.333, 0.333, 0.333, 0.0002]);
    expect(result.method).toBe("sample-ratio-chi-squared");
    expect(result.notices).toMatchObject([{ code: "few-expected" }]);
    const error = errorOf(() => sampleRatioTest(counts, [1, 1, 1, 1], { method: "exact" }));
    expect(error).toMatchObject({ code: "too-many-outcomes", path: "sampleRatioTest.method" });
  });

  it("gives p = 0 where someone is in an arm that the draw could not choose", () => {
    const result = sampleRatioTest({ a: 40, b: 38, closed: 1 }, { a: 1, b: 1, closed: 0 });
    expect(result).toMatchObject({ status: "estimated", pValue: 0, statistic: Infinity });
    expect(result.notices).toEqual([{ code: "impossible-arms", severity: "warning", arms: ["closed"] }]);
    expect(plain(result.toText())).toContain("The draw’s probability is 0, but people are there: closed.");
  });

  it("leaves out an arm that the draw could not choose and where nobody is", () => {
    const { pValue, degreesOfFreedom } = sampleRatioTest([40, 60, 0], [1, 1, 0]);
    expect(pValue).toBe(sampleRatioTest([40, 60], [1, 1]).pValue);
    expect(degreesOfFreedom).toBe(1);
  });

  it("says nothing of nobody, or of a draw without a choice", () => {
    expect(sampleRatioTest([0, 0], [1, 1])).toMatchObject({
      status: "not-estimable",
      reason: "no-observations",
      pValue: 1,
    });
    expect(sampleRatioTest([5, 0], [1, 0])).toMatchObject({ reason: "one-possible-arm", pValue: 1 });
    expect(sampleRatioTest([5, 1], [1, 0]).pValue).toBe(0);
  });

  it.each([
    [
      "impossible-arms",
      "sampleRatioTest",
      [
        { a: 1, b: 2 },
        { a: 1, c: 1 },
      ],
    ],
    ["impossible-arms", "sampleRatioTest", [[1], [1]]],
    [
      "impossible-arms",
      "sampleRatioTest",
      [
        [1, 2, 3],
        [1, 1],
      ],
    ],
    ["impossible-arms", "counts", [null, [1, 1]]],
    [
      "impossible-count",
      "counts.b",
      [
        { a: 1, b: 1.5 },
        { a: 1, b: 1 },
      ],
    ],
    [
      "impossible-count",
      "counts.0",
      [
        [-1, 4],
        [1, 1],
      ],
    ],
    [
      "impossible-probability",
      "probabilities.1",
      [
        [1, 4],
        [1, NaN],
      ],
    ],
    [
      "impossible-probability",
      "probabilities",
      [
        [1, 4],
        [0, 0],
      ],
    ],
  ] as const)("refuses what is no data: %s at %s", (code, path, [counts, probabilities]) => {
    const run = (): unknown => sampleRatioTest(counts as never, probabilities as never);
    expect(errorOf(run)).toMatchObject({ code, path });
  });

  it("shows itself in both languages", () => {
    const result = sampleRatioTest([40, 60], [1, 1]);
    expect(plain(result.toText())).toBe(
      [
        "Numbers in the arms against the draw’s probabilities, chi-squared test: statistic 4.00, p = 0.046 (two-sided)",
        "",
        "arm 1: 40 of 100. arm 2: 60 of 100. Expected from the draw: arm 1 50.00, arm 2 50.00.",
      ].join("\n"),
    );
    expect(plain(result.toText({ language: "da" }))).toContain("Forventet ud fra lodtrækningen: arm 1 50,00");
  });
});

const arms = fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: 4 });

describe("the numbers in the arms", () => {
  it("hang on neither the order of the arms nor the unit of the shares", () => {
    fc.assert(
      fc.property(arms, fc.constantFrom("exact" as const, "chi-squared" as const), (each, method) => {
        const turned = each.toReversed();
        const run = (of: typeof each, unit: number) =>
          sampleRatioTest(
            of.map(([count]) => count),
            of.map(([, share]) => share * unit),
            { method },
          );
        expect(run(turned, 0.37).pValue).toBeCloseTo(run(each, 1).pValue, 9);
        expect(run(each, 1).pValue).toBeGreaterThan(0);
        expect(run(each, 1).pValue).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it("of a billion people give a probability", () => {
    const count = fc.nat(1e9);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(count, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 2, maxLength: 5 }),
        (each) => {
          fc.pre(each.some(([, share]) => share > 0));
          const { pValue } = sampleRatioTest(
            each.map(([people]) => people),
            each.map(([, share]) => share),
          );
          expect(pValue >= 0 && pValue <= 1).toBe(true);
        },
      ),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standardizedDifference, type SampleEstimate } from "../../src/inference/index.js";
import { isNear, numberOf, referenceCases } from "../support/fixtures.js";
import { counts, errorOf, plain } from "./support.js";

const denominators = ["average", "pooled", "reference"] as const;

describe("balance.json", () => {
  const cases = referenceCases("balance");
  const ofMethod = (method: string) => cases.filter((each) => each.method === method);

  it("gives the standardized differences of samples", () => {
    const found = ofMethod("smd-continuous");
    expect(found).toHaveLength(4);
    for (const { input, expected, tol = { abs: 0, rel: 0 } } of found) {
      const run = (options?: Parameters<typeof standardizedDifference>[2]): SampleEstimate =>
        standardizedDifference(input["group1"] as number[], input["group2"] as number[], options);
      const { comparator, reference } = run().samples ?? {};
      const variances = [comparator, reference].map((sample) => (sample?.standardDeviation ?? NaN) ** 2);
      const hedges = run({ denominator: "pooled", correction: "hedges" });
      const values = {
        mean1: comparator?.mean,
        mean2: reference?.mean,
        var1: variances[0],
        var2: variances[1],
        variance_ratio: (variances[0] ?? NaN) / (variances[1] ?? NaN),
        smd_average_variance: run().estimate,
        smd_pooled: run({ denominator: "pooled" }).estimate,
        smd_group2_sd: run({ denominator: "reference" }).estimate,
        hedges_g: hedges.estimate,
        hedges_g_var_LS: (hedges.standardError ?? NaN) ** 2,
      };
      // `hedges_g_approx` has 1 − 3/(4f − 1) for the gamma functions, which we don't.
      const names = Object.keys(expected).filter((name) => name !== "hedges_g_approx");
      expect(names.toSorted()).toEqual(Object.keys(values).toSorted());
      for (const [name, value] of Object.entries(values)) {
        expect([name, isNear(value ?? NaN, numberOf(expected, name), tol)]).toEqual([name, true]);
      }
    }
  });

  it("gives the standardized differences of counts", () => {
    const found = ofMethod("smd-binary");
    expect(found).toHaveLength(5);
    for (const { input, expected, tol = { abs: 0, rel: 0 } } of found) {
      const { estimate } = standardizedDifference(
        { events: numberOf(input, "x1"), total: numberOf(input, "n1") },
        { events: numberOf(input, "x2"), total: numberOf(input, "n2") },
      );
      expect(isNear(estimate ?? NaN, numberOf(expected, "smd"), tol)).toBe(true);
    }
  });
});

describe("standardizedDifference", () => {
  it("divides by the root of the mean variance, with Bonett's standard error, by hand", () => {
    const { estimate, standardError, interval, method } = standardizedDifference(
      [1, 2, 3, 4, 5],
      [2, 4, 6, 8, 10],
    );
    // s² = (2.5 + 10)/2 = 6.25; (2.5/4 + 10/4)/6.25 + 1.44 (6.25/4 + 100/4)/(8 · 39.0625)
    const variance = 0.5 + (1.44 * 26.5625) / 312.5;
    expect(estimate).toBeCloseTo(-1.2, 14);
    expect(standardError).toBeCloseTo(Math.sqrt(variance), 14);
    expect(interval.upper).toBeCloseTo(-1.2 + 1.959963984540054 * Math.sqrt(variance), 12);
    expect([method, interval.method]).toEqual(["average-variance", "bonett"]);
  });

  it("takes the variance of counts by the delta method, by hand", () => {
    // p = 1/2 and 1/4: s² = (1/4 + 3/16)/2 = 7/32, d = 1/4 / s; the slope of the first has no second part at p = 1/2.
    const { standardError, interval } = standardizedDifference(
      { events: 10, total: 20 },
      { events: 5, total: 20 },
    );
    const [unit, difference] = [7 / 32, 0.25];
    const d = difference / Math.sqrt(unit);
    const slopes = [1 / Math.sqrt(unit), -1 / Math.sqrt(unit) - (d * 0.5) / (4 * unit)] as const;
    const variance = (slopes[0] ** 2 * 0.25) / 20 + (slopes[1] ** 2 * (3 / 16)) / 20;
    expect(standardError).toBeCloseTo(Math.sqrt(variance), 14);
    expect(interval.method).toBe("delta");
  });

  it("is 0 where nobody differs from anybody, with an interval that excludes nothing", () => {
    for (const result of [
      standardizedDifference([3, 3], [3, 3, 3]),
      standardizedDifference({ events: 5, total: 5 }, { events: 7, total: 7 }),
    ]) {
      expect(result).toMatchObject({
        status: "estimated",
        estimate: 0,
        interval: { lower: -Infinity, upper: Infinity },
      });
      expect(result.standardError).toBeUndefined();
      expect(result.notices.map(({ code }) => code)).toEqual(["no-spread"]);
    }
  });

  it.each([
    ["no-observations", [], [1, 2]],
    ["no-observations", { events: 0, total: 0 }, { events: 1, total: 2 }],
    ["too-few-values", [1], [1, 2]],
    ["constant-values", [1, 1], [2, 2]],
    ["constant-values", { events: 0, total: 4 }, { events: 4, total: 4 }],
  ] as const)("is not estimable: %s", (reason, comparator, reference) => {
    const result = standardizedDifference(comparator as never, reference as never);
    expect(result).toMatchObject({
      status: "not-estimable",
      reason,
      estimate: null,
      interval: { lower: -Infinity, upper: Infinity },
    });
    expect(plain(result.toText())).toMatch(/not estimable/);
  });

  it.each([
    [
      "impossible-number",
      "comparator[1]",
      [
        [1, NaN],
        [1, 2],
      ],
    ],
    [
      "impossible-number",
      "reference[0]",
      [
        [1, 2],
        ["1", 2],
      ],
    ],
    [
      "impossible-number",
      "reference[1]",
      [
        [1, 2],
        [1, null],
      ],
    ],
    ["impossible-number", "comparator[0]", [[1e101], [1, 2]]],
    ["impossible-data", "comparator", ["12", [1, 2]]],
    ["impossible-data", "reference", [[1, 2], { events: 1, total: 2 }]],
    ["impossible-count", "reference.events", [{ events: 1, total: 2 }, [1, 2]]],
    [
      "impossible-count",
      "comparator.events",
      [
        { events: 3, total: 2 },
        { events: 1, total: 2 },
      ],
    ],
  ] as const)("refuses what is no data: %s at %s", (code, path, [comparator, reference]) => {
    const run = (): unknown => standardizedDifference(comparator as never, reference as never);
    expect(errorOf(run)).toMatchObject({ code, path });
  });

  it("corrects many values by next to nothing: 1 − 3/(4f − 1) and less than 1/f² beside", () => {
    const values = Float64Array.from({ length: 100_000 }, (_, i) => i % 7);
    const run = (correction: "none" | "hedges"): number =>
      standardizedDifference(values, values.subarray(1), { denominator: "pooled", correction }).estimate ??
      NaN;
    expect(run("hedges") / run("none")).toBeCloseTo(1 - 3 / (4 * 199_997 - 1), 10);
  });

  it("corrects pooled samples only", () => {
    expect(errorOf(() => standardizedDifference([1, 2], [1, 3], { correction: "hedges" }))).toMatchObject({
      code: "impossible-option",
      path: "standardizedDifference.correction",
    });
    const counted = { events: 1, total: 3 };
    expect(
      errorOf(() => standardizedDifference(counted, counted, { denominator: "pooled", correction: "hedges" }))
        .code,
    ).toBe("impossible-option");
  });

  it("shows itself in both languages", () => {
    const result = standardizedDifference([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]);
    expect(plain(result.toText())).toBe(
      [
        "Standardized difference: −1.20 (95% confidence interval −2.75 to 0.35)",
        "",
        "Comparator: 5 values, mean 3.00, median 3.00, standard deviation 1.58. Reference: 5 values, mean 6.00, median 6.00, standard deviation 3.16.",
        "",
        "Method: difference over the root of the mean variance of both groups.",
      ].join("\n"),
    );
    expect(plain(result.toText({ language: "da" }))).toMatch(
      /^Standardiseret forskel: −1,20 .*5 værdier, gennemsnit 3,00/s,
    );
  });
});

const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const sample = fc.array(value, { minLength: 2, maxLength: 12 });
const denominator = fc.constantFrom(...denominators);

function moved(values: readonly number[]): number[] {
  return values.map((each) => 4 * each + 1024);
}

describe("a standardized difference", () => {
  it("turns its sign with the groups, and its interval with it", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(sample, sample), fc.tuple(counts(1, 200), counts(1, 200))),
        fc.constantFrom("average" as const, "pooled" as const),
        ([a, b], chosen) => {
          const there = standardizedDifference(a as number[], b as number[], { denominator: chosen });
          const back = standardizedDifference(b as number[], a as number[], { denominator: chosen });
          expect(back.status).toBe(there.status);
          if (there.estimate === null) return;
          expect(back.estimate).toBeCloseTo(-there.estimate, 10);
          const scale = Math.max(1, Math.abs(there.estimate));
          expect(Math.abs(back.interval.lower / scale + there.interval.upper / scale) || 0).toBeLessThan(
            1e-9,
          );
        },
      ),
    );
  });

  it("hangs on neither unit nor origin", () => {
    const whole = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(whole, whole, denominator, (a, b, chosen) => {
        const plainly = standardizedDifference(a, b, { denominator: chosen });
        const elsewhere = standardizedDifference(moved(a), moved(b), { denominator: chosen });
        expect(elsewhere.status).toBe(plainly.status);
        expect(elsewhere.estimate ?? 0).toBeCloseTo(plainly.estimate ?? 0, 10);
        expect(elsewhere.standardError ?? 0).toBeCloseTo(plainly.standardError ?? 0, 9);
      }),
    );
  });

  it("of a trait is that of being without it, turned", () => {
    fc.assert(
      fc.property(counts(1, 1e9), counts(1, 1e9), denominator, (a, b, chosen) => {
        const without = ({ events, total }: typeof a): typeof a => ({ events: total - events, total });
        const there = standardizedDifference(a, b, { denominator: chosen });
        const back = standardizedDifference(without(a), without(b), { denominator: chosen });
        expect(back.estimate === null).toBe(there.estimate === null);
        const scale = Math.max(1, Math.abs(there.estimate ?? 0));
        expect(((back.estimate ?? 0) + (there.estimate ?? 0)) / scale).toBeCloseTo(0, 7);
      }),
    );
  });

  it("says nothing of its error where the unit is next to nothing", () => {
    const { interval, estimate } = standardizedDifference([-1, 0, 0], [3.1434555694052576e-162, 0], {
      denominator: "reference",
    });
    expect(estimate).toBeLessThan(-1e160);
    expect([interval.lower, interval.upper]).toEqual([-Infinity, Infinity]);
  });

  it("has an interval around it that widens with the level, and never NaN", () => {
    const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(sample, sample, denominator, level, level, (a, b, chosen, one, other) => {
        const at = (wanted: number) => standardizedDifference(a, b, { denominator: chosen, level: wanted });
        const [narrow, wide] = [at(Math.min(one, other)), at(Math.max(one, other))];
        const { estimate, interval, standardError } = narrow;
        expect([estimate, interval.lower, interval.upper, standardError].some(Number.isNaN)).toBe(false);
        expect(wide.interval.lower).toBeLessThanOrEqual(interval.lower);
        expect(wide.interval.upper).toBeGreaterThanOrEqual(interval.upper);
        if (estimate === null) return;
        expect(interval.lower <= estimate && estimate <= interval.upper).toBe(true);
      }),
    );
  });
});

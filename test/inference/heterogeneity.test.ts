import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heterogeneity, homogeneity, stratifiedComparison } from "../../src/inference/index.js";
import { chiSquaredCdf } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";

const of = (estimate: number | null, standardError?: number) =>
  ({
    measure: "risk-difference",
    estimate,
    ...(standardError === undefined ? {} : { standardError }),
  }) as const;

describe("heterogeneity", () => {
  it("of two is the squared z of their difference (Altman & Bland 2003)", () => {
    const z = (0.3 - 0.1) / Math.hypot(0.05, 0.08);
    const test = heterogeneity([of(0.3, 0.05), of(0.1, 0.08)]);
    expect(test.statistic).toBeCloseTo(z * z, 12);
    expect(test).toMatchObject({ degreesOfFreedom: 1, status: "estimated", method: "cochran-q" });
    expect(test.pValue).toBeCloseTo(chiSquaredCdf(z * z, 1, "upper"), 14);
  });

  it("is Cochran's Q of strata, where the estimates are theirs by inverse variance", () => {
    const strata = [
      { comparator: { events: 12, total: 40 }, reference: { events: 8, total: 35 } },
      { comparator: { events: 22, total: 50 }, reference: { events: 11, total: 52 } },
      { comparator: { events: 9, total: 33 }, reference: { events: 12, total: 31 } },
    ];
    const each = strata.map((stratum) =>
      stratifiedComparison([stratum], { measure: "risk-difference", method: "inverse-variance" }),
    );
    const whole = homogeneity(strata, { method: "cochran-q", measure: "risk-difference" });
    expect(heterogeneity(each).statistic).toBeCloseTo(whole.statistic ?? 0, 12);
    expect(heterogeneity(each).pValue).toBeCloseTo(whole.pValue, 12);
  });

  it("leaves out what can't be weighed, and says so", () => {
    const test = heterogeneity([of(0.3, 0.05), of(null, 0.1), of(0.2, 0), of(0.1)]);
    expect(test).toMatchObject({ status: "not-estimable", reason: "one-stratum", pValue: 1 });
    expect(test.notices[0]).toEqual({ code: "estimates-without-weight", severity: "caution", estimates: 3 });
    expect(heterogeneity([])).toMatchObject({
      status: "not-estimable",
      notices: [{ code: "not-estimable" }],
    });
  });

  it("leaves out an infinite standard error, an infinite estimate and none at all", () => {
    const pair = [of(0.3, 0.05), of(0.1, 0.08)];
    const none = { ...of(0.2), standardError: null as never };
    const test = heterogeneity([...pair, of(0.2, Infinity), of(Infinity, Infinity), none]);
    expect(test).toMatchObject({ status: "estimated", degreesOfFreedom: 1 });
    expect(test.statistic).toBe(heterogeneity(pair).statistic);
    expect(test.notices).toEqual([{ code: "estimates-without-weight", severity: "caution", estimates: 3 }]);
  });

  it("weighs standard errors whose squares are out of range", () => {
    for (const scale of [1e-200, 1e200]) {
      const test = heterogeneity([of(3 * scale, scale), of(0, scale)]);
      expect(test.statistic).toBeCloseTo(4.5, 12);
    }
  });

  it.each([
    ["heterogeneity.estimates", "abc"],
    ["heterogeneity.estimates", null],
    ["heterogeneity.estimates[0]", [undefined]],
    ["heterogeneity.estimates[1]", [of(0.1, 0.1), { estimate: 0.1, standardError: 0.1 }]],
    ["heterogeneity.estimates[1].estimate", [of(0.1, 0.1), of(NaN, 0.1)]],
    ["heterogeneity.estimates[0].estimate", [{ ...of(0.1, 0.1), estimate: "0.1" }]],
    ["heterogeneity.estimates[0].standardError", [of(0.1, NaN)]],
    ["heterogeneity.estimates[0].standardError", [of(0.1, -0.1)]],
  ])("refuses what is no estimate, at %s", (path, junk) => {
    const error = errorOf(() => heterogeneity(junk as never));
    expect(error).toMatchObject({ code: "impossible-estimates", path });
    expect(error.expected).toBeDefined();
  });

  it("refuses several measures, and ratios", () => {
    const mixed = [of(0.1, 0.1), { measure: "mean-difference", estimate: 1, standardError: 1 }];
    expect(errorOf(() => heterogeneity(mixed)).code).toBe("impossible-estimates");
    const ratio = [{ measure: "odds-ratio", estimate: 1, standardError: 1 }];
    expect(errorOf(() => heterogeneity(ratio))).toMatchObject({ hint: "Compare the logarithms of ratios." });
  });

  it("does not hang on the order, the scale or the origin", () => {
    const estimates = fc.array(
      fc.record({
        value: fc.double({ min: -1, max: 1, noNaN: true }),
        se: fc.double({ min: 0.01, max: 1, noNaN: true }),
      }),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(estimates, (given) => {
        const plain = heterogeneity(given.map(({ value, se }) => of(value, se)));
        const other = heterogeneity(given.toReversed().map(({ value, se }) => of(3 * value + 2, 3 * se)));
        expect(other.statistic ?? 0).toBeCloseTo(plain.statistic ?? 0, 6);
        expect(plain.pValue).toBeGreaterThanOrEqual(0);
        expect(plain.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { fieller, type RatioData } from "../../src/inference/index.js";
import { errorOf, plain } from "./support.js";

const covariance = [
  [0.3, 0.05],
  [0.05, 0.2],
];

/** Costs of 7 per success and nothing else: with rounding, as sums over citizens give them. */
function dependent(denominator: number): RatioData {
  return {
    numerator: 7 * denominator,
    denominator,
    covariance: [
      [49 * 0.1, 7 * 0.1],
      [7 * 0.1, 0.1],
    ],
  };
}

describe("fieller", () => {
  it("solves the quadratic, by hand", () => {
    // (3 − ρ)² ≤ 4·(1 + ρ²/4) with q = 2: 9 − 6ρ + ρ² ≤ 4 + ρ² is ρ ≥ 5/6, a ray, since 1 = 2·(1/2).
    const level = 0.9544997361036416; // of ±2 standard errors
    const ray = fieller(
      {
        numerator: 3,
        denominator: 1,
        covariance: [
          [1, 0],
          [0, 0.25],
        ],
      },
      { level },
    );
    expect(ray.shape).toBe("exclusive");
    const [, right = [NaN, NaN]] = ray.segments ?? [[], [ray.interval.lower, ray.interval.upper]];
    expect(right[0]).toBeCloseTo(5 / 6, 12);
    // (3 − 2ρ)² ≤ 4·(1 + ρ²/4): 3ρ² − 12ρ + 5 ≤ 0, ρ = 2 ± √(4 − 5/3).
    const bounded = fieller(
      {
        numerator: 3,
        denominator: 2,
        covariance: [
          [1, 0],
          [0, 0.25],
        ],
      },
      { level },
    );
    expect(bounded).toMatchObject({ shape: "bounded", estimate: 1.5, status: "estimated", notices: [] });
    expect(bounded.interval.lower).toBeCloseTo(2 - Math.sqrt(7 / 3), 12);
    expect(bounded.interval.upper).toBeCloseTo(2 + Math.sqrt(7 / 3), 12);
    expect(bounded).not.toHaveProperty("segments");
  });

  it("falls into two rays where the denominator may be 0, and says so", () => {
    const result = fieller({ numerator: 3, denominator: 0.2, covariance });
    expect(result).toMatchObject({
      shape: "exclusive",
      interval: { lower: -Infinity, upper: Infinity, level: 0.95, sides: 2, method: "fieller" },
    });
    expect(result.segments).toHaveLength(2);
    expect(result.notices.map(({ code }) => code)).toEqual(["ratio-through-infinity"]);
    expect(plain(result.toText())).toMatch(
      /^Ratio: 15\.00 \(95% confidence interval −∞ to −\d\.\d\d or \d\.\d\d to ∞\)/,
    );
    expect(plain(result.toText({ language: "da" }))).toContain(
      "Nævnerens interval rummer 0, så forholdet kan gå gennem uendelig",
    );
    expect(result.toRows()).toMatchObject([{ measure: "quotient", lower: -Infinity, upper: Infinity }]);
  });

  it("excludes nothing where neither is known", () => {
    const result = fieller({ numerator: 0.3, denominator: 0.1, covariance });
    expect(result).toMatchObject({ shape: "whole-line", interval: { lower: -Infinity, upper: Infinity } });
    expect(result).not.toHaveProperty("segments");
    expect(result.notices.map(({ code }) => code)).toEqual(["no-ratio-excluded"]);
  });

  it("has no ratio but a set where the denominator is exactly 0", () => {
    // (3)² ≤ q²(0.3 + 0.2ρ²): ρ = ±√((9/q² − 0.3)/0.2).
    const result = fieller({
      numerator: 3,
      denominator: 0,
      covariance: [
        [0.3, 0],
        [0, 0.2],
      ],
    });
    expect(result).toMatchObject({
      status: "not-estimable",
      reason: "zero-denominator",
      estimate: null,
      shape: "exclusive",
    });
    const end = Math.sqrt((9 / 1.959963984540054 ** 2 - 0.3) / 0.2);
    expect(result.segments?.[0]?.[1]).toBeCloseTo(-end, 12);
    expect(result.segments?.[1]?.[0]).toBeCloseTo(end, 12);
    expect(result.notices.map(({ code }) => code)).toEqual(["zero-denominator", "ratio-through-infinity"]);
    expect(plain(result.toText())).toMatch(/^Ratio: not estimable \(95%/);
  });

  it("divides a fixed price by the limits of the effect", () => {
    const fixed = [
      [0, 0],
      [0, 0.0001],
    ];
    const { interval } = fieller({ numerator: 1200, denominator: 0.06, covariance: fixed });
    expect(interval.lower).toBeCloseTo(1200 / (0.06 + 0.01 * 1.959963984540054), 8);
    expect(interval.upper).toBeCloseTo(1200 / (0.06 - 0.01 * 1.959963984540054), 8);
    // Nothing at all for an effect that is there: 0, and nothing else.
    expect(fieller({ numerator: 0, denominator: 0.06, covariance: fixed }).interval).toMatchObject({
      lower: 0,
      upper: 0,
    });
    expect(fieller({ numerator: 0, denominator: 0.01, covariance: fixed }).shape).toBe("whole-line");
  });

  it("knows the price of a success where costs are nothing else, unless there may be no effect", () => {
    const { shape, interval } = fieller(dependent(0.9));
    expect(shape).toBe("bounded");
    expect(interval.lower).toBeCloseTo(7, 12);
    expect(interval.upper).toBeCloseTo(7, 12);
    expect(fieller(dependent(0.3)).shape).toBe("whole-line");
  });

  it("takes Student's quantile where degrees of freedom are given, and the normal one in the limit", () => {
    const data = { numerator: 3, denominator: 4, covariance };
    const [few, many, none] = [4, 1e12, undefined].map(
      (degreesOfFreedom) => fieller({ ...data, degreesOfFreedom }).interval.upper,
    );
    expect(few).toBeGreaterThan((none ?? 0) + 0.1);
    expect(many).toBeCloseTo(none ?? 0, 9);
  });

  it("tells where it comes from", () => {
    const result = fieller({ numerator: 3, denominator: 4, covariance, degreesOfFreedom: 20 });
    expect(result.provenance).toMatchObject({
      operation: "fieller",
      options: { level: { value: 0.95, source: "default" } },
      inputs: { numerator: 3, denominator: 4, covariance, degreesOfFreedom: 20 },
    });
    expect(result.references[0]).toContain("Fieller (1954)");
    expect(structuredClone({ ...result }).shape).toBe("bounded");
    expect(Object.isFrozen(result.provenance.inputs["covariance"])).toBe(true);
    expect(Object.isFrozen(covariance)).toBe(false);
  });

  it.each([
    [
      [
        [0, 0],
        [0, 0],
      ],
      4,
    ],
    [
      [
        [1, 0],
        [0, 0],
      ],
      0,
    ],
  ])(
    "refuses a covariance that leaves nothing to be estimated: %j with denominator %d",
    (none, denominator) => {
      expect(errorOf(() => fieller({ numerator: 3, denominator, covariance: none }))).toMatchObject({
        code: "singular-covariance",
        path: "fieller.covariance",
      });
    },
  );

  it("refuses other options and levels", () => {
    const data = { numerator: 3, denominator: 4, covariance };
    expect(errorOf(() => fieller(data, { level: 95 })).code).toBe("impossible-option");
    expect(errorOf(() => fieller(data, { alpha: 0.05 } as never)).code).toBe("unknown-option");
  });
});

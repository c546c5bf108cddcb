import { describe, expect, it } from "vitest";
import { funnelScores, overdispersion } from "../../src/inference/index.js";
import { chiSquaredCdf } from "../../src/numerics/index.js";

const codes = (result: ReturnType<typeof overdispersion>): readonly string[] =>
  result.notices.map(({ code }) => code);

describe("overdispersion", () => {
  it("is the mean square of z, worked by hand", () => {
    // (1 + 4 + 9 + 16)/4 = 7.5, against chi-squared with 4 degrees of freedom at 30.
    const result = overdispersion([1, -2, 3, -4], { winsorize: 0 });
    expect(result).toMatchObject({ phi: 7.5, phiOfAll: 7.5, statistic: 30, degreesOfFreedom: 4, kept: 4 });
    expect(result.pValue).toBeCloseTo(chiSquaredCdf(30, 4, "upper"), 14);
    expect(result).not.toHaveProperty("tauSquared");
  });

  it("brings extremes in to the quantiles, or leaves them out", () => {
    // Quartiles of 0, 1, 2, 3, 10 are 1 and 3.
    const z = [10, 0, 1, 3, 2];
    const inward = overdispersion(z, { winsorize: 0.25 });
    expect(inward.extremes).toEqual({ rule: "winsorize", share: 0.25, lower: 1, upper: 3 });
    expect(inward.phi).toBeCloseTo((9 + 1 + 1 + 9 + 4) / 5, 14);
    const without = overdispersion(z, { truncate: 0.25 });
    expect(without).toMatchObject({ kept: 3, units: 5 });
    expect(without.phi).toBeCloseTo((1 + 9 + 4) / 3, 14);
    expect(without.provenance.options["truncate"]).toEqual({ value: 0.25, source: "given" });
    expect(overdispersion(z).provenance.options["winsorize"]).toEqual({ value: 0.1, source: "default" });
  });

  it("has a variance between units where there are standard errors: with equal ones (φ k − (k − 1))/(k − 1) of theirs", () => {
    const standardErrors = [0.1, 0.1, 0.1, 0.1];
    const { tauSquared } = overdispersion({ z: [1, -2, 3, -4], standardErrors }, { winsorize: 0 });
    expect(tauSquared).toBeCloseTo((0.01 * (30 - 3)) / 3, 14);
    const none = overdispersion({ z: [0.1, -0.2, 0.3, -0.4], standardErrors });
    expect(none.tauSquared).toBe(0);
  });

  it("tells where the extremes alone are the variation", () => {
    const z = [9, ...Array.from({ length: 19 }, (_, i) => (i - 9) / 20)];
    const hidden = overdispersion(z);
    expect(hidden.phi).toBeLessThan(1);
    expect(hidden.pValue).toBeLessThan(0.001);
    expect(codes(hidden)).toEqual(["dispersion-hidden"]);
  });

  it("says little of few units, and nothing of one", () => {
    expect(codes(overdispersion([1, 2]))).toContain("few-units");
    expect(overdispersion({ z: [5], standardErrors: [1] })).toMatchObject({
      status: "not-estimable",
      reason: "one-unit",
      phi: 1,
      tauSquared: 0,
      pValue: 1,
    });
    expect(overdispersion([]).toText({ language: "da" })).toContain("kan ikke estimeres");
  });

  it("speaks both languages", () => {
    const result = overdispersion({ z: [1, -2, 3, -4], standardErrors: [1, 1, 1, 1] }, { winsorize: 0 });
    expect(result.toText()).toContain("φ = 7.50, τ = 3.0000 (if chance were all: p < 0.001)");
    expect(result.toText({ language: "da" })).toContain("hvis alt var tilfældigt");
    expect(result.toRows()[0]).toMatchObject({ phi: 7.5, tauSquared: 9, units: 4 });
  });

  it.each([
    ["3", undefined, "impossible-units"],
    [[1, Number.NaN], undefined, "impossible-units"],
    [{ z: [1, 2], standardErrors: [1] }, undefined, "impossible-units"],
    [{ z: [1, 2], standardErrors: [1, 0] }, undefined, "impossible-units"],
    [{ z: [1, 2], degreesOfFreedom: -1 }, undefined, "impossible-units"],
    [[1, 2], { winsorize: 0.1, truncate: 0.1 }, "impossible-option"],
    [[1, 2], { winsorize: 0.5 }, "impossible-option"],
  ])("refuses %j with %j", (z, options, code) => {
    expect(() => overdispersion(z as number[], options)).toThrow(expect.objectContaining({ code }));
  });
});

describe("funnelScores", () => {
  it("is the distance from the pooled rate in its standard errors, worked by hand", () => {
    const counts = [
      { events: 20, total: 100 },
      { events: 40, total: 100 },
    ];
    const { target, z, standardErrors, degreesOfFreedom } = funnelScores({ counts });
    expect(target).toBeCloseTo(0.3, 14);
    expect(standardErrors[0]).toBeCloseTo(Math.sqrt(0.0021), 14);
    expect(z[1]).toBeCloseTo(0.1 / Math.sqrt(0.0021), 12);
    expect(degreesOfFreedom).toBe(1);
    expect(funnelScores({ counts, target: 0.3 }).degreesOfFreedom).toBe(2);
  });

  it("takes ratios around 1", () => {
    expect(funnelScores({ observed: [0, 3], expected: [1, 1] })).toMatchObject({ z: [-1, 2], target: 1 });
  });

  it("makes the test of equal rates what Pearson's is", () => {
    const counts = [
      { events: 12, total: 40 },
      { events: 25, total: 50 },
      { events: 5, total: 30 },
    ];
    const rate = 42 / 120;
    const pearson = counts.reduce(
      (sum, { events, total }) => sum + (events - total * rate) ** 2 / (total * rate * (1 - rate)),
      0,
    );
    const result = overdispersion(funnelScores({ counts }));
    expect(result.statistic).toBeCloseTo(pearson, 12);
    expect(result.degreesOfFreedom).toBe(2);
  });

  it.each([
    [{ counts: [{ events: 0, total: 0 }] }, "impossible-units"],
    [{ counts: [{ events: 0, total: 4 }] }, "impossible-units"],
    [{ counts: [{ events: 1, total: 4 }], target: 1 }, "impossible-target"],
    [{ observed: [1], expected: [0] }, "impossible-units"],
    [{ observed: [1, 2], expected: [1] }, "impossible-units"],
    [{ observed: [0.5], expected: [1] }, "impossible-units"],
    [{ observed: [1], expected: [1], target: 0 }, "impossible-target"],
    [{ observed: 3, expected: [1] }, "impossible-units"],
    [undefined, "impossible-units"],
  ])("refuses %j", (data, code) => {
    expect(() => funnelScores(data as Parameters<typeof funnelScores>[0])).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("says what is wanted where the counts are given bare, as other functions take them", () => {
    const bare = [{ events: 20, total: 100 }] as unknown as Parameters<typeof funnelScores>[0];
    expect(() => funnelScores(bare)).toThrow(
      expect.objectContaining({
        path: "funnelScores",
        received: bare,
        expected: expect.stringMatching(/^\{ counts, /),
      }),
    );
  });
});

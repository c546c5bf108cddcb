import { describe, expect, it } from "vitest";
import { betaBinomial, type UnitCount } from "../../src/inference/index.js";

const unit = (events: number, total: number): UnitCount => ({ events, total });
const alike = [unit(30, 100), unit(30, 100), unit(60, 200)];
const spread = [unit(12, 40), unit(25, 50), unit(5, 30), unit(40, 60), unit(8, 60)];

describe("betaBinomial", () => {
  it("has no correlation where all rates are equal, by either method", () => {
    for (const method of ["maximum-likelihood", "moments"] as const) {
      const fit = betaBinomial(alike, { method });
      expect(fit).toMatchObject({ status: "estimated", boundary: "no-overdispersion", correlation: 0 });
      expect(fit).toMatchObject({ precision: Infinity, alpha: Infinity, converged: true });
      expect(fit.estimate).toBeCloseTo(0.3, 14);
      expect(fit.standardError).toBeCloseTo(Math.sqrt((0.3 * 0.7) / 400), 12);
      expect(fit.notices.map(({ code }) => code)).toEqual(["no-overdispersion", "few-units"]);
    }
  });

  it("is complete where each unit has none or all", () => {
    const fit = betaBinomial([unit(0, 5), unit(5, 5), unit(5, 5), unit(0, 8)]);
    expect(fit).toMatchObject({ boundary: "complete", correlation: 1, alpha: 0, beta: 0, precision: 0 });
    // Half of the units have it.
    expect(fit.estimate).toBe(0.5);
    expect(fit.logLikelihood).toBeCloseTo(4 * Math.log(0.5), 12);
  });

  it("has its maximum where the likelihood of two units of two is largest, worked by hand", () => {
    // One unit with 0 and one with 1 of 2, and the mirror image of the two: μ = 1/2. With ρ the probabilities are
    // (1 + ρ)/4 for 0 and (1 − ρ)/2 for 1: (1 + ρ)²(1 − ρ)² falls from ρ = 0 on.
    expect(betaBinomial([unit(0, 2), unit(1, 2), unit(2, 2), unit(1, 2)]).boundary).toBe("no-overdispersion");
    // Three of the ends and one of the middle: (1 + ρ)³(1 − ρ) is largest at ρ = 1/2.
    const fit = betaBinomial([
      unit(0, 2),
      unit(2, 2),
      unit(1, 2),
      unit(0, 2),
      unit(2, 2),
      unit(0, 2),
      unit(2, 2),
      unit(1, 2),
    ]);
    expect(fit.estimate).toBeCloseTo(0.5, 12);
    expect(fit.correlation).toBeCloseTo(0.5, 10);
    expect([fit.alpha, fit.beta]).toEqual([expect.closeTo(0.5, 10), expect.closeTo(0.5, 10)]);
  });

  it("turns around with success and failure, and doesn't mind the order or units without anyone", () => {
    const fit = betaBinomial(spread);
    const turned = betaBinomial(spread.map(({ events, total }) => unit(total - events, total)));
    expect(turned.estimate).toBeCloseTo(1 - (fit.estimate ?? NaN), 10);
    expect(turned.correlation).toBeCloseTo(fit.correlation ?? NaN, 10);
    const other = betaBinomial([...spread, unit(0, 0)].toReversed());
    expect(other.correlation).toBeCloseTo(fit.correlation ?? NaN, 10);
    expect(other.units).toBe(5);
  });

  it("has a higher likelihood than its neighbours and than the binomial", () => {
    const fit = betaBinomial(spread);
    expect(fit.boundary).toBe("none");
    expect(fit.alpha).toBeCloseTo((fit.estimate ?? NaN) * (fit.precision ?? NaN), 10);
    expect(fit.correlation).toBeCloseTo(1 / ((fit.precision ?? NaN) + 1), 12);
    expect(fit.interval.lower).toBeLessThan(fit.estimate ?? NaN);
    expect(fit.correlationError).toBeGreaterThan(0);
  });

  it.each([
    [[unit(3, 10)], "one-unit"],
    [[unit(3, 10), unit(0, 0)], "one-unit"],
    [[], "one-unit"],
    [[unit(1, 1), unit(0, 1)], "no-repeats"],
    [[unit(0, 10), unit(0, 20)], "no-variation-of-units"],
    [[unit(10, 10), unit(20, 20)], "no-variation-of-units"],
  ])("can't be had of %j", (counts, reason) => {
    for (const method of ["maximum-likelihood", "moments"] as const) {
      const fit = betaBinomial(counts, { method });
      expect(fit).toMatchObject({ status: "not-estimable", reason, estimate: null, correlation: null });
      expect(fit.interval).toMatchObject({ lower: 0, upper: 1 });
      expect(fit.toText()).not.toContain(reason);
    }
  });

  it("takes a million citizens in a unit, and one event among them", () => {
    const fit = betaBinomial([unit(1, 1_000_000), unit(0, 1_000_000), unit(400, 1_000_000)]);
    expect(fit).toMatchObject({ status: "estimated", boundary: "none", converged: true });
    expect(Number.isFinite(fit.correlationError)).toBe(true);
  });

  it("speaks both languages", () => {
    expect(betaBinomial(spread).toText()).toMatch(/Mean of the rates: .*Intra-class correlation 0\.\d{4}/s);
    expect(betaBinomial(spread).toText({ language: "da" })).toContain("Intraklassekorrelation");
    expect(betaBinomial(alike).toText({ language: "da" })).toContain("præcision ∞");
  });

  it.each([
    [[{ events: 3, total: 2 }], "impossible-count"],
    [[{ events: 3, total: 4, label: 7 }], "impossible-units"],
    ["none", "impossible-units"],
  ])("refuses %j", (counts, code) => {
    expect(() => betaBinomial(counts as UnitCount[])).toThrow(expect.objectContaining({ code }));
  });
});

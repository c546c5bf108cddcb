import { describe, expect, it } from "vitest";
import { betaBinomial, shrink, type UnitCount } from "../../src/inference/index.js";
import { betaCdf } from "../../src/numerics/index.js";

const counts: readonly UnitCount[] = [
  { label: "Vejle", events: 12, total: 40 },
  { label: "Kolding", events: 25, total: 50 },
  { label: "Fanø", events: 1, total: 2 },
  { events: 8, total: 60 },
];

describe("shrink", () => {
  it("lies between own rate and mean of the prior, worked by hand", () => {
    // (2 + 1)/(2 + 6 + 2) = 0.3, with 2/10 of the weight its own.
    const [unit] = shrink([{ label: "Fanø", events: 1, total: 2 }], { prior: { alpha: 2, beta: 6 } }).rates;
    expect(unit).toMatchObject({ label: "Fanø", rate: 0.5, alpha: 3, beta: 7 });
    expect(unit?.estimate).toBeCloseTo(0.3, 14);
    expect(unit?.weight).toBeCloseTo(0.2, 14);
    expect(betaCdf(unit?.lower ?? NaN, 3, 7, "lower")).toBeCloseTo(0.025, 12);
    expect(betaCdf(unit?.upper ?? NaN, 3, 7, "upper")).toBeCloseTo(0.025, 12);
  });

  it("estimates the prior from the units, and shows its mean with the interval", () => {
    const result = shrink(counts);
    const fit = betaBinomial(counts);
    expect(result.prior).toEqual({ alpha: fit.alpha, beta: fit.beta });
    expect(result.fit?.interval).toEqual(fit.interval);
    expect(result.rates.map(({ label }) => label)).toEqual(["Vejle", "Kolding", "Fanø", "4"]);
    for (const { rate, estimate } of result.rates) {
      const [low, high] = [Math.min(rate ?? 0, fit.estimate ?? 0), Math.max(rate ?? 0, fit.estimate ?? 0)];
      expect(estimate).toBeGreaterThanOrEqual(low);
      expect(estimate).toBeLessThanOrEqual(high);
    }
    // The smallest borrows most.
    const weights = result.rates.map(({ weight }) => weight ?? NaN);
    expect(Math.min(...weights)).toBe(weights[2]);
    expect(result.notices.map(({ code }) => code)).toEqual(["prior-estimated", "few-units"]);
  });

  it("carries that the prior is estimated: as much wider as it is uncertain", () => {
    const { prior, rates } = shrink(counts);
    const known = shrink(counts, { prior: prior ?? { alpha: NaN, beta: NaN } });
    for (const [i, { estimate, lower, upper }] of rates.entries()) {
      expect(estimate).toBeCloseTo(known.rates[i]?.estimate ?? NaN, 12);
      expect(upper - lower).toBeGreaterThan((known.rates[i]?.upper ?? NaN) - (known.rates[i]?.lower ?? NaN));
    }
    // Of many units it is nearly known.
    const many = Array.from({ length: 300 }, (_, i) => ({ events: 5 + ((i * 7) % 30), total: 60 }));
    const [first] = shrink(many).rates;
    const [plain] = shrink(many, { prior: shrink(many).prior ?? { alpha: NaN, beta: NaN } }).rates;
    const ratio =
      ((first?.upper ?? NaN) - (first?.lower ?? NaN)) / ((plain?.upper ?? NaN) - (plain?.lower ?? NaN));
    expect(ratio).toBeGreaterThan(0.99);
    expect(ratio).toBeLessThan(1.02);
  });

  it("gives a unit without anyone the prior", () => {
    const [unit] = shrink([{ events: 0, total: 0 }], { prior: { alpha: 2, beta: 6 } }).rates;
    expect(unit).toMatchObject({ rate: null, estimate: 0.25, weight: 0, alpha: 2, beta: 6 });
  });

  it("gives all the same rate where they differ by no more than chance, with the uncertainty of that", () => {
    const { rates, prior, notices } = shrink([
      { events: 30, total: 100 },
      { events: 30, total: 100 },
    ]);
    expect(prior).toBeUndefined();
    expect(rates[0]?.estimate).toBeCloseTo(60.5 / 201, 14);
    expect(rates[0]?.weight).toBeNull();
    expect(rates[1]?.lower).toBe(rates[0]?.lower);
    // Less is known of it than if the units were known to be equal, and more than by its own 100.
    const { alpha, beta } = rates[0] ?? {};
    expect((alpha ?? NaN) + (beta ?? NaN)).toBeGreaterThan(101);
    expect((alpha ?? NaN) + (beta ?? NaN)).toBeLessThan(201);
    expect(notices.map(({ code }) => code)).toContain("no-overdispersion");
  });

  it("borrows nothing where each unit has none or all", () => {
    const { rates } = shrink([
      { events: 0, total: 5 },
      { events: 5, total: 5 },
    ]);
    expect(rates.map(({ alpha, beta }) => [alpha, beta])).toEqual([
      [0.5, 5.5],
      [5.5, 0.5],
    ]);
  });

  it.each([
    [[{ events: 3, total: 10 }], "one-unit"],
    [
      [
        { events: 0, total: 10 },
        { events: 0, total: 20 },
      ],
      "no-variation-of-units",
    ],
  ])("can't tell without a prior of %j", (given, reason) => {
    const result = shrink(given);
    expect(result).toMatchObject({ status: "not-estimable", reason });
    expect(result.rates[0]).toMatchObject({ estimate: null, lower: 0, upper: 1, alpha: null });
    expect(result.toText()).toContain("Nothing can be estimated");
    expect(shrink(given, { prior: { alpha: 1, beta: 1 } }).status).toBe("estimated");
  });

  it("shows every rate with its interval, in both languages", () => {
    const result = shrink(counts);
    expect(result.toText()).toMatch(/Fanø\s+50\.0%\s+\d+\.\d% \(\d+\.\d% to \d+\.\d%\)/u);
    expect(result.toText({ language: "da" })).toContain("kredibilitetsinterval");
    expect(result.toRows()).toHaveLength(4);
    expect(structuredClone({ ...result }).rates).toEqual(result.rates);
  });

  it.each([{ alpha: 0, beta: 1 }, { alpha: 1 }, { alpha: Infinity, beta: Infinity }, 5])(
    "refuses the prior %j",
    (prior) => {
      expect(() => shrink(counts, { prior: prior as { alpha: number; beta: number } })).toThrow(
        expect.objectContaining({ code: "impossible-option" }),
      );
    },
  );
});

import { describe, expect, it } from "vitest";
import { funnelLimits, overdispersion } from "../../src/inference/index.js";
import { binomialCdf } from "../../src/numerics/index.js";

/** Limits of 31 at 0.384, widened by τ = 0.04. */
function widened(method: "exact" | "normal"): readonly number[] {
  return funnelLimits(
    { target: 0.384, totals: [31] },
    { method, levels: [0.95], overdispersion: { tauSquared: 0.0016 } },
  ).flatMap(({ lower, upper }) => [lower, upper]);
}

describe("funnelLimits", () => {
  it("interpolates the binomial, worked by hand", () => {
    // Of 2 with probability 1/2: P(X ≤ 0) = 1/4, P(X ≤ 1) = 3/4. At the level 0.4 the tails are 0.3: r = 1 below, at
    // (1 − (0.75 − 0.3)/0.5)/2 = 0.05, and 1 above, at (1 − (0.75 − 0.7)/0.5)/2 = 0.45.
    const [row] = funnelLimits({ target: 0.5, totals: [2] }, { levels: [0.4] });
    expect(row?.lower).toBeCloseTo(0.05, 12);
    expect(row?.upper).toBeCloseTo(0.45, 12);
    expect(row).toMatchObject({ total: 2, fewest: 1, most: 1, method: "exact", adjustment: "none" });
  });

  it("has whole steps that are the binomial's own quantiles", () => {
    const rows = funnelLimits({ target: 0.3, totals: [5, 40, 333] });
    expect(rows.map(({ total, level }) => [total, level])).toEqual([
      [5, 0.95],
      [5, 0.998],
      [40, 0.95],
      [40, 0.998],
      [333, 0.95],
      [333, 0.998],
    ]);
    for (const { total = 0, level, fewest, most } of rows) {
      const tail = (1 - level) / 2;
      expect(binomialCdf(fewest, total, 0.3, "lower")).toBeGreaterThanOrEqual(tail);
      // Below 0 lies nothing.
      expect(binomialCdf(fewest - 1, total, 0.3, "lower")).toBeLessThan(tail);
      expect(binomialCdf(most - 1, total, 0.3, "upper")).toBeGreaterThan(tail);
      expect(binomialCdf(most, total, 0.3, "upper")).toBeLessThanOrEqual(tail);
    }
  });

  it("goes by the normal distribution on request", () => {
    const [row] = funnelLimits({ target: 0.2, totals: [100] }, { method: "normal" });
    expect(row?.upper).toBeCloseTo(0.2 + 1.959963984540054 * 0.04, 12);
    expect(row).toMatchObject({ fewest: 13, most: 27 });
  });

  it("takes ratios of observed to expected by the Poisson distribution", () => {
    const [row] = funnelLimits({ expected: [25] }, { method: "normal", levels: [0.95] });
    expect(row?.lower).toBeCloseTo(1 - 1.959963984540054 / 5, 12);
    expect(row).toMatchObject({ expected: 25, target: 1, fewest: 16, most: 34 });
    expect(row).not.toHaveProperty("total");
  });

  it("widens all limits by the overdispersion, and says how", () => {
    const subject = { target: 0.3, totals: [100] };
    const options = { method: "normal", levels: [0.95] } as const;
    const half = 1.959963984540054 * Math.sqrt(0.0021);
    const [twice] = funnelLimits(subject, { ...options, overdispersion: { phi: 4 } });
    expect(twice?.upper).toBeCloseTo(0.3 + 2 * half, 12);
    expect(twice?.adjustment).toBe("multiplicative");
    const [more] = funnelLimits(subject, { ...options, overdispersion: { tauSquared: 0.0063 } });
    expect(more?.lower).toBeCloseTo(0.3 - 2 * half, 12);
    expect(more?.adjustment).toBe("additive");
    const [less] = funnelLimits(subject, { ...options, overdispersion: { phi: 0.5 } });
    expect(less?.upper).toBeCloseTo(0.3 + half, 12);
    expect(less?.adjustment).toBe("multiplicative");
  });

  it("stretches exact limits from the middle of their steps by the same factor, steps with them", () => {
    const subject = { target: 0.3, totals: [100] };
    const [own] = funnelLimits(subject, { levels: [0.95] });
    const [wide] = funnelLimits(subject, { levels: [0.95], overdispersion: { phi: 2.25 } });
    expect(wide?.upper).toBeCloseTo(0.3 + 1.5 * ((own?.upper ?? NaN) + 0.5 / 100 - 0.3), 12);
    expect(wide?.lower).toBeCloseTo(0.3 + 1.5 * ((own?.lower ?? NaN) + 0.5 / 100 - 0.3), 12);
    expect(wide?.most).toBe(Math.floor(100 * (wide?.upper ?? NaN)));
  });

  it("lies about t ± z √(s² + τ²) when widened, whatever its method", () => {
    // By the binomial's skewness alone exact limits lie higher: by about (1 − 2t)(z² − 1)/(6 n), a tenth of an event.
    const half = 1.959963984540054 * Math.sqrt((0.384 * 0.616) / 31 + 0.0016);
    expect(widened("normal")).toEqual([expect.closeTo(0.384 - half, 12), expect.closeTo(0.384 + half, 12)]);
    const [lower = NaN, upper = NaN] = widened("exact");
    expect(Math.abs((lower + upper) / 2 - 0.384)).toBeLessThan(0.25 / 31);
    expect(upper - lower).toBeCloseTo(2 * half, 2);
  });

  it("takes a result of overdispersion, additively where it can", () => {
    const z = [3, -3, 2, -2, 1, -1, 0.5, -0.5, 4, -4];
    const plain = overdispersion(z);
    const scaled = overdispersion({ z, standardErrors: z.map(() => 0.05) });
    const adjustmentOf = (given: typeof plain): string | undefined =>
      funnelLimits({ target: 0.3, totals: [50] }, { overdispersion: given })[0]?.adjustment;
    expect([adjustmentOf(plain), adjustmentOf(scaled)]).toEqual(["multiplicative", "additive"]);
  });

  it("keeps limits in the parameter space, and excludes nothing of nobody", () => {
    expect(funnelLimits({ target: 0.02, totals: [0, 5] }, { levels: [0.998] })).toMatchObject([
      { lower: 0, upper: 1, fewest: 0, most: 0 },
      { lower: 0 },
    ]);
    expect(funnelLimits({ expected: [0] }, { levels: [0.95] })).toMatchObject([
      { lower: 0, upper: Infinity },
    ]);
    expect(funnelLimits({ target: 0, totals: [10] }, { levels: [0.95] })).toMatchObject([
      { lower: 0, upper: 0, most: 0 },
    ]);
    expect(funnelLimits({ target: 1, totals: [10] }, { levels: [0.95] })).toMatchObject([
      { lower: 1, upper: 1, fewest: 10 },
    ]);
  });

  it("takes a million citizens, and far more expected events than there are people", () => {
    const [row] = funnelLimits({ target: 0.3, totals: [1_000_000] });
    expect(row?.upper).toBeCloseTo(0.3 + (1.959963984540054 * Math.sqrt(0.21)) / 1000, 6);
    const [most] = funnelLimits({ expected: [1e12] });
    expect(((most?.upper ?? NaN) - 1) * 1e6).toBeCloseTo(1.96, 2);
  });

  it.each([
    [{ expected: [1e13] }, undefined, "impossible-number"],
    [{ target: 1.2, totals: [1] }, undefined, "impossible-target"],
    [{ target: -1, expected: [1] }, undefined, "impossible-target"],
    [{ target: 0.2, totals: [1.5] }, undefined, "impossible-count"],
    [{ expected: [-1] }, undefined, "impossible-number"],
    [{ target: 0.2 }, undefined, "impossible-data"],
    [{ target: 0.2, totals: 5 }, undefined, "impossible-data"],
    [{ target: 0.2, totals: [5] }, { levels: [95] }, "impossible-option"],
    [{ target: 0.2, totals: [5] }, { adjustment: "additive" }, "impossible-option"],
    [{ target: 0.2, totals: [5] }, { overdispersion: {} }, "impossible-option"],
    [
      { target: 0.2, totals: [5] },
      { overdispersion: { phi: 2 }, adjustment: "additive" },
      "impossible-option",
    ],
  ])("refuses %j with %j", (subject, options, code) => {
    type Given = Parameters<typeof funnelLimits>;
    expect(() => funnelLimits(subject as Given[0], options as Given[1])).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

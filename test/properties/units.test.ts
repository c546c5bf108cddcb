import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  betaBinomial,
  funnelLimits,
  funnelScores,
  overdispersion,
  shrink,
  standardize,
  standardizedRatio,
  type UnitCount,
} from "../../src/inference/index.js";

const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });
const method = fc.constantFrom("byar", "exact", "mid-p");
const observed = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1_000_000 }));
const expected = fc.oneof(
  fc.double({ min: 0.01, max: 30, noNaN: true }),
  fc.double({ min: 1, max: 1e6, noNaN: true }),
);
const unit: fc.Arbitrary<UnitCount> = fc
  .integer({ min: 0, max: 2000 })
  .chain((total) => fc.record({ total: fc.constant(total), events: fc.integer({ min: 0, max: total }) }));
const units = fc.array(unit, { minLength: 2, maxLength: 30 });
const runs = { numRuns: 60 };

describe("observed over expected", () => {
  it("has a test that agrees with its interval", () => {
    fc.assert(
      fc.property(observed, expected, method, level, (o, e, name, at) => {
        const { interval, test } = standardizedRatio(
          { observed: o, expected: e },
          { method: name, level: at },
        );
        const { lower, upper } = interval;
        const pValue = test?.pValue ?? NaN;
        const isClose = Math.abs(pValue - (1 - at)) < 1e-9;
        expect(lower >= 0 && lower <= upper && pValue >= 0 && pValue <= 1).toBe(true);
        expect(isClose || (lower > 1 || upper < 1) === pValue < 1 - at).toBe(true);
      }),
      runs,
    );
  });

  it("has intervals within those of a higher level", () => {
    fc.assert(
      fc.property(observed, expected, method, level, level, (o, e, name, one, other) => {
        const at = (each: number): { readonly lower: number; readonly upper: number } =>
          standardizedRatio({ observed: o, expected: e }, { method: name, level: each }).interval;
        const [inner, outer] = [at(Math.min(one, other)), at(Math.max(one, other))];
        expect(outer.lower).toBeLessThanOrEqual(inner.lower * (1 + 1e-9));
        expect(outer.upper).toBeGreaterThanOrEqual(inner.upper * (1 - 1e-9));
      }),
      runs,
    );
  });
});

describe("a standardized rate", () => {
  it("doesn't mind the order of the groups, nor the unit of the standard", () => {
    const groups = fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0.01, max: 1e4, noNaN: true }))
        .chain(([total, weight]) =>
          fc.record({
            total: fc.constant(total),
            weight: fc.constant(weight),
            events: fc.integer({ min: 0, max: total }),
          }),
        ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(groups, level, (given, at) => {
        const rate = (list: typeof given, factor: number): ReturnType<typeof standardize> =>
          standardize(
            {
              events: list.map(({ events }) => events),
              total: list.map(({ total }) => total),
              standard: list.map(({ weight }) => weight * factor),
            },
            { level: at },
          );
        const [one, other] = [rate(given, 1), rate(given.toReversed(), 1000)];
        expect(other.estimate).toBeCloseTo(one.estimate ?? NaN, 10);
        expect(other.interval.upper).toBeCloseTo(one.interval.upper, 10);
        const { lower, upper } = one.interval;
        expect(0 <= lower && lower <= (one.estimate ?? NaN) + 1e-12 && upper <= 1).toBe(true);
        expect(upper).toBeGreaterThanOrEqual((one.estimate ?? NaN) - 1e-12);
      }),
      runs,
    );
  });
});

describe("a funnel", () => {
  it("has its target within, is nested by level and never narrower with overdispersion", () => {
    const target = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    const total = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 1_000_000 }));
    fc.assert(
      fc.property(target, total, fc.double({ min: 0, max: 0.1, noNaN: true }), (t, n, tauSquared) => {
        const subject = { target: t, totals: [n] };
        const [inner, outer] = funnelLimits(subject);
        const [wide] = funnelLimits(subject, { overdispersion: { tauSquared } });
        if (inner === undefined || outer === undefined || wide === undefined) throw new Error("no rows");
        expect(outer.lower <= inner.lower && inner.upper <= outer.upper).toBe(true);
        expect(outer.fewest <= inner.fewest && inner.most <= outer.most).toBe(true);
        expect(inner.fewest <= n * t + 1 && n * t - 1 <= inner.most).toBe(true);
        for (const { lower, upper } of [inner, outer, wide]) expect(0 <= lower && upper <= 1).toBe(true);
        // Where the interpolated line lies beyond the target, in funnels of a few citizens, it is stretched away from it.
        const isAround = inner.lower <= t && t <= inner.upper;
        const isWider = wide.lower <= inner.lower + 1e-12 && inner.upper <= wide.upper + 1e-12;
        expect(isWider || !isAround).toBe(true);
      }),
      runs,
    );
  });
});

describe("units", () => {
  it("have the same fit in any order, and no NaN whatever they are", () => {
    fc.assert(
      fc.property(units, (given) => {
        const fit = betaBinomial(given);
        const turned = betaBinomial(given.toReversed());
        expect(turned.status).toBe(fit.status);
        expect(turned.boundary).toBe(fit.boundary);
        if (fit.status === "not-estimable") return;
        expect(Math.abs((turned.correlation ?? NaN) - (fit.correlation ?? NaN))).toBeLessThan(1e-8);
        const values = [
          fit.estimate,
          fit.correlation,
          fit.alpha,
          fit.beta,
          fit.standardError,
          fit.logLikelihood,
        ];
        expect(values.some((value) => Number.isNaN(value))).toBe(false);
        expect(
          fit.interval.lower <= (fit.estimate ?? NaN) && (fit.estimate ?? NaN) <= fit.interval.upper,
        ).toBe(true);
      }),
      runs,
    );
  });

  it("are moved towards the mean of all, never beyond", () => {
    fc.assert(
      fc.property(units, (given) => {
        const { rates, fit } = shrink(given);
        if (fit?.status !== "estimated" || fit.boundary !== "none") return;
        const mean = fit.estimate ?? NaN;
        for (const { rate, estimate, lower, upper } of rates) {
          const own = rate ?? mean;
          expect(estimate).toBeGreaterThanOrEqual(Math.min(own, mean) - 1e-12);
          expect(estimate).toBeLessThanOrEqual(Math.max(own, mean) + 1e-12);
          expect(0 <= lower && lower <= upper && upper <= 1).toBe(true);
        }
      }),
      runs,
    );
  });

  it("of equal rates have no overdispersion, by any of the methods", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 9 }), (list, tenths) => {
        const counts = list.map((size) => ({ events: size * tenths, total: size * 10 }));
        expect(betaBinomial(counts)).toMatchObject({ boundary: "no-overdispersion", correlation: 0 });
        expect(betaBinomial(counts, { method: "moments" }).correlation).toBe(0);
        const found = overdispersion(funnelScores({ counts }));
        expect(found.tauSquared).toBe(0);
        expect(found.phi).toBeLessThan(1e-9);
      }),
      runs,
    );
  });
});

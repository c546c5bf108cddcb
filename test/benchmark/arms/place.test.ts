import { describe, expect, it } from "vitest";
import { adjustedRate, ratioToTypical, shiftsOf } from "../../../src/benchmark/arms/place.js";

/** One group at log odds 0: a shift s is the rate expit(s). */
const plain = { weights: [1], logOdds: [0] };
const logit = (p: number): number => Math.log(p / (1 - p));

const expit = (x: number): number => 1 / (1 + Math.exp(-x));

describe("shiftsOf", () => {
  it("are the log odds of the rate and of Wilson's limits", () => {
    // Wilson for 50 of 100: 0.5 ± 1.96√(25 + 0.9604)/(100 + 3.8416) = 0.4038 to 0.5962.
    const { estimate, lower, upper } = shiftsOf({ events: 50, total: 100 }, plain, 0.95);
    expect(estimate).toBeCloseTo(0, 14);
    expect(lower).toBeCloseTo(logit(0.403_831_5), 6);
    expect(upper).toBeCloseTo(-lower, 12);
  });
});

describe("ratioToTypical", () => {
  const typical = { estimate: logit(0.4), lower: logit(0.3), upper: logit(0.5) };

  it("squares and adds the distances to the limits of both", () => {
    const unit = { estimate: logit(0.5), lower: logit(0.45), upper: logit(0.55) };
    const down = Math.hypot(logit(0.5) - logit(0.45), logit(0.5) - logit(0.4));
    const up = Math.hypot(logit(0.55) - logit(0.5), logit(0.4) - logit(0.3));
    const { estimate, interval } = ratioToTypical(unit, typical, plain, 0.95);
    expect(estimate).toBeCloseTo(0.5 / 0.4, 14);
    expect(interval.lower).toBeCloseTo(expit(logit(0.5) - down) / 0.4, 12);
    expect(interval.upper).toBeCloseTo(expit(logit(0.5) + up) / 0.4, 12);
  });

  it("is the unit's own interval over the expected where the typical is known for certain", () => {
    const certain = { estimate: logit(0.4), lower: logit(0.4), upper: logit(0.4) };
    const unit = { estimate: logit(0.5), lower: logit(0.45), upper: logit(0.55) };
    const { interval } = ratioToTypical(unit, certain, plain, 0.95);
    expect([interval.lower, interval.upper]).toEqual([
      expect.closeTo(0.45 / 0.4, 12),
      expect.closeTo(0.55 / 0.4, 12),
    ]);
  });

  it("stays within what is possible for a unit without any success, and for one without failure", () => {
    const none = ratioToTypical(shiftsOf({ events: 0, total: 20 }, plain, 0.95), typical, plain, 0.95);
    expect(none).toMatchObject({ estimate: 0, interval: { lower: 0 } });
    expect(none.interval.upper).toBeGreaterThan(0.16 / 0.4);
    expect(none.interval.upper).toBeLessThan(1 / 0.4);
    const all = ratioToTypical(shiftsOf({ events: 20, total: 20 }, plain, 0.95), typical, plain, 0.95);
    expect(all.estimate).toBeCloseTo(2.5, 14);
    expect(all.interval.upper).toBeCloseTo(2.5, 14);
    expect(all.interval.lower).toBeGreaterThan(1);
  });
});

it("brings a rate to the cluster's case mix by its shift", () => {
  const standard = { weights: [0.5, 0.5], logOdds: [logit(0.2), logit(0.6)] };
  const { estimate } = adjustedRate({ estimate: 0, lower: -0.1, upper: 0.1 }, standard, 0.95);
  expect(estimate).toBeCloseTo(0.4, 14);
});

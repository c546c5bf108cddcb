import { describe, expect, it } from "vitest";
import {
  amongFirst,
  rankAmong,
  rankDistribution,
  ranksAmong,
  type Normal,
} from "../../src/benchmark/ranks.js";
import { normalCdf } from "../../src/numerics/index.js";

const at = (estimate: number, standardError: number): Normal => ({ estimate, standardError });

describe("rankDistribution", () => {
  it("gives two normals the probability that one exceeds the other", () => {
    // P(X > Y) = Φ((0.8 − 0.3)/√(0.4² + 0.3²)) = Φ(1); the 101 nodes average to three digits.
    const [first = NaN, second = NaN] = rankDistribution(at(0.8, 0.4), [at(0.3, 0.3)]);
    expect(first).toBeCloseTo(normalCdf(1, "lower"), 3);
    expect(first + second).toBeCloseTo(1, 14);
  });

  it("gives equals equal chances of every rank", () => {
    // Five alike: each rank has 1/5, whatever the standard error.
    const ranks = rankDistribution(
      at(1, 0.2),
      Array.from({ length: 4 }, () => at(1, 0.2)),
    );
    for (const probability of ranks) expect(probability).toBeCloseTo(0.2, 2);
  });

  it("is certain where the values are known", () => {
    expect([...rankDistribution(at(2, 0), [at(3, 0), at(1, 0), at(0, 0)])]).toEqual([0, 1, 0, 0]);
  });

  it("halves a tie of known values", () => {
    expect([...rankDistribution(at(2, 0), [at(2, 0)])]).toEqual([0.5, 0.5]);
  });

  it("agrees with a hand-worked Poisson-binomial", () => {
    // x = 0 is known; the others lie above it with 0.5 and Φ(1) = 0.8413: none 0.5 × 0.1587, both 0.5 × 0.8413.
    const above = normalCdf(1, "lower");
    const ranks = rankDistribution(at(0, 0), [at(0, 1), at(1, 1)]);
    expect([...ranks].map((each) => Number(each.toFixed(12)))).toEqual(
      [0.5 * (1 - above), 0.5, 0.5 * above].map((each) => Number(each.toFixed(12))),
    );
  });
});

describe("rankAmong", () => {
  it("has limits that hold the level and a median between them", () => {
    const others = Array.from({ length: 9 }, (_, index) => at(index / 10, 0.1));
    const rank = rankAmong(at(0.85, 0.1), others, 0.95);
    expect(rank).toMatchObject({ median: 1, lower: 1, of: 10 });
    expect(rank.upper).toBeGreaterThan(1);
    expect(rank.upper).toBeLessThan(6);
    expect(rank.topQuarter).toBeGreaterThan(0.8);
  });

  it("widens with the level", () => {
    const others = Array.from({ length: 9 }, (_, index) => at(index / 10, 0.2));
    const [narrow, wide] = [0.5, 0.99].map((level) => rankAmong(at(0.4, 0.2), others, level));
    expect(wide?.lower).toBeLessThan(narrow?.lower ?? NaN);
    expect(wide?.upper).toBeGreaterThan(narrow?.upper ?? NaN);
  });
});

describe("ranksAmong", () => {
  it("adds the probability of each rank, of which the first quarter, rounded up, is told", () => {
    const others = Array.from({ length: 9 }, (_, index) => at(index / 10, 0.1));
    const beliefs = others.map((other) => [other]);
    const { probabilities, ...place } = ranksAmong([at(0.55, 0.1)], beliefs, 0.95);
    expect(place).toMatchObject({ median: rankAmong(at(0.55, 0.1), others, 0.95).median, of: 10 });
    expect(probabilities).toEqual([...rankDistribution(at(0.55, 0.1), others, 25)]);
    // Three of ten.
    expect(place.topQuarter).toBe(amongFirst(probabilities, 3));
  });

  it("averages what is as likely, unit by unit in the same order", () => {
    // By the first the unit lies above the other for certain, by the second below.
    const { probabilities } = ranksAmong([at(1, 0), at(0, 0)], [[at(0, 0), at(1, 0)]], 0.95);
    expect(probabilities).toEqual([0.5, 0.5]);
  });

  it("has no probability above 1, whatever the last digits", () => {
    expect(amongFirst([0.1, 0.2, 0.7000000000000002], 3)).toBe(1);
    expect(amongFirst([0.25, 0.75], 1)).toBe(0.25);
  });
});

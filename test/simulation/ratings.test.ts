import { describe, expect, it } from "vitest";
import { seededStream, uniform, type RandomStream } from "../../src/core/index.js";
import {
  hodgesLehmann,
  sampleRatioTest,
  standardizedDifference,
  welchTest,
  winProbability,
  type Count,
  type Estimate,
} from "../../src/inference/index.js";
import { normalQuantile } from "../../src/numerics/index.js";
import { replicates } from "../support/simulation.js";

const RUNS = replicates(400, 20_000);
/** Four standard deviations of the share of a twentieth among the runs. */
const SLACK = 4 * Math.sqrt((0.05 * 0.95) / RUNS);

type Shares = readonly number[];

/** How often ratings 1 to 5 are given. */
const RATINGS = {
  middling: [0.1, 0.2, 0.4, 0.2, 0.1],
  good: [0.05, 0.08, 0.15, 0.4, 0.32],
  best: [0.01, 0.02, 0.05, 0.2, 0.72],
  nearlyAllBest: [0, 0.01, 0.02, 0.07, 0.9],
  bad: [0.3, 0.35, 0.2, 0.1, 0.05],
  divided: [0.35, 0.1, 0.1, 0.1, 0.35],
  alike: [0.02, 0.13, 0.7, 0.13, 0.02],
} as const satisfies Readonly<Record<string, Shares>>;

type Ratings = keyof typeof RATINGS;

function rating(stream: RandomStream, shares: Shares): number {
  let rest = uniform(stream);
  const index = shares.findIndex((share) => (rest -= share) < 0);
  return index < 0 ? shares.length : index + 1;
}

function drawn(stream: RandomStream, size: number, one: (stream: RandomStream) => number): number[] {
  return Array.from({ length: size }, () => one(stream));
}

function normal(stream: RandomStream): number {
  return normalQuantile(Math.max(uniform(stream), 1e-15), "lower");
}

/** P(X > Y) + ½P(X = Y). */
function winning(first: Shares, second: Shares): number {
  return first.reduce(
    (sum, p, i) => sum + second.reduce((inner, q, j) => inner + (p * q * (Math.sign(i - j) + 1)) / 2, 0),
    0,
  );
}

function mean(shares: Shares): number {
  return shares.reduce((sum, share, i) => sum + share * (i + 1), 0);
}

/** A count of people who have a trait. */
function counted(stream: RandomStream, total: number, share: number): Count {
  return {
    events: drawn(stream, total, (each) => Number(uniform(each) < share)).filter(Boolean).length,
    total,
  };
}

/** The share of runs whose intervals hold the truth. */
function coverage(seed: string, truth: number, run: (stream: RandomStream) => Estimate): number {
  const stream = seededStream("ratings", seed);
  let covered = 0;
  for (let i = 0; i < RUNS; i++) {
    const { interval } = run(stream);
    if (interval.lower <= truth && truth <= interval.upper) covered++;
  }
  return covered / RUNS;
}

describe("the win probability's interval", () => {
  it.each<[Ratings, Ratings, number, number]>([
    ["middling", "middling", 10, 10],
    ["good", "good", 50, 200],
    ["nearlyAllBest", "nearlyAllBest", 10, 100],
    ["nearlyAllBest", "nearlyAllBest", 20, 300],
    ["nearlyAllBest", "best", 100, 10],
    ["divided", "alike", 10, 30],
    ["divided", "alike", 50, 200],
    ["middling", "good", 30, 10],
    ["bad", "best", 10, 10],
    ["bad", "best", 50, 200],
    ["nearlyAllBest", "bad", 200, 50],
    ["alike", "best", 200, 50],
  ])("covers at least as it says: %s against %s, %i and %i", (one, other, m, n) => {
    const [first, second] = [RATINGS[one], RATINGS[other]];
    const found = coverage(`win ${one} ${other} ${m} ${n}`, winning(first, second), (stream) =>
      winProbability(
        drawn(stream, m, (each) => rating(each, first)),
        drawn(stream, n, (each) => rating(each, second)),
      ),
    );
    // 94 % is what an interval of some dozen ratings can promise.
    expect(found).toBeGreaterThan(0.94 - SLACK);
  });

  it("isn't wider than it says in large groups", () => {
    const found = coverage("win large", 0.5, (stream) =>
      winProbability(
        drawn(stream, 200, (each) => rating(each, RATINGS.good)),
        drawn(stream, 200, (each) => rating(each, RATINGS.good)),
      ),
    );
    expect(found).toBeLessThan(0.965 + SLACK);
  });
});

describe("Welch's interval", () => {
  it.each<[Ratings, Ratings, number, number]>([
    ["good", "good", 20, 20],
    ["divided", "alike", 15, 60],
    ["middling", "good", 60, 15],
  ])("covers as it says: means of ratings, %s against %s, %i and %i", (one, other, m, n) => {
    const [first, second] = [RATINGS[one], RATINGS[other]];
    const found = coverage(`welch ${one} ${other}`, mean(first) - mean(second), (stream) =>
      welchTest(
        drawn(stream, m, (each) => rating(each, first)),
        drawn(stream, n, (each) => rating(each, second)),
      ),
    );
    expect(found).toBeGreaterThan(0.935 - SLACK);
    expect(found).toBeLessThan(0.965 + SLACK);
  });
});

describe("Hodges and Lehmann's interval", () => {
  it.each([
    [8, 12, "exact"],
    [60, 55, "normal"],
  ])("covers a shift of distinct values: %i and %i, %s", (m, n, law) => {
    const methods = new Set<string>();
    const found = coverage(`shift ${m} ${n}`, 0.7, (stream) => {
      const result = hodgesLehmann(
        drawn(stream, m, (each) => 0.7 + normal(each) ** 3),
        drawn(stream, n, (each) => normal(each) ** 3),
      );
      methods.add(result.method);
      return result;
    });
    expect([...methods]).toEqual([`hodges-lehmann-${law}`]);
    expect(found).toBeGreaterThan(0.95 - SLACK);
    expect(found).toBeLessThan(0.97 + SLACK);
  });

  it("has a test that finds a shift of ratings in one of twenty groups without one", () => {
    const stream = seededStream("ratings", "wilcoxon");
    let found = 0;
    for (let i = 0; i < RUNS; i++) {
      const groups = [25, 40].map((size) => drawn(stream, size, (each) => rating(each, RATINGS.best)));
      if ((hodgesLehmann(groups[0] ?? [], groups[1] ?? []).test?.pValue ?? 1) < 0.05) found++;
    }
    expect(found / RUNS).toBeGreaterThan(0.035 - SLACK);
    expect(found / RUNS).toBeLessThan(0.055 + SLACK);
  });
});

describe("a standardized difference's interval", () => {
  const options = [
    ["average", 1, 2.5, 20, 35],
    ["reference", 2, 1, 40, 30],
    ["pooled", 1, 1, 15, 25],
  ] as const;

  it.each(options)("covers as it says by %s, deviations %d and %d", (denominator, s1, s2, m, n) => {
    const unit = { average: Math.sqrt((s1 * s1 + s2 * s2) / 2), reference: s2, pooled: s1 }[denominator];
    const found = coverage(`standardized ${denominator}`, 0.6 / unit, (stream) =>
      standardizedDifference(
        drawn(stream, m, (each) => 0.6 + s1 * normal(each)),
        drawn(stream, n, (each) => s2 * normal(each)),
        { denominator },
      ),
    );
    expect(found).toBeGreaterThan(0.935 - SLACK);
    expect(found).toBeLessThan(0.965 + SLACK);
  });

  it("covers as it says of counts", () => {
    const [p, q] = [0.4, 0.25];
    const truth = (p - q) / Math.sqrt((p * (1 - p) + q * (1 - q)) / 2);
    const found = coverage("standardized counts", truth, (stream) =>
      standardizedDifference(counted(stream, 90, p), counted(stream, 120, q)),
    );
    expect(found).toBeGreaterThan(0.94 - SLACK);
    expect(found).toBeLessThan(0.96 + SLACK);
  });
});

describe("the test of the numbers in the arms", () => {
  it.each([
    ["sample-ratio-exact", [1, 4], 20, 0.05],
    ["sample-ratio-chi-squared", [1, 2, 2], 200, 0.055],
  ] as const)("of independent draws finds at most one in twenty: %s", (method, weights, people, most) => {
    const stream = seededStream("ratings", method);
    const whole = weights.reduce<number>((sum, weight) => sum + weight, 0);
    const shares = weights.map((weight) => weight / whole);
    let found = 0;
    for (let i = 0; i < RUNS; i++) {
      const counts = weights.map(() => 0);
      for (let person = 0; person < people; person++) {
        const arm = rating(stream, shares) - 1;
        counts[arm] = (counts[arm] ?? 0) + 1;
      }
      const result = sampleRatioTest(counts, weights);
      if (result.method === method && result.pValue < 0.05) found++;
    }
    expect(found / RUNS).toBeLessThan(most + SLACK);
    expect(found / RUNS).toBeGreaterThan(0.01);
  });

  it("of a draw in blocks of four finds next to nothing", () => {
    // Only the last block can be torn: the arms differ by 2 at most, of 42.
    for (const own of [20, 21, 22])
      expect(sampleRatioTest([own, 42 - own], [1, 1]).pValue).toBeGreaterThan(0.75);
  });
});

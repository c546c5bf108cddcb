import { describe, expect, it } from "vitest";
import { rankProbabilities, shrink, type RankedSubject } from "../../src/inference/index.js";
import { normalCdf } from "../../src/numerics/index.js";

const normal = (estimate: number, standardError: number, label?: string): RankedSubject => ({
  estimate,
  standardError,
  ...(label === undefined ? {} : { label }),
});
const seed = 2018;

describe("rankProbabilities", () => {
  it("is the probability that one is above the other, known in closed form", () => {
    // N(1, 1) and N(0, 1): P = Φ(1/√2) = 0.760.
    const { ranks } = rankProbabilities([normal(0, 1), normal(1, 1)], { seed, times: 40_000 });
    const p = normalCdf(Math.SQRT1_2, "lower");
    const error = Math.sqrt((p * (1 - p)) / 40_000);
    expect(Math.abs((ranks[1]?.top ?? NaN) - p)).toBeLessThan(4 * error);
    expect(ranks[1]?.topError).toBeCloseTo(error, 3);
    expect(ranks[0]?.expectedRank).toBeCloseTo(1 + (ranks[1]?.top ?? NaN), 12);
  });

  it("carries the uncertainty of what was expected", () => {
    // (2 ± 1) − (1 ± 2) against 0 ± 1: P = Φ(1/√6).
    const subjects = [{ ...normal(2, 1), expected: { estimate: 1, standardError: 2 } }, normal(0, 1)];
    const { ranks } = rankProbabilities(subjects, { seed, times: 40_000 });
    const p = normalCdf(1 / Math.sqrt(6), "lower");
    expect(Math.abs((ranks[0]?.top ?? NaN) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 40_000));
    const known = [{ ...normal(2, 1), expected: { estimate: 1, standardError: 0 } }, normal(0, 1)];
    const surer = rankProbabilities(known, { seed, times: 40_000 }).ranks[0]?.top ?? NaN;
    expect(Math.abs(surer - normalCdf(Math.SQRT1_2, "lower"))).toBeLessThan(0.01);
  });

  it("takes beta distributions: Beta(2, 1) is above Beta(1, 1) in two of three draws", () => {
    // P(X > Y) = E X = 2/3 for Y uniform.
    const betas = [
      { alpha: 2, beta: 1 },
      { alpha: 1, beta: 1 },
    ];
    const p = rankProbabilities(betas, { seed, times: 40_000 }).ranks[0]?.top ?? NaN;
    expect(Math.abs(p - 2 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / 40_000));
  });

  it("has probabilities of ranks that sum to 1 by unit and by rank", () => {
    const subjects = Array.from({ length: 7 }, (_, i) => ({ alpha: 3 + i, beta: 12 - i }));
    const result = rankProbabilities(subjects, { seed, times: 1000 });
    for (const own of result.probabilities) expect(own.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    for (let rank = 0; rank < 7; rank++) {
      expect(result.probabilities.reduce((sum, own) => sum + (own[rank] ?? NaN), 0)).toBeCloseTo(1, 12);
    }
    expect(result.top).toBe(2);
    expect(result.atMost(2).map(({ probability }) => probability)).toEqual(
      result.ranks.map(({ top }) => expect.closeTo(top, 12)),
    );
    expect(result.atMost(7).every(({ probability }) => Math.abs(probability - 1) < 1e-12)).toBe(true);
    for (const { lower, medianRank, upper } of result.ranks) {
      expect(lower).toBeLessThanOrEqual(medianRank);
      expect(medianRank).toBeLessThanOrEqual(upper);
    }
  });

  it("says the same whatever the order, and of a seed always the same", () => {
    const subjects = [normal(3, 1, "a"), normal(2, 1, "b"), { alpha: 3, beta: 4, label: "c" }];
    const one = rankProbabilities(subjects, { seed, times: 500 }).ranks;
    const other = rankProbabilities(subjects.toReversed(), { seed, times: 500 }).ranks;
    expect(other.toReversed()).toEqual(one);
    expect(rankProbabilities(subjects, { seed, times: 500 }).ranks).toEqual(one);
    expect(rankProbabilities(subjects, { seed: "other", times: 500 }).ranks).not.toEqual(one);
  });

  it("has the lowest first on request", () => {
    const subjects = [normal(3, 1), normal(2, 1), normal(1, 1)];
    const up = rankProbabilities(subjects, { seed, times: 500 }).ranks;
    const down = rankProbabilities(subjects, { seed, times: 500, direction: "lower-is-better" }).ranks;
    up.forEach(({ expectedRank }, i) => expect(down[i]?.expectedRank).toBeCloseTo(4 - expectedRank, 12));
  });

  it("ranks what never overlaps for certain, and equal units alike", () => {
    const far = rankProbabilities([normal(1e6, 1), normal(0, 1), normal(-1e6, 1)], { seed, times: 200 });
    expect(far.ranks.map(({ lower, upper }) => [lower, upper])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    const alike = Array.from({ length: 4 }, () => ({ alpha: 300.5, beta: 700.5 }));
    for (const { expectedRank, lower, upper } of rankProbabilities(alike, { seed, times: 10_000 }).ranks) {
      expect(Math.abs(expectedRank - 2.5)).toBeLessThan(0.06);
      expect([lower, upper]).toEqual([1, 4]);
    }
  });

  it("takes the rates that shrink gives", () => {
    const { rates } = shrink([
      { label: "Vejle", events: 12, total: 40 },
      { label: "Kolding", events: 25, total: 50 },
      { label: "Fanø", events: 1, total: 2 },
      { label: "Esbjerg", events: 8, total: 60 },
    ]);
    const { ranks } = rankProbabilities(rates, { seed, times: 2000 });
    expect(ranks.map(({ label }) => label)).toEqual(["Vejle", "Kolding", "Fanø", "Esbjerg"]);
    expect(ranks[1]?.medianRank).toBe(1);
    expect(ranks[3]?.medianRank).toBe(4);
  });

  it("has no rank without its interval in its text, in both languages", () => {
    const result = rankProbabilities([normal(3, 1, "Vejle"), normal(2, 1, "Kolding")], { seed, times: 1000 });
    expect(result.toText()).toMatch(/Vejle\s+1 \(1 to 2\)/);
    expect(result.toText({ language: "da" })).toMatch(/Vejle\s+1 \(1 til 2\)/);
    expect(result.toText({ language: "da" })).toContain("1.000 trækninger");
    expect(result.toRows()[0]).toMatchObject({ label: "Vejle", times: 1000, level: 0.95 });
    expect(Object.keys(JSON.parse(JSON.stringify(result)) as object)).not.toContain("probabilities");
  });

  it("ranks nobody and a single one", () => {
    expect(rankProbabilities([], { seed })).toMatchObject({ status: "not-estimable", ranks: [] });
    expect(rankProbabilities([normal(0, 1)], { seed, times: 3 }).ranks[0]).toMatchObject({
      lower: 1,
      upper: 1,
      top: 1,
    });
  });

  it.each([
    [[{ estimate: 1, standardError: 0 }], {}, "impossible-subjects"],
    [[{ estimate: 1 }], {}, "impossible-subjects"],
    [[{ alpha: 0, beta: 1 }], {}, "impossible-subjects"],
    [[{ ...normal(0, 1), expected: { estimate: 1, standardError: -1 } }], {}, "impossible-subjects"],
    [[null], {}, "impossible-subjects"],
    ["a", {}, "impossible-subjects"],
    [Array.from({ length: 1001 }, () => normal(0, 1)), {}, "too-many-subjects"],
    [[normal(0, 1)], { times: 0 }, "impossible-option"],
    [[normal(0, 1)], { top: 0.5 }, "impossible-option"],
    [[normal(0, 1)], { seed: undefined }, "seed-required"],
  ])("refuses what can't be ranked", (subjects, options, code) => {
    const given = { seed, ...options } as Parameters<typeof rankProbabilities>[1];
    expect(() => rankProbabilities(subjects as RankedSubject[], given)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

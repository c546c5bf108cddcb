import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialNormal, proportion, type LabelledCount } from "../../src/inference/index.js";
import { normalQuantile, studentTQuantile } from "../../src/numerics/index.js";
import { counts, errorOf, plain } from "./support.js";

const COUNTS: readonly LabelledCount[] = [
  { label: "A", events: 3, total: 20 },
  { label: "B", events: 5, total: 25 },
  { label: "C", events: 0, total: 15 },
  { label: "D", events: 9, total: 30 },
];

const logit = (p: number): number => Math.log(p / (1 - p));
const rate = (eta: number): number => 1 / (1 + Math.exp(-eta));

/** In logits. */
const width = ({ lower, upper }: { readonly lower: number; readonly upper: number }): number =>
  logit(upper) - logit(lower);

describe("binomialNormal", () => {
  it("is the rate of all together where rates are equal: τ² = 0", () => {
    const result = binomialNormal([
      { events: 2, total: 20 },
      { events: 4, total: 40 },
      { events: 3, total: 30 },
    ]);
    expect(result).toMatchObject({
      status: "estimated",
      tauSquared: 0,
      tauSquaredError: null,
      converged: true,
      likelihoodRatio: { statistic: 0, pValue: 1 },
    });
    expect(result.estimate).toBeCloseTo(0.1, 13);
    // The information of the logit is npq = 90 · 0.1 · 0.9.
    expect(result.logit?.standardError).toBeCloseTo(1 / Math.sqrt(8.1), 12);
    const half = studentTQuantile(0.025, 2, "upper") / Math.sqrt(8.1);
    expect(result.interval.upper).toBeCloseTo(rate(logit(0.1) + half), 12);
    // That τ² is 0 is most likely, and yet not certain: a further rate may be further away.
    expect(result.prediction.lower).toBeLessThan(result.interval.lower);
    expect(result.prediction.upper).toBeGreaterThan(result.interval.upper);
  });

  it("comes to the moments of the rates where totals are large", () => {
    // Logits at the quantiles of N(−1, 0.4²), known to the third digit: their mean, and variance with divisor k.
    const [k, total] = [16, 4_000_000];
    const logits = Array.from({ length: k }, (_, i) => -1 + 0.4 * normalQuantile((i + 0.5) / k, "lower"));
    const result = binomialNormal(logits.map((eta) => ({ events: Math.round(total * rate(eta)), total })));
    const variance = logits.reduce((sum, eta) => sum + (eta + 1) ** 2, 0) / k;
    expect(result.logit?.estimate).toBeCloseTo(-1, 5);
    expect(result.tauSquared).toBeCloseTo(variance, 5);
    expect(result.logit?.standardError).toBeCloseTo(Math.sqrt(variance / k), 5);
    expect(result.tauSquaredError).toBeCloseTo(variance * Math.sqrt(2 / k), 4);
    // Known logits of which τ is unknown: with weights τ^−(k − 1) exp(−S/2τ²) a further one has Student's t, k − 2 degrees of
    // freedom and the squared deviation (1 + 1/k)S/(k − 2).
    const deviation = Math.sqrt(((1 + 1 / k) * variance * k) / (k - 2));
    const half = studentTQuantile(0.025, k - 2, "upper") * deviation;
    expect(logit(result.prediction.upper)).toBeCloseTo(-1 + half, 3);
    expect(logit(result.prediction.lower)).toBeCloseTo(-1 - half, 3);
  });

  it("is the same seen from the other side, and in any order; those of no one change nothing", () => {
    fc.assert(
      fc.property(fc.array(counts(1, 25), { minLength: 2, maxLength: 5 }), (given) => {
        const others = given.map(({ events, total }) => ({ events: total - events, total }));
        const [own, other] = [binomialNormal(given), binomialNormal(others.toReversed())];
        expect(other.status).toBe(own.status);
        if (own.status === "not-estimable") return;
        expect(other.estimate).toBeCloseTo(1 - (own.estimate ?? NaN), 7);
        expect(Math.sqrt(other.tauSquared ?? NaN)).toBeCloseTo(Math.sqrt(own.tauSquared ?? NaN), 5);
        expect(other.interval.lower).toBeCloseTo(1 - own.interval.upper, 5);
        expect(other.prediction.upper).toBeCloseTo(1 - own.prediction.lower, 5);
        expect(own.interval.lower).toBeLessThanOrEqual(own.estimate ?? NaN);
        expect(own.prediction.lower).toBeLessThanOrEqual(own.interval.lower);
        expect(own.prediction.upper).toBeLessThanOrEqual(1);
        expect(own.likelihoodRatio?.pValue === 1).toBe(own.tauSquared === 0);
        const more = binomialNormal([{ events: 0, total: 0 }, ...given]);
        expect(more).toMatchObject({ estimate: own.estimate, prediction: own.prediction });
        expect(more.notices.map(({ code }) => code)).toContain("empty-counts");
      }),
      { numRuns: 12 },
    );
  });

  it("survives rates of 0 and 1 beside others, and two municipalities", () => {
    const ends = binomialNormal([
      { events: 0, total: 10 },
      { events: 10, total: 10 },
      { events: 4, total: 9 },
    ]);
    expect(ends.converged).toBe(true);
    expect(ends.tauSquared).toBeGreaterThan(1);
    const two = binomialNormal(COUNTS.slice(0, 2));
    expect(two).toMatchObject({ status: "estimated", prediction: { lower: 0, upper: 1 } });
    expect(two.notices.map(({ code }) => code)).toEqual(["no-prediction"]);
  });

  it.each([
    ["too-few-studies", []],
    [
      "too-few-studies",
      [
        { events: 2, total: 5 },
        { events: 0, total: 0 },
      ],
    ],
    [
      "all-or-none-in-each",
      [
        { events: 0, total: 5 },
        { events: 0, total: 9 },
      ],
    ],
    [
      "all-or-none-in-each",
      [
        { events: 1, total: 1 },
        { events: 0, total: 1 },
        { events: 9, total: 9 },
      ],
    ],
    // One in the middle of hundreds at the ends: rates next to 0 and next to 1, and nothing between.
    [
      "no-maximum",
      [
        { events: 1, total: 2 },
        ...Array.from({ length: 200 }, (_, i) => ({ events: i % 2 === 0 ? 0 : 1000, total: 1000 })),
      ],
    ],
  ])("can't be estimated: %s", (reason, given) => {
    const result = binomialNormal(given);
    expect(result).toMatchObject({
      status: "not-estimable",
      reason,
      estimate: null,
      interval: { lower: 0, upper: 1 },
      prediction: { lower: 0, upper: 1 },
      logit: null,
      tauSquared: null,
      tauSquaredError: null,
      likelihoodRatio: null,
      converged: false,
    });
    expect(result.notices[0]).toMatchObject({ code: "not-estimable", reason });
    expect(plain(result.toText())).toMatch(/^Typical rate: not estimable/);
  });

  it("has half of chi-squared's tail for a p-value", () => {
    const { likelihoodRatio } = binomialNormal(COUNTS);
    const { statistic = NaN, pValue, logLikelihood = NaN, nullLogLikelihood = NaN } = likelihoodRatio ?? {};
    expect(statistic).toBeCloseTo(2 * (logLikelihood - nullLogLikelihood), 12);
    // P(χ² > s) is both tails of √s.
    const z = Math.sqrt(statistic);
    expect(normalQuantile(pValue ?? NaN, "upper")).toBeCloseTo(z, 10);
  });

  it("is read in both languages", () => {
    const result = binomialNormal(COUNTS);
    expect(plain(result.toText())).toMatch(
      /^Typical rate: 17\.1% \(95% confidence interval \d+\.\d% to \d+\.\d%\)\n\nFrom 4 counts\. The true value of a further one may be expected from \d+\.\d% to \d+\.\d% \(95% prediction interval\)\. The logits of the true rates have the standard deviation τ = \d\.\d\d about their mean\. That all true rates are equal: likelihood-ratio test, p = 0\.\d{3}\.\n\nMethod: logistic model with a random intercept, maximum likelihood\.$/,
    );
    expect(plain(result.toText({ language: "da" }))).toMatch(
      /^Typisk rate: 17,1 % .*Ud fra 4 optællinger\. Den sande værdi for endnu en kan ventes at ligge på /s,
    );
    expect(result.toRows()).toMatchObject([{ measure: "typical-rate", method: "binomial-normal" }]);
  });

  it("tells where it comes from, and is frozen", () => {
    const result = binomialNormal(COUNTS, { level: 0.9 });
    expect(result.provenance).toMatchObject({
      operation: "binomialNormal",
      options: { level: { value: 0.9, source: "given" } },
      inputs: { counts: 4, events: 17, total: 90 },
    });
    expect(result.studies).toEqual(COUNTS);
    expect(Object.isFrozen(result.studies[0])).toBe(true);
    expect(result.references.join(" ")).toContain("Stijnen");
    // Wider than if all citizens were of one municipality.
    const together = proportion({ events: 17, total: 90 }, { level: 0.9 });
    expect(width(result.interval)).toBeGreaterThan(width(together.interval));
  });

  it.each([
    ["impossible-counts", "counts", { events: 1, total: 2 }],
    ["impossible-count", "counts[0]", [null]],
    ["impossible-count", "counts[1].events", [COUNTS[0], { events: 3, total: 2 }]],
    ["impossible-label", "counts[0].label", [{ events: 1, total: 2, label: "" }]],
  ])("refuses %s at %s", (code, path, given) => {
    expect(errorOf(() => binomialNormal(given as never))).toMatchObject({ code, path });
  });
});

import { describe, expect, it } from "vitest";
import { logisticNormal } from "../../../src/inference/kernels/logisticNormal.js";

// mpmath 1.3.0, 30 digits: log(binomial(n, x) * quad(f, linspace(-30, 30, 301))) with f the integrand over z, and its numerical
// derivatives by mu and tau.
const REFERENCE = [
  [0, 1000, -2, 5, -1.9393952448480314, -0.307112712241, 0.317045025335],
  [3, 20, -1, 0.7, -2.190561264571813, -0.943252516804, -0.228765101914],
  [10, 10, 1, 3, -1.237649829795472, 0.365246140848, 0.182580627351],
  [0, 1, 0, 20, -Math.LN2, -0.0397315682847, 0],
] as const;

describe("the likelihood of counts with normal logits", () => {
  it.each(REFERENCE)(
    "of %i among %i at mean %d and deviation %d",
    (events, total, mean, tau, logLikelihood, byMean, bySpread) => {
      const found = logisticNormal([{ events, total }], mean, tau);
      expect(found.logLikelihood).toBeCloseTo(logLikelihood, 12);
      expect(found.byMean).toBeCloseTo(byMean, 11);
      expect(found.bySpread).toBeCloseTo(bySpread, 11);
    },
  );

  it("is the binomial's where the logits are all the same, and curved there by (x − np)² − npq", () => {
    // 3 of 4 at 1/2: 4/16; x − np = 1, npq = 1.
    const found = logisticNormal([{ events: 3, total: 4 }], 0, 0);
    expect(found.logLikelihood).toBeCloseTo(Math.log(1 / 4), 14);
    expect(found.byMean).toBeCloseTo(1, 14);
    expect(found.bySpread).toBeCloseTo(0, 14);
    expect(found.byMeanTwice).toBeCloseTo(-1, 13);
    expect(found.bySpreadTwice).toBeCloseTo(0, 13);
  });

  it("adds up to 1 over all counts, for any mean and deviation", () => {
    for (const [mean, tau] of [
      [0, 0.1],
      [-3, 1],
      [2, 4],
      [5, 15],
    ] as const) {
      const chances = Array.from({ length: 13 }, (_, events) =>
        Math.exp(logisticNormal([{ events, total: 12 }], mean, tau).logLikelihood),
      );
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    }
  });

  it("has second derivatives that are those of the first", () => {
    const counts = [
      { events: 2, total: 30 },
      { events: 9, total: 12 },
    ];
    const h = 1e-5;
    const at = (mean: number, tau: number) => logisticNormal(counts, mean, tau);
    const [here, right, left] = [at(-0.3, 1.2), at(-0.3 + h, 1.2), at(-0.3 - h, 1.2)];
    const [up, down] = [at(-0.3, 1.2 + h), at(-0.3, 1.2 - h)];
    expect((right.byMean - left.byMean) / (2 * h)).toBeCloseTo(here.byMeanTwice, 7);
    expect((up.byMean - down.byMean) / (2 * h)).toBeCloseTo(here.byBoth, 7);
    expect((up.bySpread - down.bySpread) / (2 * h)).toBeCloseTo(here.bySpreadTwice, 7);
  });
});

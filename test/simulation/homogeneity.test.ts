import { describe, expect, it } from "vitest";
import { seededStream, uniform, type RandomStream } from "../../src/core/index.js";
import { heterogeneity, homogeneity, stratifiedComparison, type Stratum } from "../../src/inference/index.js";
import { replicates } from "../support/simulation.js";

const RUNS = replicates(250, 10_000);

/** Strata with as many in each arm, of whom three in ten have the event whatever the arm. */
function strataOf(stream: RandomStream, count: number, size: number): readonly Stratum[] {
  const drawn = () => ({
    events: Array.from({ length: size }, () => uniform(stream)).filter((u) => u < 0.3).length,
    total: size,
  });
  return Array.from({ length: count }, () => ({ comparator: drawn(), reference: drawn() }));
}

/** The share of runs that reject at 5 %. */
function rejected(count: number, size: number, pValue: (strata: readonly Stratum[]) => number): number {
  const stream = seededStream("homogeneity", `${count} of ${size}`);
  const found = Array.from({ length: RUNS }, () => pValue(strataOf(stream, count, size)));
  return found.filter((p) => p <= 0.05).length / RUNS;
}

/** The figures of the docstrings are whole percents or tenths of them: half a percent, and four standard errors. */
function slack(share: number): number {
  return 0.005 + 4 * Math.sqrt((share * (1 - share)) / RUNS);
}

describe("tests at 5 % of effects that are the same in all groups", () => {
  it.each([
    ["tarone", "odds-ratio", 50, 2, 0.34],
    ["tarone", "odds-ratio", 50, 4, 0.13],
    ["tarone", "odds-ratio", 20, 10, 0.06],
    ["cochran-q", "odds-ratio", 50, 2, 0],
    ["cochran-q", "odds-ratio", 50, 4, 0],
    ["cochran-q", "odds-ratio", 20, 10, 0.01],
    ["cochran-q", "risk-difference", 50, 2, 0.01],
    ["cochran-q", "risk-difference", 50, 4, 0.13],
    ["cochran-q", "risk-difference", 20, 10, 0.14],
  ] as const)(
    "homogeneity by %s of the %s rejects in %i strata of %i against as many: %d",
    (method, measure, k, n, share) => {
      const found = rejected(k, n, (strata) => homogeneity(strata, { method, measure }).pValue);
      expect(Math.abs(found - share)).toBeLessThan(slack(share));
    },
  );

  it.each([
    [2, 100, 0.05],
    [4, 20, 0.07],
    [8, 10, 0.13],
  ])("heterogeneity rejects of %i groups of %i in each arm: %d", (k, n, share) => {
    const found = rejected(
      k,
      n,
      (strata) => heterogeneity(strata.map((each) => stratifiedComparison([each]))).pValue,
    );
    expect(Math.abs(found - share)).toBeLessThan(slack(share));
  });
});

import { describe, expect, it } from "vitest";
import { fastStream, uniform, type RandomStream } from "../../src/core/index.js";
import {
  rankProbabilities,
  shrink,
  standardizedRatio,
  xmrLimits,
  type StandardizedRatioMethod,
  type UnitCount,
} from "../../src/inference/index.js";
import { directRate, dobsonLimits } from "../../src/inference/kernels/directRate.js";
import {
  betaQuantile,
  binomialQuantile,
  normalQuantile,
  poissonProbability,
} from "../../src/numerics/index.js";
import { replicates } from "../support/simulation.js";

const RUNS = replicates(20, 2000);
const RANK_RUNS = replicates(20, 1000);
const SERIES = replicates(100, 10_000);

/** Counts that a Poisson distribution gives with any probability worth counting. */
function likely(mean: number): readonly number[] {
  const reach = 9 * Math.sqrt(mean) + 12;
  const first = Math.max(0, Math.floor(mean - reach));
  return Array.from({ length: Math.ceil(mean + reach) - first }, (_, i) => first + i);
}

const METHODS = ["exact", "byar", "mid-p"] as const;

/** How often an interval of observed over expected holds 1, where it is. */
function coverage(method: StandardizedRatioMethod, mean: number): number {
  return likely(mean).reduce((sum, observed) => {
    const { lower, upper } = standardizedRatio({ observed, expected: mean }, { method }).interval;
    return lower <= 1 && 1 <= upper ? sum + poissonProbability(observed, mean) : sum;
  }, 0);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** By enumeration, so without chance: no seed and no band are needed. */
describe("exact coverage at 95 %", () => {
  const means = Array.from({ length: 20 }, (_, i) => 0.5 * 1.3 ** i);

  it("of observed over expected is never below by the exact method, near it by Byar's and by mid-p", () => {
    const [exact = [], byar = [], midP = []] = METHODS.map((method) =>
      means.map((mean) => coverage(method, mean)),
    );
    expect(Math.min(...exact)).toBeGreaterThanOrEqual(0.95);
    expect(Math.min(...byar)).toBeGreaterThan(0.945);
    expect(average(byar)).toBeGreaterThan(0.95);
    expect(average(byar)).toBeLessThanOrEqual(average(exact) + 0.002);
    expect(average(midP)).toBeGreaterThan(0.945);
    expect(average(midP)).toBeLessThan(average(exact));
    expect(Math.min(...midP)).toBeGreaterThan(0.9);
  });

  it.each([
    [5, 5, 1, 1],
    [20, 4, 1, 1],
    [20, 4, 1, 3],
    [3, 30, 3, 1],
  ])(
    "of Dobson's interval is near it: %d and %d expected, weights %d and %d",
    (first, second, one, other) => {
      const total = [1000, 1000];
      const weights = [one, other];
      const truth = (one * first + other * second) / (one + other) / 1000;
      let covered = 0;
      for (const x of likely(first)) {
        for (const y of likely(second)) {
          const { lower, upper } = dobsonLimits(directRate([x, y], total, weights), 0.95, "byar");
          if (lower <= truth && truth <= upper)
            covered += poissonProbability(x, first) * poissonProbability(y, second);
        }
      }
      expect(covered).toBeGreaterThan(0.935);
      expect(covered).toBeLessThan(0.98);
    },
  );
});

interface Drawn extends UnitCount {
  readonly truth: number;
}

/** Units with rates from a beta distribution, and as many citizens as Danish municipalities have of a group. */
function drawnUnits(stream: RandomStream, k: number, alpha: number, beta: number): readonly Drawn[] {
  return Array.from({ length: k }, (_, i) => {
    const total = 40 + ((i * 37) % 160);
    const truth = betaQuantile(uniform(stream), alpha, beta, "lower");
    return { truth, total, events: binomialQuantile(uniform(stream), total, truth, "lower") };
  });
}

/** Share of the true rates that lie within their credible intervals. */
function share(
  name: string,
  k: number,
  prior: boolean,
  [alpha, beta]: readonly [number, number] = [12, 28],
): number {
  const stream = fastStream("units", name);
  let held = 0;
  for (let run = 0; run < RUNS; run++) {
    const units = drawnUnits(stream, k, alpha, beta);
    const { rates } = shrink(units, prior ? { prior: { alpha, beta } } : {});
    held += rates.filter(({ lower, upper }, i) => {
      const truth = units[i]?.truth ?? NaN;
      return lower <= truth && truth <= upper;
    }).length;
  }
  return held / (RUNS * k);
}

/** Four standard deviations; of an estimated prior units of one run hang together, by not much more than this. */
function slack(k: number): number {
  return 4 * Math.sqrt((0.05 * 0.95) / (RUNS * k));
}

describe("shrunken rates", () => {
  it("hold the true rates as often as they say, on average over the prior that they were drawn from", () => {
    expect(Math.abs(share("known prior", 98, true) - 0.95)).toBeLessThan(slack(98));
  });

  it("hold them about as often with an estimated prior, a little less with few units that differ much", () => {
    expect(Math.abs(share("98 units", 98, false) - 0.95)).toBeLessThan(0.0025 + 2 * slack(98));
    expect(Math.abs(share("10 units", 10, false) - 0.935)).toBeLessThan(0.01 + 3 * slack(10));
  });

  it("hold them rather more often where the units hardly differ", () => {
    expect(Math.abs(share("10 alike", 10, false, [60, 140]) - 0.96)).toBeLessThan(0.02 + 3 * slack(10));
    expect(share("10 nearly equal", 10, false, [300, 700])).toBeGreaterThan(0.97 - slack(10));
  });
});

describe("ranks", () => {
  it("lie within their intervals at least as often as these say", () => {
    const stream = fastStream("units", "ranks");
    const k = 20;
    let held = 0;
    for (let run = 0; run < RANK_RUNS; run++) {
      const units = drawnUnits(stream, k, 12, 28);
      const { rates } = shrink(units, { prior: { alpha: 12, beta: 28 } });
      const { ranks } = rankProbabilities(rates, { seed: run, times: 400 });
      held += ranks.filter(({ lower, upper }, i) => {
        const rank = units.filter(({ truth }) => truth > (units[i]?.truth ?? NaN)).length + 1;
        return lower <= rank && rank <= upper;
      }).length;
    }
    const found = held / (RANK_RUNS * k);
    const play = 4 * Math.sqrt((0.05 * 0.95) / (RANK_RUNS * k));
    expect(found).toBeGreaterThan(0.945 - play);
    expect(found).toBeLessThan(0.98 + play);
  });
});

describe("the chart of a series without change", () => {
  it("has about three values in a thousand beyond its limits, which they estimate themselves", () => {
    const stream = fastStream("units", "series");
    let beyond = 0;
    for (let run = 0; run < SERIES; run++) {
      const series = Array.from({ length: 24 }, () => normalQuantile(uniform(stream), "lower"));
      beyond += xmrLimits(series).points.filter(({ signals }) => signals.includes("beyond-limit")).length;
    }
    const found = beyond / (SERIES * 24);
    expect(Math.abs(found - 0.003)).toBeLessThan(0.001 + 4 * Math.sqrt(0.003 / (SERIES * 24)));
  });
});

import { describe, expect, it } from "vitest";
import { seededStream, uniform, type RandomStream } from "../../src/core/index.js";
import { binomialNormal, randomEffects, type Count, type Study } from "../../src/inference/index.js";
import { normalQuantile } from "../../src/numerics/index.js";
import { replicates } from "../support/simulation.js";

const MEAN = -1;

function normal(stream: RandomStream): number {
  return normalQuantile(uniform(stream), "lower");
}

function holds({ lower, upper }: { readonly lower: number; readonly upper: number }, value: number): boolean {
  return lower <= value && value <= upper;
}

function rateOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Studies with standard errors from 0.1 to 0.4. */
function drawnStudies(stream: RandomStream, k: number, tau: number): readonly Study[] {
  return Array.from({ length: k }, () => {
    const error = 0.1 + 0.3 * uniform(stream);
    return { estimate: MEAN + tau * normal(stream) + error * normal(stream), variance: error ** 2 };
  });
}

/** Counts among n each, of rates whose logits have the deviation τ. */
function drawnCounts(stream: RandomStream, k: number, n: number, tau: number): readonly Count[] {
  return Array.from({ length: k }, () => {
    const rate = rateOf(MEAN + tau * normal(stream));
    return {
      events: Array.from({ length: n }, () => uniform(stream)).filter((u) => u < rate).length,
      total: n,
    };
  });
}

/** The shares of runs whose intervals hold the mean, and the true value of a further one. */
function coverage(
  name: string,
  runs: number,
  draw: (stream: RandomStream) => readonly [mean: boolean, further: boolean],
): readonly [mean: number, further: number] {
  const stream = seededStream("random-effects", name);
  let [mean, further] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const [holdsMean, holdsFurther] = draw(stream);
    mean += Number(holdsMean) / runs;
    further += Number(holdsFurther) / runs;
  }
  return [mean, further];
}

/** The figures are whole percents: half of one, and four standard errors. */
function slack(share: number, runs: number): number {
  return 0.005 + 4 * Math.sqrt((share * (1 - share)) / runs);
}

describe("95 % intervals of randomEffects", () => {
  const RUNS = replicates(300, 20_000);

  it.each([
    [5, 0.3, "hartung-knapp", 0.93, 0.88],
    [5, 0.3, "none", 0.88, 0.9],
    [10, 0.3, "hartung-knapp", 0.94, 0.89],
    [10, 0.1, "hartung-knapp", 0.94, 0.86],
    [20, 0.3, "hartung-knapp", 0.94, 0.92],
    [20, 0.3, "none", 0.93, 0.92],
  ] as const)("of %i with τ = %d, %s, hold the mean in %d and a further one in %d", (...given) => {
    const [k, tau, adjustment, mean, further] = given;
    const found = coverage(`${k} ${tau} ${adjustment}`, RUNS, (stream) => {
      const { interval, prediction } = randomEffects(drawnStudies(stream, k, tau), { adjustment });
      return [holds(interval, MEAN), holds(prediction, MEAN + tau * normal(stream))];
    });
    expect(Math.abs(found[0] - mean)).toBeLessThan(slack(mean, RUNS));
    expect(Math.abs(found[1] - further)).toBeLessThan(slack(further, RUNS));
  });
});

describe("95 % intervals of binomialNormal", () => {
  const RUNS = replicates(30, 1000);

  it.each([
    [4, 30, 0.5, 0.98, 1],
    [8, 30, 0.5, 0.96, 0.97],
    [8, 100, 0.3, 0.93, 0.97],
    [15, 20, 0.5, 0.95, 0.95],
  ] as const)("of %i of %i with τ = %d hold the typical rate in %d and a further one in %d", (...given) => {
    const [k, n, tau, mean, further] = given;
    const found = coverage(`${k} of ${n}, ${tau}`, RUNS, (stream) => {
      const { interval, prediction } = binomialNormal(drawnCounts(stream, k, n, tau));
      return [holds(interval, rateOf(MEAN)), holds(prediction, rateOf(MEAN + tau * normal(stream)))];
    });
    expect(Math.abs(found[0] - mean)).toBeLessThan(slack(mean, RUNS));
    expect(Math.abs(found[1] - further)).toBeLessThan(slack(further, RUNS));
  });
});

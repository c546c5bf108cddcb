import { describe, expect, it } from "vitest";
import { betaBinomialFit, type UnitCounts } from "../../../src/inference/kernels/betaBinomialFit.js";
import {
  meanSquaredDistance,
  priorPoints,
  type PriorPoint,
} from "../../../src/inference/kernels/betaBinomialPosterior.js";
import { logBeta } from "../../../src/numerics/index.js";

const counts: UnitCounts = {
  events: Float64Array.of(12, 25, 8, 19, 30),
  totals: Float64Array.of(40, 50, 60, 45, 70),
};

/** The same by brute force: a sum over a fine grid of logit mean and t, of the posterior's own moments. */
function byGrid(unit: { readonly events: number; readonly total: number }, estimate: number): number {
  const typical = 53;
  let [sum, all] = [0, 0];
  for (let t = -14; t <= 8; t += 0.1) {
    const theta = Math.exp(t) / typical;
    for (let logit = -2.5; logit <= 1.5; logit += 0.05) {
      const mean = 1 / (1 + Math.exp(-logit));
      const [alpha, beta] = [mean / theta, (1 - mean) / theta];
      let log = t - 2 * Math.log1p(Math.exp(t)) + 170;
      counts.events.forEach((x, i) => {
        const n = counts.totals[i] ?? NaN;
        log += logBeta(alpha + x, beta + n - x) - logBeta(alpha, beta);
      });
      const weight = Math.exp(log);
      const size = alpha + beta + unit.total;
      const own = (alpha + unit.events) / size;
      sum += weight * ((own * (1 - own)) / (size + 1) + (own - estimate) ** 2);
      all += weight;
    }
  }
  return sum / all;
}

function distance(from: readonly PriorPoint[]): number {
  return meanSquaredDistance(from, { events: 12, total: 40 }, 0.3);
}

describe("what the distribution of units' rates may be", () => {
  const { theta, logThetaVariance = NaN } = betaBinomialFit(counts);
  const points = priorPoints(counts, { theta, logThetaVariance });

  it("has shares that are 1 together, and the maximum of the likelihood among it", () => {
    expect(points.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    const near = points.reduce((best, each) =>
      Math.abs(each.theta - theta) < Math.abs(best.theta - theta) ? each : best,
    );
    expect(near.theta).toBeCloseTo(theta, 12);
  });

  it.each([
    [12, 40],
    [25, 50],
    [8, 60],
    [0, 0],
  ])("gives a unit of %d among %d the distance that summing over a grid gives", (events, total) => {
    const found = meanSquaredDistance(points, { events, total }, 0.35);
    // Laplace's approximation of the mean takes its distribution for normal.
    expect(found / byGrid({ events, total }, 0.35)).toBeCloseTo(1, 1);
  });

  it("doesn't depend on where the search began", () => {
    const elsewhere = priorPoints(counts, undefined);
    expect(distance(elsewhere) / distance(points)).toBeCloseTo(1, 3);
  });
});

import { describe, expect, it } from "vitest";
import { below, seededStream, shuffled, uniform, type RandomStream } from "../../src/core/index.js";
import { criticalValue, normalPValue } from "../../src/inference/decision.js";
import { mantelHaenszelDifferenceSato } from "../../src/inference/kernels/mantelHaenszel.js";
import { newcombe } from "../../src/inference/kernels/newcombe.js";
import type { Table } from "../../src/inference/kernels/table.js";
import { wilson } from "../../src/inference/kernels/wilson.js";
import { binomialProbability } from "../../src/numerics/index.js";
import { replicates } from "../support/simulation.js";

const Z = criticalValue(0.95, 2);

/** Binomial probabilities of 0 … n. */
function binomial(n: number, p: number): readonly number[] {
  return Array.from({ length: n + 1 }, (_, x) => binomialProbability(x, n, p));
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Probabilities spread evenly over (0, 1). */
function grid(size: number): readonly number[] {
  return Array.from({ length: size }, (_, i) => (i + 0.5) / size);
}

/** By enumeration, so without chance: no seed and no band are needed. */
describe("exact coverage at 95 %", () => {
  it.each([10, 50, 200])("of Wilson's interval for %i observations is 0.95 on average", (n) => {
    const intervals = Array.from({ length: n + 1 }, (_, x) => wilson(x, n, Z));
    const coverages = grid(400).map((p) =>
      binomial(n, p).reduce((total, probability, x) => {
        const { lower = 1, upper = 0 } = intervals[x] ?? {};
        return lower <= p && p <= upper ? total + probability : total;
      }, 0),
    );
    expect(mean(coverages)).toBeGreaterThan(0.948);
    expect(mean(coverages)).toBeLessThan(0.957);
    // Agresti and Coull (1998) show the minimum of about 0.83 near the ends.
    expect(Math.min(...coverages)).toBeGreaterThan(0.82);
  });

  it.each([
    [30, 30],
    [40, 15],
  ])("of Newcombe's interval for %i and %i observations is at least 0.95 on average", (n1, n2) => {
    const intervals = Array.from({ length: n1 + 1 }, (_, x1) =>
      Array.from({ length: n2 + 1 }, (__, x2) => {
        const { limit } = newcombe({ x1, n1, x2, n2 });
        return { lower: limit(Z), upper: limit(-Z) };
      }),
    );
    const coverages = grid(24).flatMap((p1) =>
      grid(24).map((p2) => {
        const second = binomial(n2, p2);
        return binomial(n1, p1).reduce((total, probability, x1) => {
          const covered = second.reduce((inner, each, x2) => {
            const { lower = 1, upper = -1 } = intervals[x1]?.[x2] ?? {};
            return lower <= p1 - p2 && p1 - p2 <= upper ? inner + each : inner;
          }, 0);
          return total + probability * covered;
        }, 0);
      }),
    );
    expect(mean(coverages)).toBeGreaterThan(0.949);
    expect(mean(coverages)).toBeLessThan(0.962);
    // Near the corners of the square it falls below 0.9, as Newcombe found.
    expect(Math.min(...coverages)).toBeGreaterThan(0.85);
  });
});

/** Sizes of the blocks of a year: 2 to 8 citizens a week, and how many of them go to the comparator. */
function blocks(stream: RandomStream, citizens: number): readonly { n1: number; n2: number }[] {
  const sizes: { n1: number; n2: number }[] = [];
  for (let placed = 0; placed < citizens;) {
    const size = 2 + below(stream, 7);
    const n1 = Math.floor((size + below(stream, 2)) / 2);
    sizes.push({ n1, n2: size - n1 });
    placed += size;
  }
  return sizes;
}

/** Successes that come by chance: rates differ from block to block, by the same difference everywhere. */
function fromPopulation(stream: RandomStream, citizens: number, difference: number): readonly Table[] {
  return blocks(stream, citizens).map(({ n1, n2 }) => {
    const rate = 0.15 + 0.5 * uniform(stream);
    return { x1: successes(stream, n1, rate + difference), n1, x2: successes(stream, n2, rate), n2 };
  });
}

/** Nothing comes by chance but the draw: everyone's outcome is fixed, whichever arm they go to. */
function fromDraw(stream: RandomStream, citizens: number): readonly Table[] {
  return blocks(stream, citizens).map(({ n1, n2 }, week) => {
    const outcomes = Array.from({ length: n1 + n2 }, (_, i) => ((i + week) % 3 === 0 ? 1 : 0));
    const events = sum(outcomes);
    const x1 = sum(shuffled(stream, outcomes).slice(0, n1));
    return { x1, n1, x2: events - x1, n2 };
  });
}

function successes(stream: RandomStream, trials: number, probability: number): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial++) if (uniform(stream) < probability) count++;
  return count;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe("the Mantel-Haenszel risk difference with Sato's variance over many small blocks", () => {
  const years = replicates(4_000, 100_000);
  /** Between 94 and 96 % is what a normal interval of some hundred citizens can promise; 4 standard deviations beside. */
  const slack = 4 * Math.sqrt((0.05 * 0.95) / years);

  it.each([
    [100, 0],
    [400, 0],
    [400, 0.1],
    [400, -0.1],
  ])("covers as it says: %i citizens, difference %d", (citizens, difference) => {
    const stream = seededStream("coverage", `${citizens}/${difference}`);
    let covered = 0;
    for (let year = 0; year < years; year++) {
      const { deviates } = mantelHaenszelDifferenceSato(fromPopulation(stream, citizens, difference));
      if (deviates.limit(Z) <= difference && difference <= deviates.limit(-Z)) covered++;
    }
    expect(covered / years).toBeGreaterThan(0.94 - slack);
    expect(covered / years).toBeLessThan(0.96 + slack);
  });

  it.each([100, 400])("finds a difference in one of twenty years without one: %i citizens", (citizens) => {
    const stream = seededStream("type I error", String(citizens));
    let found = 0;
    for (let year = 0; year < years; year++) {
      const { deviates } = mantelHaenszelDifferenceSato(fromDraw(stream, citizens));
      if (normalPValue(deviates.deviate(0), "two-sided") < 0.05) found++;
    }
    expect(found / years).toBeGreaterThan(0.04 - slack);
    expect(found / years).toBeLessThan(0.06 + slack);
  });
});

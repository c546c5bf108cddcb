import { describe, expect, it } from "vitest";
import { fastStream } from "../../../src/core/index.js";
import {
  drawnFrom,
  tabulatedBeta,
  tabulatedNormal,
  type Tabulated,
} from "../../../src/inference/kernels/tabulated.js";
import { betaCdf, normalCdf } from "../../../src/numerics/index.js";

/** The largest distance of the tabulated distribution from a true one. */
function farthest({ values, cumulative }: Tabulated, cdf: (x: number) => number): number {
  return values.reduce((most, x, i) => Math.max(most, Math.abs(cdf(x) - (cumulative[i] ?? NaN))), 0);
}

describe("tabulated distributions", () => {
  it.each([
    [1, 1],
    [0.5, 0.5],
    [0.3, 200],
    [5, 20],
    [400, 600],
    [4e5, 6e5],
    [1, 1e5],
  ])("are within two in a million of Beta(%d, %d)", (alpha, beta) => {
    const table = tabulatedBeta(alpha, beta, "probability");
    expect(farthest(table, (x) => betaCdf(x, alpha, beta, "lower"))).toBeLessThan(2e-6);
  });

  it.each([
    [0.01, 3],
    [0.001, 10],
    [0.001, 0.001],
  ])(
    "have the log odds of Beta(%d, %d) within some in a thousand, where rates are too small for doubles",
    (alpha, beta) => {
      const table = tabulatedBeta(alpha, beta, "log-odds");
      const distance = table.values.reduce((most, y, i) => {
        // Below the smallest double there is nothing to hold it against.
        if (Math.abs(y) > 700) return most;
        const [p, rest] = [1 / (1 + Math.exp(-y)), 1 / (1 + Math.exp(y))];
        const known = y < 0 ? betaCdf(p, alpha, beta, "lower") : betaCdf(rest, beta, alpha, "upper");
        return Math.max(most, Math.abs(known - (table.cumulative[i] ?? NaN)));
      }, 0);
      expect(distance).toBeLessThan(2e-3);
    },
  );

  it("are normal at their points", () => {
    const table = tabulatedNormal(3, 0.5);
    expect(farthest(table, (x) => normalCdf((x - 3) / 0.5, "lower"))).toBeLessThan(1e-14);
  });

  it("are drawn from as they stand: mean and variance", () => {
    const stream = fastStream("tabulated", "test");
    const table = tabulatedBeta(5, 20, "probability");
    const draws = Array.from({ length: 20_000 }, () => drawnFrom(table, stream.next()));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean - 0.2)).toBeLessThan(4 * Math.sqrt(0.16 / 26 / 20_000));
    expect(variance).toBeCloseTo(0.16 / 26, 3);
  });

  it("reach from end to end", () => {
    const table = tabulatedNormal(0, 1);
    expect(drawnFrom(table, 0)).toBeLessThan(-6);
    expect(drawnFrom(table, 2 ** 32 - 1)).toBeGreaterThan(6);
    expect(drawnFrom(table, 2 ** 31)).toBeCloseTo(0, 8);
  });
});

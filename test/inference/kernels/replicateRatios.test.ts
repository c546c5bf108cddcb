import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Limits } from "../../../src/inference/kernels/limits.js";
import { replicateRatios } from "../../../src/inference/kernels/replicateRatios.js";
import type { Replicates } from "../../../src/inference/kernels/resampledDifferences.js";

function replicates(...points: readonly (readonly [cost: number, effect: number])[]): Replicates {
  return {
    cost: Float64Array.from(points, ([cost]) => cost),
    effect: Float64Array.from(points, ([, effect]) => effect),
  };
}

/** Whether as many as asked for lie on either side of the line with a ratio: the definition. */
function isPossible({ cost, effect }: Replicates, ratio: number, least: number): boolean {
  const benefits = Array.from(cost, (own, i) => own - ratio * (effect[i] ?? 0));
  return [benefits.filter((each) => each >= 0), benefits.filter((each) => each <= 0)].every(
    (side) => side.length >= least,
  );
}

const holds = (pieces: readonly Limits[], ratio: number): boolean =>
  pieces.some(({ lower, upper }) => lower <= ratio && ratio <= upper);

const WHOLE = [{ lower: -Infinity, upper: Infinity }];

describe("replicateRatios", () => {
  it("is the percentiles of the ratios where all effects are above 0", () => {
    const points = replicates([1, 1], [2, 1], [6, 2], [8, 2], [5, 1]);
    expect(replicateRatios(points, 1)).toEqual([{ lower: 1, upper: 5 }]);
    expect(replicateRatios(points, 2)).toEqual([{ lower: 2, upper: 4 }]);
    // Half of them at most can be asked for.
    expect(replicateRatios(replicates([1, 1], [2, 1], [6, 2], [8, 2]), 2)).toEqual([{ lower: 2, upper: 3 }]);
  });

  it("is the same where all effects are below 0, and costs too", () => {
    expect(replicateRatios(replicates([-1, -1], [-2, -1], [-6, -2], [-8, -2], [-5, -1]), 2)).toEqual([
      { lower: 2, upper: 4 },
    ]);
  });

  it("leaves out what is between the ratios of a dearer cloud over no effect", () => {
    // From right to left: ratios 2, 4, then −6 and −3 with less effect.
    expect(replicateRatios(replicates([4, 2], [4, 1], [6, -1], [6, -2]), 1)).toEqual([
      { lower: -Infinity, upper: -3 },
      { lower: 2, upper: Infinity },
    ]);
    expect(replicateRatios(replicates([4, 2], [4, 1], [6, -1], [6, -2]), 2)).toEqual([
      { lower: -Infinity, upper: -6 },
      { lower: 4, upper: Infinity },
    ]);
  });

  it("excludes nothing where the origin is among them", () => {
    expect(replicateRatios(replicates([1, 1], [-1, 1], [-1, -1], [1, -1]), 1)).toEqual(WHOLE);
    expect(replicateRatios(replicates([0, 0], [1, 1], [2, 1]), 1)).toEqual(WHOLE);
  });

  it("ends in one ray where the vertical itself is an end", () => {
    // Dearer, with effect 0 or more: all ratios from 2 on, and infinity.
    expect(replicateRatios(replicates([2, 1], [3, 1], [3, 0]), 1)).toEqual([{ lower: 2, upper: Infinity }]);
    expect(replicateRatios(replicates([2, -1], [3, -1], [3, 0]), 1)).toEqual([
      { lower: -Infinity, upper: -2 },
    ]);
  });

  it("leaves no ratio where there is never any effect", () => {
    expect(replicateRatios(replicates([2, 0], [3, 0]), 1)).toEqual([]);
    expect(replicateRatios(replicates([2, 0], [-3, 0]), 1)).toEqual(WHOLE);
  });

  it("takes −0 as 0", () => {
    expect(replicateRatios(replicates([0, -1], [0, 1], [1, 1]), 1)).toEqual(
      replicateRatios(replicates([-0, 1], [0, -1], [1, 1]), 1),
    );
  });

  const value = fc.integer({ min: -6, max: 6 });
  const cloud = fc.array(fc.tuple(value, value), { minLength: 8, maxLength: 40 });
  const slope = fc.double({ min: -10, max: 10, noNaN: true });

  it("holds every possible ratio", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(cloud, slope, fc.integer({ min: 1, max: 4 }), (points, ratio, least) => {
        const given = replicates(...points);
        fc.pre(isPossible(given, ratio, least));
        expect(holds(replicateRatios(given, least), ratio)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("holds no ratio next to its ends that isn't possible", () => {
    fc.assert(
      fc.property(cloud, fc.integer({ min: 1, max: 4 }), (points, least) => {
        const given = replicates(...points);
        const pieces = replicateRatios(given, least);
        const [lower, upper] = [pieces.at(-1)?.lower ?? NaN, pieces[0]?.upper ?? NaN];
        const around = (end: number, beyond: number): readonly boolean[] =>
          Number.isFinite(end) ? [isPossible(given, end, least), isPossible(given, beyond, least)] : [];
        expect(around(lower, lower - 1e-9)).toEqual(Number.isFinite(lower) ? [true, false] : []);
        expect(around(upper, upper + 1e-9)).toEqual(Number.isFinite(upper) ? [true, false] : []);
      }),
      { numRuns: 1000 },
    );
  });

  it("is nothing but the possible ratios of a cloud without holes", () => {
    // A ring of points about a center: the numbers on the sides of a line have one fall and one rise.
    fc.assert(
      fc.property(slope, slope, slope, fc.integer({ min: 1, max: 12 }), (x, y, ratio, least) => {
        const ring = Array.from({ length: 60 }, (_, i): readonly [number, number] => [
          y + 3 * Math.sin((i * Math.PI) / 30),
          x + 3 * Math.cos((i * Math.PI) / 30),
        ]);
        const given = replicates(...ring);
        expect(holds(replicateRatios(given, least), ratio)).toBe(isPossible(given, ratio, least));
      }),
      { numRuns: 1000 },
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  limitedProbabilities,
  type ExactProbabilities,
} from "../../../src/allocation/designs/complete-probabilities.js";
import { errorOf } from "../../support/errors.js";

const free = { room: Infinity, owed: 0 };

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Probabilities for citizens drawn one by one. */
function ofCitizens(
  citizens: number,
  weights: readonly number[],
  limits: readonly { readonly room: number; readonly owed: number }[],
): ExactProbabilities | undefined {
  return limitedProbabilities(new Map([[1, citizens]]), weights, limits);
}

const arm = fc.record({
  weight: fc.integer({ min: 1, max: 9 }),
  room: fc.oneof(fc.constant(Infinity), fc.nat(40)),
  owed: fc.nat(12),
});

describe("limitedProbabilities", () => {
  it("are the weights in lowest terms where nothing limits the arms", () => {
    expect(ofCitizens(10, [4, 2], [free, free])).toEqual({ parts: [2, 1], whole: 3 });
    expect(limitedProbabilities(new Map(), [1, 1], [free, free])).toEqual({ parts: [1, 1], whole: 2 });
  });

  it("lowers an arm to its room, and gives the rest to the others by their weights", () => {
    // 10 citizens, 2:1:1, the first has room for 2: the other 8 are shared 1:1.
    expect(ofCitizens(10, [2, 1, 1], [{ room: 2, owed: 0 }, free, free])).toEqual({
      parts: [1, 2, 2],
      whole: 5,
    });
  });

  it("raises an arm to what it is owed", () => {
    // 10 citizens, 1:1:2 would give 2.5, 2.5, 5; the first is owed 4: the other 6 are shared 1:2.
    expect(ofCitizens(10, [1, 1, 2], [{ room: Infinity, owed: 4 }, free, free])).toEqual({
      parts: [2, 1, 2],
      whole: 5,
    });
  });

  it("leaves a share alone that keeps within the limits by itself", () => {
    expect(ofCitizens(10, [1, 1], [{ room: 5, owed: 5 }, free])).toEqual({ parts: [1, 1], whole: 2 });
  });

  it("closes an arm without room, and knows when there is none for everyone", () => {
    expect(ofCitizens(3, [1, 1], [{ room: 0, owed: 0 }, free])).toEqual({ parts: [0, 1], whole: 1 });
    expect(
      ofCitizens(
        3,
        [1, 1],
        [
          { room: 1, owed: 0 },
          { room: 2, owed: 0 },
        ],
      ),
    ).toEqual({
      parts: [1, 2],
      whole: 3,
    });
    expect(
      ofCitizens(
        4,
        [1, 1],
        [
          { room: 1, owed: 0 },
          { room: 2, owed: 0 },
        ],
      ),
    ).toBeUndefined();
  });

  it("shares a batch too small for all that is owed by the weights, nobody beyond what it is owed", () => {
    // 6 citizens, owed 1, 9 and 0: the first two share them, 1 is enough for the first.
    const limits = [1, 9, 0].map((owed) => ({ room: Infinity, owed }));
    expect(ofCitizens(6, [1, 1, 1], limits)).toEqual({ parts: [1, 5, 0], whole: 6 });
    expect(ofCitizens(1, [1, 1, 1], limits)).toEqual({ parts: [1, 1, 0], whole: 2 });
  });

  it("counts on the worst rounding of households", () => {
    // 3 singles and 2 couples, 7 citizens, room 3 for the first: ⌈3p⌉ + 2⌈2p⌉ ≤ 3. At p = 1/3: 1 + 2;
    // just above: 2 + 2. So p = 1/3, not the 3/7 that the mean alone would allow.
    const sizes = new Map([
      [1, 3],
      [2, 2],
    ]);
    expect(limitedProbabilities(sizes, [1, 1], [{ room: 3, owed: 0 }, free])).toEqual({
      parts: [1, 2],
      whole: 3,
    });
    // Owed 3: ⌊3p⌋ + 2⌊2p⌋ ≥ 3. At p = 1/2: 1 + 2; just below: 1 + 0.
    expect(limitedProbabilities(sizes, [1, 3], [{ room: Infinity, owed: 3 }, free])).toEqual({
      parts: [1, 1],
      whole: 2,
    });
    // A room of 1 can't be sure of any couple, so none of the arm's share is left.
    expect(limitedProbabilities(sizes, [1, 1], [{ room: 1, owed: 0 }, free])).toEqual({
      parts: [0, 1],
      whole: 1,
    });
  });

  it("is proportional to the weights but for arms at a bound, and never beyond one (water-filling)", () => {
    fc.assert(
      fc.property(
        fc.array(arm, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 1, max: 60 }),
        (arms, n) => {
          const limits = arms.map(({ room, owed }) => ({ room, owed: Math.min(owed, room, n) }));
          const p = ofCitizens(
            n,
            arms.map(({ weight }) => weight),
            limits,
          );
          const room = sumOf(limits.map((each) => Math.min(each.room, n)));
          expect(p === undefined).toBe(room < n);
          if (p === undefined) return;
          expect(sumOf(p.parts)).toBe(p.whole);
          const short = sumOf(limits.map(({ owed }) => owed)) > n;
          const filled = arms.map(({ weight }, k) => {
            const { room: most, owed } = limits[k] ?? free;
            const [low, high] = short ? [0, owed] : [owed, most];
            const share = n * (p.parts[k] ?? 0); // citizens, times whole
            expect(share).toBeGreaterThanOrEqual(low * p.whole);
            expect(share).toBeLessThanOrEqual(high * p.whole);
            return {
              level: share / weight,
              atLow: share === low * p.whole,
              atHigh: share === high * p.whole,
            };
          });
          // One level λ for all that are at no bound; who is at the lower bound would get less by it, at the upper more.
          const between = filled.filter(({ atLow, atHigh }) => !atLow && !atHigh).map(({ level }) => level);
          for (const { level, atLow, atHigh } of filled) {
            for (const lambda of between) {
              expect(atLow || level <= lambda * (1 + 1e-12)).toBe(true);
              expect(atHigh || level >= lambda * (1 - 1e-12)).toBe(true);
            }
          }
        },
      ),
    );
  });

  it("fits the rooms however households are rounded", () => {
    const units = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 15 })), {
      selector: ([members]) => members,
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(units, fc.array(arm, { minLength: 2, maxLength: 4 }), (given, arms) => {
        const limits = arms.map(({ room, owed }) => ({ room, owed: Math.min(owed, room) }));
        const weights = arms.map(({ weight }) => weight);
        const p = limitedProbabilities(new Map(given), weights, limits);
        for (const [k, { room }] of limits.entries()) {
          const worst = given.map(
            ([members, count]) => members * Math.ceil((count * (p?.parts[k] ?? 0)) / (p?.whole ?? 1)),
          );
          expect(sumOf(worst)).toBeLessThanOrEqual(room);
        }
      }),
    );
  });

  it("keeps whole numbers whole up to the largest weights, and refuses what they can't hold", () => {
    const p = ofCitizens(10_000, [1_000_000, 999_999], [{ room: 4999, owed: 0 }, free]);
    expect(p).toEqual({ parts: [4999, 5001], whole: 10_000 });
    // Seven arms, six of them bound at a step of a household size of their own, whose number is a prime.
    const primes = [997, 991, 983, 977, 971, 967];
    const sizes = new Map(primes.map((prime, index) => [index + 1, prime]));
    const rooms = [100, 105, 106, 108, 111, 115].map((room) => ({ room, owed: 0 }));
    expect(limitedProbabilities(sizes, [1, 1, 1], [...rooms.slice(0, 2), free])?.whole).toBe(967 * 997);
    const error = errorOf(() => limitedProbabilities(sizes, [1, 1, 1, 1, 1, 1, 1], [...rooms, free]));
    expect(error.code).toBe("batch-too-fine");
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALWAYS, complement, intersection, nthDay, union } from "../../src/outcomes/periods.js";

const period = (start: number, end: number): { start: number; end: number } => ({ start, end });
const WITHIN = period(0, 40);
const periods = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 39 }), fc.integer({ min: 0, max: 12 }))
    .map(([start, length]) => period(start, Math.min(40, start + length))),
  { maxLength: 6 },
);

/** The days of 0 to 39 in any of the periods. */
function daysOf(given: readonly { start: number; end: number }[]): number[] {
  const days = Array.from({ length: 40 }, (_, day) => day);
  return days.filter((day) => given.some(({ start, end }) => start <= day && day < end));
}

describe("union", () => {
  it("merges what overlaps or touches, in any order, and drops empty periods", () => {
    expect(union([period(5, 7), period(1, 3), period(3, 4), period(9, 9), period(6, 8)])).toEqual([
      period(1, 4),
      period(5, 8),
    ]);
  });

  it("leaves a day between two periods alone", () => {
    expect(union([period(1, 3), period(4, 5)])).toEqual([period(1, 3), period(4, 5)]);
  });

  it("holds the days of all, sorted, disjoint, not touching", () => {
    fc.assert(
      fc.property(periods, (given) => {
        const merged = union(given);
        expect(daysOf(merged)).toEqual(daysOf(given));
        for (const [index, { start, end }] of merged.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThan(merged[index - 1]?.end ?? -Infinity);
        }
      }),
    );
  });
});

describe("intersection and complement", () => {
  it("take the days of both, and the days of none inside a window", () => {
    expect(intersection([period(1, 5), period(8, 12)], [period(4, 9)])).toEqual([period(4, 5), period(8, 9)]);
    expect(complement([period(2, 4), period(6, 20)], period(3, 10))).toEqual([period(4, 6)]);
  });

  it("reach from the beginning to the end of time", () => {
    expect(complement([], ALWAYS)).toEqual([ALWAYS]);
    expect(complement([period(3, 5)], ALWAYS)).toEqual([period(-Infinity, 3), period(5, Infinity)]);
    expect(complement([period(-Infinity, 5)], ALWAYS)).toEqual([period(5, Infinity)]);
    expect(complement([ALWAYS], ALWAYS)).toEqual([]);
    expect(intersection([ALWAYS], [period(3, 5)])).toEqual([period(3, 5)]);
  });

  it("are those of sets of days", () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        const [left, right] = [union(a), union(b)];
        const both = daysOf(a).filter((day) => daysOf(b).includes(day));
        expect(daysOf(intersection(left, right))).toEqual(both);
        expect(intersection(left, right)).toEqual(union(intersection(right, left)));
        const rest = daysOf([WITHIN]).filter((day) => !daysOf(a).includes(day));
        expect(daysOf(complement(left, WITHIN))).toEqual(rest);
        expect(complement(complement(left, WITHIN), WITHIN)).toEqual(left);
      }),
    );
  });
});

describe("nthDay", () => {
  it("finds the day on which the n-th day inside a period falls", () => {
    const set = [period(2, 4), period(6, 9)];
    expect([1, 2, 3, 5].map((n) => nthDay(set, WITHIN, n))).toEqual([2, 3, 6, 8]);
    expect(nthDay(set, period(3, 7), 2)).toBe(6);
    expect(nthDay(set, WITHIN, 6)).toBe(Infinity);
    expect(nthDay(set, period(3, 7), 3)).toBe(Infinity);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Period } from "../../src/core/index.js";
import { daysIn, meetings, samePeriods, united, without } from "../../src/histories/deliveries-days.js";

const p = (start: number, end: number): Period => ({ start, end });

/** Periods in order, with at least a day between them, as the merged ones of a state are. */
const lists = fc
  .array(fc.boolean(), { maxLength: 20 })
  .map((days) =>
    days.flatMap((inside, day) =>
      inside && days[day - 1] !== true
        ? [p(day, (days.indexOf(false, day) + days.length + 1) % (days.length + 1))]
        : [],
    ),
  );

const daysOf = (periods: readonly Period[]): number[] =>
  periods.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index));

describe("days of two deliveries", () => {
  it("are left where the other has none", () => {
    expect(without([p(0, 10)], [p(2, 3), p(5, 7)])).toEqual([p(0, 2), p(3, 5), p(7, 10)]);
    expect(without([p(0, 10)], [p(0, 10)])).toEqual([]);
    expect(without([p(0, 5), p(6, 8)], [p(4, 7)])).toEqual([p(0, 4), p(7, 8)]);
    expect(without([], [p(0, 1)])).toEqual([]);
  });

  it("are united over what touches", () => {
    expect(united([p(5, 6), p(0, 2), p(2, 4), p(1, 3)])).toEqual([p(0, 4), p(5, 6)]);
    expect(daysIn([p(0, 4), p(5, 6)])).toBe(5);
  });

  it("meet where they share a day, also by others between them, but not where they only touch", () => {
    expect(meetings([p(0, 4), p(6, 9)], [p(3, 7), p(9, 12)])).toEqual([
      { before: [p(0, 4), p(6, 9)], after: [p(3, 7)] },
      { before: [], after: [p(9, 12)] },
    ]);
    expect(meetings([p(0, 4)], [p(0, 4)])).toEqual([{ before: [p(0, 4)], after: [p(0, 4)] }]);
  });

  it("are what sets of days give", () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const [had, has] = [new Set(daysOf(before)), new Set(daysOf(after))];
        expect(daysOf(without(before, after))).toEqual([...had].filter((day) => !has.has(day)));
        expect(daysOf(united([...before, ...after]))).toEqual(
          [...new Set([...had, ...has])].toSorted((a, b) => a - b),
        );
        const met = meetings(before, after);
        expect(met.flatMap((each) => each.before)).toEqual(before);
        expect(met.flatMap((each) => each.after)).toEqual(after);
        expect(samePeriods(before, after)).toBe([...had].join() === [...has].join());
      }),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EVER,
  NEVER,
  append,
  bridged,
  minus,
  nextDay,
  nthDay,
  nthOther,
  runAfter,
  union,
  within,
  type Days,
} from "../../src/outcomes/days.js";

const LAST = 40;

/** Days of 0 to 39, drawn one by one. */
const drawn = fc.array(fc.boolean(), { minLength: LAST, maxLength: LAST });

function daysOf(flags: readonly boolean[]): Days {
  const days: number[] = [];
  for (const [day, flag] of flags.entries()) if (flag) append(days, day, day + 1);
  return days;
}

function flagsOf(days: Days): readonly boolean[] {
  return Array.from({ length: LAST }, (_, day) =>
    days.some((bound, at) => at % 2 === 0 && bound <= day && day < (days[at + 1] ?? 0)),
  );
}

/** No run is empty, and no two touch. */
function isProper(days: Days): boolean {
  return days.every((bound, at) => at === 0 || (days[at - 1] ?? 0) < bound);
}

describe("sets of days are those that a look at each day gives", () => {
  it("either, and one without the other", () => {
    fc.assert(
      fc.property(drawn, drawn, (a, b) => {
        const [either, rest] = [union(daysOf(a), daysOf(b)), minus(daysOf(a), daysOf(b))];
        expect(flagsOf(either)).toEqual(a.map((flag, day) => flag || b[day] === true));
        expect(flagsOf(rest)).toEqual(a.map((flag, day) => flag && b[day] !== true));
        expect(isProper(either) && isProper(rest)).toBe(true);
      }),
    );
  });

  it("the part from a day up to another", () => {
    fc.assert(
      fc.property(drawn, fc.nat(LAST), fc.nat(LAST), (flags, start, end) => {
        const cut = within(daysOf(flags), start, end);
        expect(flagsOf(cut)).toEqual(flags.map((flag, day) => flag && day >= start && day < end));
        expect(isProper(cut)).toBe(true);
      }),
    );
  });

  it("the n-th day of a set, or outside of it, within some days", () => {
    fc.assert(
      fc.property(
        drawn,
        fc.nat(LAST),
        fc.nat(LAST),
        fc.integer({ min: 1, max: 9 }),
        (flags, start, end, n) => {
          const days = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
          expect(nthDay(daysOf(flags), start, end, n)).toBe(
            days.filter((day) => flags[day] === true)[n - 1] ?? NEVER,
          );
          expect(nthOther(daysOf(flags), start, end, n)).toBe(
            days.filter((day) => flags[day] !== true)[n - 1] ?? NEVER,
          );
          // The same where the runs that end by the first day are passed over.
          const first = runAfter(daysOf(flags), start, 0);
          expect(daysOf(flags)[first + 1] ?? NEVER).toBeGreaterThan(start);
          expect(daysOf(flags)[first - 1] ?? EVER).toBeLessThanOrEqual(start);
          expect(nthDay(daysOf(flags), start, end, n, first)).toBe(nthDay(daysOf(flags), start, end, n));
        },
      ),
    );
  });

  it("the first day of a set from a day on", () => {
    fc.assert(
      fc.property(drawn, fc.nat(LAST), (flags, from) => {
        const first = flags.findIndex((flag, day) => flag && day >= from);
        expect(nextDay(daysOf(flags), from)).toBe(first === -1 ? NEVER : first);
      }),
    );
  });

  it("with interruptions filled that are no longer than some days", () => {
    fc.assert(
      fc.property(drawn, fc.nat(5), (flags, gap) => {
        const filled = flags.map((flag, day) => {
          const before = flags.lastIndexOf(true, day);
          const after = flags.indexOf(true, day);
          return flag || (before !== -1 && after !== -1 && after - before - 1 <= gap);
        });
        expect(flagsOf(bridged(daysOf(flags), gap))).toEqual(filled);
        expect(isProper(bridged(daysOf(flags), gap))).toBe(true);
      }),
    );
  });

  it("without an end", () => {
    expect(minus([EVER, NEVER], [3, 5])).toEqual([EVER, 3, 5, NEVER]);
    expect(union([EVER, 3], [3, NEVER])).toEqual([EVER, NEVER]);
    expect(nthDay([EVER, NEVER], 10, 20, 3)).toBe(12);
    expect(nthOther([], 10, 20, 3)).toBe(12);
  });
});

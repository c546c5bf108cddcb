import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandsOf, reachOf, stretchesBack } from "../../src/histories/deliveries-reach.js";

const LAST = 1000;

describe("how far back corrections reach", () => {
  it("counts a changed last day as 0 days back", () => {
    expect(stretchesBack([{ start: LAST, end: LAST + 1 }], LAST)).toEqual([{ from: 0, to: 1, citizens: 1 }]);
    expect(stretchesBack([], LAST)).toEqual([]);
  });

  it("takes the least number of days back that holds each share", () => {
    // One citizen's last ten days (0 to 9 back), and a single day 99 days back: 11 changed days.
    const stretches = stretchesBack([{ start: LAST - 9, end: LAST + 1 }, { start: LAST - 99, end: LAST - 98 }], LAST); // prettier-ignore
    expect(stretches).toEqual([
      { from: 0, to: 10, citizens: 1 },
      { from: 99, to: 100, citizens: 1 },
    ]);
    // Half of 11 is 5.5: six days, 0 to 5. 0.9 of 11 is 9.9: ten days, 0 to 9. 0.95 of it is 10.45: all.
    expect(reachOf(stretches)).toEqual([
      { share: 0.5, daysBack: 5 },
      { share: 0.9, daysBack: 9 },
      { share: 0.95, daysBack: 99 },
      { share: 0.99, daysBack: 99 },
      { share: 1, daysBack: 99 },
    ]);
    expect(reachOf([])).toEqual([]);
  });

  it("sets changed days beside all days of each band", () => {
    // Covered are 100 days, 0 to 99 back, of 2 citizens: 28, 63 and 9 days of the first three bands.
    const stretches = stretchesBack([{ start: LAST - 30, end: LAST - 20 }], LAST); // 21 to 30 back
    const covered = { start: LAST - 99, end: LAST + 1 };
    expect(bandsOf(stretches, covered, LAST, 2)).toEqual([
      { fromDaysBack: 0, toDaysBack: 27, changedDays: 7, coveredDays: 56, share: 7 / 56 },
      { fromDaysBack: 28, toDaysBack: 90, changedDays: 3, coveredDays: 126, share: 3 / 126 },
      { fromDaysBack: 91, toDaysBack: 181, changedDays: 0, coveredDays: 18, share: 0 },
    ]);
  });

  it("has no share of the last band where nothing limits the days", () => {
    const bands = bandsOf([], { start: -Infinity, end: LAST - 27 }, LAST, 1); // the last 28 days are the earlier's only
    expect(bands.map(({ coveredDays }) => coveredDays)).toEqual([63, 91, 182, 364, null]);
    expect(bands.at(-1)).toEqual({
      fromDaysBack: 728,
      toDaysBack: null,
      changedDays: 0,
      coveredDays: null,
      share: null,
    });
  });

  it("is what a list of all changed days gives", () => {
    const period = fc
      .tuple(fc.integer({ min: 100, max: LAST }), fc.integer({ min: 1, max: 60 }))
      .map(([start, length]) => ({ start, end: Math.min(start + length, LAST + 1) }));
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 8 }), (changed) => {
        const back = changed
          .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => LAST - start - i))
          .toSorted((a, b) => a - b);
        const stretches = stretchesBack(changed, LAST);
        for (const { share, daysBack } of reachOf(stretches))
          expect(daysBack).toBe(back[Math.max(0, Math.ceil(share * back.length) - 1)]);
        const bands = bandsOf(stretches, { start: 0, end: LAST + 1 }, LAST, 1);
        expect(bands.map(({ changedDays }) => changedDays)).toEqual(
          bands.map(
            ({ fromDaysBack, toDaysBack }) =>
              back.filter((days) => days >= fromDaysBack && days <= (toDaysBack ?? Infinity)).length,
          ),
        );
      }),
    );
  });
});

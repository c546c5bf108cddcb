import { describe, expect, it } from "vitest";
import { gapsOf } from "../../src/histories/gaps.js";

/** One citizen's periods, as first day and the day after the last. */
const gaps = (periods: readonly (readonly [number, number])[], observedFrom = -Infinity): unknown =>
  gapsOf(
    {
      bounds: Int32Array.of(0, 0, periods.length), // the first citizen has none
      state: new Int32Array(periods.length),
      start: Int32Array.from(periods, ([start]) => start),
      end: Int32Array.from(periods, ([, end]) => end),
    },
    observedFrom,
  );

describe("gapsOf", () => {
  it("counts days between records, not those before the first and after the last", () => {
    expect(gaps([[10, 20], [15, 18], [25, 30], [30, 31], [40, 41]])).toEqual({ citizens: 1, days: 14 }); // prettier-ignore
    expect(gaps([[10, 20]])).toEqual({ citizens: 0, days: 0 });
    expect(gaps([])).toEqual({ citizens: 0, days: 0 });
  });

  it("counts observed days only", () => {
    expect(gaps([[0, 10], [20, 30], [32, 40]], 15)).toEqual({ citizens: 1, days: 7 }); // prettier-ignore
    expect(gaps([[0, 10], [20, 30]], 20)).toEqual({ citizens: 0, days: 0 }); // prettier-ignore
    expect(gaps([[-30, -20], [-10, 0]])).toEqual({ citizens: 1, days: 10 }); // prettier-ignore
  });
});

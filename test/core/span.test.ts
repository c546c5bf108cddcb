import { describe, expect, it } from "vitest";
import { addSpan, addSpans, checkSpan, formatDay, parseDay, type Span } from "../../src/core/index.js";
import { errorOf } from "../support/errors.js";

const day = (iso: string): number => parseDay(iso, "day");

describe("addSpan", () => {
  it.each([
    ["2005-01-31", { days: 1 }, "2005-02-01"],
    ["2005-01-03", { weeks: 13 }, "2005-04-04"],
    ["2005-08-31", { months: 6 }, "2006-02-28"],
  ] as const)("%s and %o is %s", (from, span, to) => {
    expect(formatDay(addSpan(day(from), span))).toBe(to);
  });

  it("goes back with -1", () => {
    expect(formatDay(addSpan(day("2006-03-31"), { months: 1 }, -1))).toBe("2006-02-28");
  });
});

describe("addSpans", () => {
  it("adds one after the other: 6 weeks, 7 weeks, 6 months from 30 December 2005 ends on 30 September 2006", () => {
    // 30 Dec 2005 + 91 days = 31 March 2006; six months on: 30 September 2006 (September has no 31st).
    expect(formatDay(addSpans(day("2005-12-30"), [{ weeks: 6 }, { weeks: 7 }, { months: 6 }]))).toBe(
      "2006-09-30",
    );
  });

  it("of nothing is the day itself", () => {
    expect(addSpans(100, [])).toBe(100);
  });
});

describe("checkSpan", () => {
  it.each([{}, { weeks: 1, days: 1 }, { weeks: 1.5 }, { weeks: -1 }, { years: 1 }, { weeks: "13" }, null])(
    "refuses %o",
    (span) => {
      const error = errorOf(() => checkSpan(span as unknown as Span, "course"));
      expect(error.code).toBe("impossible-span");
    },
  );
});

import { describe, expect, it } from "vitest";
import { shareOfDaysThatFit } from "../../src/outcomes/fit.js";
import { lintCriterion, type Criterion } from "../../src/outcomes/index.js";
import { withoutSupport } from "../support/lives/world.js";

const share = (change: Partial<Criterion>): number => shareOfDaysThatFit({ ...withoutSupport, ...change });
const codes = (change: Partial<Criterion>) =>
  lintCriterion({ ...withoutSupport, ...change }).map(({ code, severity }) => `${code} ${severity}`);

describe("the room that a window has for its amount", () => {
  it("is there on every day for four whole months in six", () => {
    expect(share({})).toBe(1);
  });

  it("is never there for seven months in six, or 27 weeks in six months", () => {
    expect(share({ amount: { calendarMonths: 7 } })).toBe(0);
    expect(share({ amount: { isoWeeks: 27 } })).toBe(0);
    expect(codes({ amount: { calendarMonths: 7 } })).toContain("amount-never-fits warning");
  });

  it("is seldom there for six whole months in six: only where the window opens on the 1st", () => {
    expect(share({ amount: { calendarMonths: 6 } })).toBe(48 / 1461); // twelve firsts a year
    expect(codes({ amount: { calendarMonths: 6 } })).toContain("amount-seldom-fits caution");
  });

  it("is told of days in a row and in all, and of a window that opens with a spell", () => {
    const days = { anchor: "course-end", length: { days: 29 } } as const;
    expect(share({ amount: { days: 29 }, window: days })).toBe(1);
    expect(share({ amount: { days: 30 }, window: days })).toBe(0);
    expect(share({ amount: { days: 30 }, continuity: "cumulative", window: days })).toBe(0);
    const spell = { anchor: "spell-start", length: { months: 3 } } as const;
    expect(share({ amount: { days: 100 }, continuity: "cumulative", window: spell })).toBe(0);
  });

  it("isn't asked of windows whose length the criterion doesn't say", () => {
    const open = { anchor: "referral", length: "open" } as const;
    expect(share({ amount: { months: 40 }, window: open })).toBe(1);
    expect(share({ amount: { months: 40 }, window: { anchor: "course" } })).toBe(1);
  });
});

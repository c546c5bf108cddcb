import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/core/index.js";
import { enrollmentOf } from "../../src/outcomes/enrollment.js";
import { entryOf, historiesOf } from "../support/lives/world.js";

describe("enrollmentOf", () => {
  const entries = [
    entryOf({ citizen: "p1", sequence: 1, referredOn: "2005-01-03" }),
    entryOf({ citizen: "p2", sequence: 2, referredOn: "2005-01-04" }),
    entryOf({ citizen: "p3", sequence: 3, referredOn: "2005-01-05" }),
    entryOf({ citizen: "p1", sequence: 4, referredOn: "2005-06-06", first: 1 }),
    entryOf({ citizen: "p2", sequence: 5, referredOn: "2005-06-07", first: 2 }),
  ];
  // p2 and p9 have a history, and with it the numbers 1 and 0.
  const histories = historiesOf([
    { citizen: "p9", state: "cash-assistance", from: "2004-01-01" },
    { citizen: "p2", state: "cash-assistance", from: "2004-01-01" },
  ]).columns();

  it("numbers citizens as their histories do, and all others behind them", () => {
    const { citizenOf, numbers, withHistory } = enrollmentOf(entries, histories);
    expect([...citizenOf]).toEqual([2, 1, 3, 2, 1]);
    expect(numbers).toBe(4);
    expect(withHistory).toBe(1);
  });

  it.each([
    ["with histories", histories],
    ["without", undefined],
  ])("finds the entry of a citizen on a date, %s", (_, known) => {
    const { entryOf: find, has } = enrollmentOf(entries, known);
    expect(find("p1", "2005-01-03")).toBe(0);
    expect(find("p1", "2005-06-06")).toBe(3);
    expect(find("p2", "2005-06-07")).toBe(4);
    expect(find("p2", "2005-06-06")).toBeUndefined();
    expect(find("p9", "2005-01-03")).toBeUndefined();
    expect([has("p1"), has("p3"), has("p9"), has("p4")]).toEqual([true, true, false, false]);
  });

  it("finds the same entry whichever is near", () => {
    const { entryOf: find } = enrollmentOf(entries, histories);
    for (const near of [0, 1, 2, 3, 4, 5]) {
      expect(find("p1", "2005-06-06", near)).toBe(3);
      expect(find("p2", "2005-01-04", near)).toBe(1);
      expect(find("p2", "2005-06-06", near)).toBeUndefined();
      expect(find("p9", "2005-01-03", near)).toBeUndefined();
    }
  });

  it("tells the day of each referral", () => {
    const { referredOn } = enrollmentOf(entries, histories);
    expect([...referredOn].map(formatDay)).toEqual(entries.map((entry) => entry.referredOn));
  });
});

import { describe, expect, it } from "vitest";
import { deriveHistories } from "../../src/histories/index.js";
import { daysBeforehand } from "../../src/outcomes/index.js";
import { madeOutcomes } from "../support/outcomes.js";

/** c1 and c2, referred on 2005-01-03; the year before begins on 2004-01-04 (2004 has 366 days). */
const { participants } = madeOutcomes({ groups: [{ arm: "supplier", count: 2 }] });
const spells = [
  { citizen: "c1", state: "cash-assistance", from: "2003-01-01", to: "2004-01-10" },
  { citizen: "c1", state: "cash-assistance", from: "2004-12-30" },
  { citizen: "c1", state: "sickness-benefit", from: "2004-12-25", to: "2005-01-01" },
  { citizen: "c1", state: "ordinary-work", from: "2004-02-01", to: "2004-02-29" },
];

describe("days beforehand", () => {
  it("count a day once, whatever overlaps, up to the day before the referral", () => {
    const histories = deriveHistories(spells, { observedUntil: "2006-09-30" });
    const days = daysBeforehand({ histories, participants });
    // 4–10 January 2004: 7; 25 December 2004 – 2 January 2005, both benefits being municipal: 9.
    expect(days["supported-days"]).toEqual(new Map([["c1", 16]]));
    expect(days["employed-days"]).toEqual(new Map([["c1", 29]]));
  });

  it("are not known where the year before isn't covered", () => {
    const whole = { ...deriveHistories(spells, { observedUntil: "2006-09-30" }), observedFrom: "2004-01-04" };
    expect(daysBeforehand({ histories: whole, participants })["employed-days"]?.size).toBe(1);
    const short = { ...whole, observedFrom: "2004-01-05" };
    expect(daysBeforehand({ histories: short, participants })["employed-days"]?.size).toBe(0);
  });
});

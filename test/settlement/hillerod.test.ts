import { describe, expect, it } from "vitest";
import { settleAccounts, type ArmTerms, type PaymentPlan } from "../../src/settlement/index.js";
import { hillerod } from "../../src/tenders/index.js";
import { brief, outcomesOfPeople, type Person } from "../support/settlement.js";

// Annex 3 with the amounts is missing: here 1,000 kr. a week and 15,000 kr. for 12 months (§5.6.2.2). The weeks of
// an extension give no extra payment (§5.5.2), a return no base payment at all (§5.5.3), and the own unit is paid
// by the same terms (§5.2.3).
const termsOf = (arm: string): ArmTerms => ({
  arm,
  base: { per: "week", amount: 100_000, extension: "unpaid" },
  bonuses: [{ criterion: "self-support-12-months", amount: 1_500_000 }],
  noBaseFor: ["returned"],
});
const plan: PaymentPlan = { terms: [termsOf("municipal"), termsOf("supplier")] };

const people: readonly Person[] = [
  // p1: the 12 weeks from Monday 3 January to 27 March and the 8 of an extension to Sunday 22 May. At work from
  // 2 May, within the 20 weeks, and still after 12 months: reached on 1 May 2006.
  {
    course: {
      startedOn: "2005-01-03",
      endedOn: "2005-05-22",
      endReason: "work",
      extendedUntil: "2005-05-22",
    },
    spells: [
      ["cash-assistance", "2004-06-01", "2005-05-01"],
      ["ordinary-work", "2005-05-02"],
    ],
  },
  // p2, own unit: judged unable to benefit after three weeks, sent back.
  {
    arm: "municipal",
    course: { startedOn: "2005-01-03", endedOn: "2005-01-20", endReason: "returned" },
    spells: [["cash-assistance", "2004-06-01"]],
  },
  // p3: nothing came of the 12 weeks, 17 January to 10 April. §5.5.2 doesn't say that this loses the base.
  {
    referredOn: "2005-01-17",
    course: { startedOn: "2005-01-17", endedOn: "2005-04-10", endReason: "expired" },
    spells: [["cash-assistance", "2004-06-01"]],
  },
  // p4, own unit: 4 days of a course that runs, and too early to tell.
  {
    arm: "municipal",
    referredOn: "2006-09-25",
    course: { startedOn: "2006-09-27" },
    spells: [["cash-assistance", "2004-06-01"]],
  },
];
const statement = settleAccounts(outcomesOfPeople(hillerod, people, "2006-09-30"), plan);

describe("Hillerød", () => {
  it("pays 12 weeks, none of the extension, and the bonus for 12 months", () => {
    const own = statement.items.filter(({ citizen }) => citizen === "p1").map(brief);
    expect(own).toHaveLength(13);
    expect(own[0]).toBe("p1 base week 1 2005-01-03 1000.00");
    expect(own[11]).toBe("p1 base week 12 2005-03-21 1000.00");
    expect(own[12]).toBe("p1 bonus 2006-05-01 15000.00");
  });

  it("pays nothing for a return, and the 12 weeks of one whose time ran out", () => {
    expect(statement.items.filter(({ citizen }) => citizen === "p2")).toEqual([]);
    expect(statement.items.filter(({ citizen }) => citizen === "p3")).toHaveLength(12);
    expect(
      statement.unpaid.map(({ citizen, kind, standing, reason }) => [citizen, kind, standing, reason]),
    ).toEqual([
      ["p2", "base", "lost", "returned"],
      ["p2", "bonus", "lost", "amount-out-of-reach"],
      ["p4", "bonus", "open", "window-open"],
      ["p3", "bonus", "lost", "amount-out-of-reach"],
    ]);
  });

  it("pays the own unit's begun week", () => {
    expect(statement.items.filter(({ arm }) => arm === "municipal").map(brief)).toEqual([
      "p4 base week 1 2006-09-27 1000.00",
    ]);
  });

  it("sums to 24 · 1,000 + 15,000 for the supplier and 1,000 for the own unit", () => {
    expect(statement.totals.map(({ base, bonus, total }) => [base, bonus, total])).toEqual([
      [100_000, 0, 100_000],
      [2_400_000, 1_500_000, 3_900_000],
    ]);
  });
});

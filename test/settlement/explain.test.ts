import { describe, expect, it } from "vitest";
import {
  explainLineItem,
  settleAccounts,
  type ArmTerms,
  type LineItem,
  type LineKind,
  type PaymentPlan,
} from "../../src/settlement/index.js";
import type { Criterion, OutcomesProtocol } from "../../src/outcomes/index.js";
import { durable, protocolOf, THIRTEEN_WEEKS, withoutSupport } from "../support/lives/world.js";
import { outcomesOfPeople, type Person } from "../support/settlement.js";

const byDegree: Criterion = {
  ...withoutSupport,
  degrees: [
    {
      id: "high",
      name: { da: "uden løntilskud", en: "without wage subsidy" },
      states: { states: ["ordinary-work"] },
    },
    { id: "low", name: { da: "med løntilskud", en: "with wage subsidy" } },
  ],
};
const protocol: OutcomesProtocol = protocolOf([byDegree, durable], THIRTEEN_WEEKS);

// p1: in a job from 1 April to 30 September 2005, then on cash assistance: the bonus in two instalments, then a
// relapse. Started 3 days late, which is one begun week. p2 is the own unit's, of a team.
const people: readonly Person[] = [
  {
    course: { startedOn: "2005-01-20", endedOn: "2005-03-31", endReason: "period-ended" },
    spells: [
      ["cash-assistance", "2004-06-01", "2005-03-31"],
      ["ordinary-work", "2005-04-01", "2005-09-30"],
      ["cash-assistance", "2005-10-01"],
    ],
  },
  {
    arm: "municipal",
    course: { startedOn: "2005-01-10", team: "Hold 1" },
    spells: [["cash-assistance", "2004-06-01"]],
  },
];
const supplier: ArmTerms = {
  arm: "supplier",
  base: { per: "week", amount: 100_001 },
  lateStart: { within: { weeks: 2 }, per: "week", amount: 20_000 },
  bonuses: [
    {
      criterion: byDegree.id,
      amount: 400_000,
      degrees: { high: 500_000 },
      instalments: [{ percent: 80 }, { percent: 20, after: { months: 2 } }],
      clawback: { unless: durable.id, percent: 12.5 },
    },
  ],
  indexation: [{ from: "2005-02-01", percent: 2.5 }],
  caps: [{ of: "base", per: "month", amount: 150_000 }],
  vat: 25,
};
const plan: PaymentPlan = {
  startsOn: "2005-01-01",
  endsOn: "2005-12-31",
  terms: [
    {
      arm: "municipal",
      base: { per: "team", amount: 1_000_000 },
      bonuses: [],
      minimums: [{ per: "contract", amount: 1_500_000 }],
    },
    supplier,
  ],
};
const outcomes = outcomesOfPeople(protocol, people, "2006-06-30");
const { items } = settleAccounts(outcomes, plan);

/** The position-th line of a kind. */
function line(kind: LineKind, position = 0): LineItem {
  const item = items.filter((each) => each.kind === kind)[position];
  if (item === undefined) throw new Error(`no line of ${kind}`);
  return item;
}
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, " ");
const told = (item: LineItem, language: "da" | "en" = "en"): string =>
  plain(explainLineItem(outcomes, plan, item).toText({ language }));
const steps = (item: LineItem): readonly (readonly [string, number])[] =>
  explainLineItem(outcomes, plan, item).steps.map(({ step, amount }) => [step, amount]);

describe("the arithmetic of a line", () => {
  it("goes from the rate over the index to VAT", () => {
    // the third week begins on 3 February: 1,000.01 · 1.025 = 1,025.01025; 25 % of 1,025.01 is 256.2525
    expect(steps(line("base", 3))).toEqual([
      ["rate", 100_001],
      ["index", 102_501],
      ["vat", 25_625],
    ]);
  });

  it("of a late start counts the weeks", () => {
    expect(steps(line("late-start"))).toEqual([
      ["rate", 20_000],
      ["times", -20_000],
      ["vat", -5_000],
    ]);
  });

  it("of a late start ends at the base payment of the course", () => {
    // two weeks late at 200 kr., of a base payment of 300
    const terms = { arm: "supplier", base: { per: "referral", amount: 30_000 }, bonuses: [] } as const;
    const late = outcomesOfPeople(protocol, [{ course: { startedOn: "2005-01-31" } }], "2006-06-30");
    const floored: PaymentPlan = {
      terms: [{ ...terms, lateStart: { within: { weeks: 2 }, per: "week", amount: 20_000 } }],
    };
    const item = settleAccounts(late, floored).items.find(({ kind }) => kind === "late-start");
    if (item === undefined) throw new Error("no line");
    const story = explainLineItem(late, floored, item);
    expect(story.steps.map(({ step, amount }) => [step, amount])).toEqual([
      ["rate", 20_000],
      ["times", -40_000],
      ["at-most", -30_000],
    ]);
    expect(plain(story.toText({ language: "da" }))).toContain("Højst det, der er tilbage af grundbeløbet");
  });

  it("of an instalment begins with the rate of its degree", () => {
    // 5,000 · 1.025 = 5,125, of which 80 % are 4,100
    expect(steps(line("bonus"))).toEqual([
      ["rate", 500_000],
      ["index", 512_500],
      ["instalment", 410_000],
      ["vat", 102_500],
    ]);
  });

  it("of a repayment begins with what was paid", () => {
    // 5,125 were paid; 12.5 % are 640.625
    expect(steps(line("clawback"))).toEqual([
      ["paid", 512_500],
      ["taken-back", -64_063],
      ["vat", -16_016],
    ]);
  });

  it("of a repayment begins with what a cap had left of what was paid", () => {
    // April is cut to 2,000 of 5,125 · 0.8 = 4,100, so that 2,100 of the 5,125 aren't taken back; 12.5 % of 3,025
    const caps = [{ of: "bonus", per: "month", amount: 200_000 }] as const;
    const capped: PaymentPlan = { terms: [{ ...supplier, caps }] };
    const item = settleAccounts(outcomes, capped).items.find(({ kind }) => kind === "clawback");
    if (item === undefined) throw new Error("no line");
    expect(explainLineItem(outcomes, capped, item).steps.map(({ step, amount }) => [step, amount])).toEqual([
      ["paid", 302_500],
      ["taken-back", -37_813],
      ["vat", -9_453],
    ]);
  });

  it("of a cap and a minimum is the difference of a sum and a limit", () => {
    // January: weeks from 20 and 27 January, less 200: 1,800.02
    expect(steps(line("cap"))).toEqual([
      ["sum", 180_002],
      ["limit", 150_000],
      ["difference", -30_002],
      ["vat", -7_501],
    ]);
    expect(steps(line("minimum"))).toEqual([
      ["sum", 1_000_000],
      ["limit", 1_500_000],
      ["difference", 500_000],
    ]);
  });

  it("ends with the amount and the VAT of every line", () => {
    for (const item of items) {
      const amounts = explainLineItem(outcomes, plan, item).steps;
      const ofLine = amounts.filter(({ step }) => step !== "vat").at(-1)?.amount;
      expect(ofLine).toBe(item.amount);
      expect(amounts.find(({ step }) => step === "vat")?.amount ?? 0).toBe(item.vat);
    }
  });
});

describe("a line in words", () => {
  it("tells rule, entry, arithmetic and outcome of a bonus", () => {
    const text = told(line("bonus"));
    expect(text).toContain("Leverandøren: result bonus, DKK 4,100, due on 31 July 2005.");
    expect(text).toContain("(Term: Bonus no. 1.)");
    expect(text).toContain(
      "Entry 1 of the ledger: p1, referred on 3 January 2005; course from 20 January 2005 to 31 March 2005. Degree: without wage subsidy.",
    );
    expect(text).toContain("Indexed up by 2.5% from 1 February 2005, rounded to the øre: DKK 5,125");
    expect(text).toContain("Instalment of 80%, rounded so that all sum to the amount: DKK 4,100");
    expect(text).toContain("2005-07 counts.");
  });

  it("tells it in Danish", () => {
    const text = told(line("bonus"), "da");
    expect(text).toContain("Leverandøren: resultatafhængig bonus, 4.100 kr., forfaldet 31. juli 2005.");
    expect(text).toContain("Fordelingsprotokollen nr. 1: p1, visiteret 3. januar 2005;");
    expect(text).toContain("Reguleret op med 2,5 % fra 1. februar 2005, afrundet til øre: 5.125 kr.");
    expect(text).toContain("Udfaldet");
  });

  it("tells of a repayment how the relapse came about", () => {
    const story = explainLineItem(outcomes, plan, line("clawback"));
    expect(story.outcome?.criterion.id).toBe(durable.id);
    expect(told(line("clawback"))).toContain("No success");
  });

  it("tells of a team without a citizen", () => {
    const text = told(line("base"));
    expect(line("base").team).toBe("Hold 1");
    expect(text).toContain("Team: Hold 1.");
    expect(text).not.toContain("of the ledger");
  });

  it("has a sentence for every line in both languages", () => {
    for (const item of items) {
      for (const language of ["da", "en"] as const) expect(told(item, language)).not.toMatch(/undefined|NaN/);
    }
  });

  it("has its steps as rows", () => {
    expect(explainLineItem(outcomes, plan, line("cap")).toRows()[0]).toEqual({
      step: "sum",
      percent: null,
      from: "2005-01-01",
      to: "2005-01-31",
      times: null,
      amount: 180_002,
    });
  });
});

describe("a line of another statement", () => {
  it.each([
    ["another amount", { ...line("bonus"), amount: 1 }],
    ["a citizen for a team's", { ...line("base"), citizen: "p1" }],
  ])("isn't explained: %s", (_what, item) => {
    expect(() => explainLineItem(outcomes, plan, item)).toThrow(
      expect.objectContaining({ code: "unknown-line-item" }),
    );
  });
});

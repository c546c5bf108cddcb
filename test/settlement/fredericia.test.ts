import { describe, expect, it } from "vitest";
import type { OutcomesProtocol } from "../../src/outcomes/index.js";
import { settleAccounts, type PaymentPlan } from "../../src/settlement/index.js";
import { fredericiaA, fredericiaB, fredericiaC } from "../../src/tenders/index.js";
import { brief, outcomesOfPeople, type Person } from "../support/settlement.js";

const CASH_BEFORE = ["cash-assistance", "2003-06-01", "2005-03-31"] as const;

describe("Fredericia, course type A", () => {
  // The base payment is what bidders compete on (§2.1): here 1,500 kr. a week. The bonus is 5,000 kr. (§2.1).
  const plan: PaymentPlan = {
    terms: [
      {
        arm: "supplier",
        base: { per: "week", amount: 150_000, extension: "unpaid" },
        bonuses: [{ criterion: "without-support-6-months", amount: 500_000 }],
      },
    ],
  };
  const people: readonly Person[] = [
    // p1, over 30: 6 weeks from Monday 10 January to Sunday 20 February, and 7 more of placement to Sunday
    // 10 April, which aren't paid but may give the bonus (§2.3.3). At work from the next day on. The window is
    // 11 April to 10 October; its whole months are May to September, and the fourth, August, ends on the 31st.
    {
      stratum: { ageGroup: "over-30" },
      course: {
        startedOn: "2005-01-10",
        endedOn: "2005-04-10",
        endReason: "period-ended",
        extendedUntil: "2005-04-10",
      },
      spells: [
        ["cash-assistance", "2004-06-01", "2005-04-10"],
        ["ordinary-work", "2005-04-11"],
      ],
    },
    // p2, under 30: from 10 January to Wednesday 6 April are 87 days, 12 weeks and 3 days, so that a 13th week
    // was begun; 13 weeks are what §2.3.3 allows. On cash assistance all along: no bonus.
    {
      stratum: { ageGroup: "under-30" },
      course: { startedOn: "2005-01-10", endedOn: "2005-04-06", endReason: "other-measure" },
      spells: [["cash-assistance", "2004-06-01"]],
    },
    // p3 never started: no week and, with the window of a full course closed, no bonus.
    {
      stratum: { ageGroup: "under-30" },
      course: { endReason: "never-started" },
      spells: [["cash-assistance", "2004-06-01"]],
    },
    // p4, the own unit, has no terms.
    { arm: "municipal", stratum: { ageGroup: "over-30" }, course: { startedOn: "2005-01-10" } },
  ];
  const statement = settleAccounts(outcomesOfPeople(fredericiaA, people, "2006-12-31"), plan);

  it("pays the 6 weeks, not the 7 after them, and the bonus that they led to", () => {
    expect(statement.items.filter(({ citizen }) => citizen === "p1").map(brief)).toEqual([
      "p1 base week 1 2005-01-10 1500.00",
      "p1 base week 2 2005-01-17 1500.00",
      "p1 base week 3 2005-01-24 1500.00",
      "p1 base week 4 2005-01-31 1500.00",
      "p1 base week 5 2005-02-07 1500.00",
      "p1 base week 6 2005-02-14 1500.00",
      "p1 bonus 2005-08-31 5000.00",
    ]);
  });

  it("pays 13 begun weeks to someone under 30", () => {
    const own = statement.items.filter(({ citizen }) => citizen === "p2");
    expect(own).toHaveLength(13);
    expect(own.map(brief).at(-1)).toBe("p2 base week 13 2005-04-04 1500.00");
  });

  it("says of everyone else why nothing is paid", () => {
    const base = { arm: "supplier", kind: "base", term: "terms[0].base", standing: "lost" };
    const bonus = {
      ...base,
      kind: "bonus",
      term: "terms[0].bonuses[0]",
      criterion: "without-support-6-months",
    };
    expect(statement.unpaid).toEqual([
      { ...bonus, citizen: "p2", sequence: 2, referredOn: "2005-01-03", reason: "amount-out-of-reach" },
      { ...base, citizen: "p3", sequence: 3, referredOn: "2005-01-03", reason: "not-started" },
      { ...bonus, citizen: "p3", sequence: 3, referredOn: "2005-01-03", reason: "never-started" },
    ]);
  });

  it("sums to (6 + 13) · 1,500 + 5,000 = 33,500 kr., by month too", () => {
    expect(statement.totals).toEqual([
      {
        arm: "municipal",
        name: "Virksomheden Fredericia",
        base: 0,
        bonus: 0,
        adjustments: 0,
        total: 0,
        vat: 0,
      },
      {
        arm: "supplier",
        name: "Leverandøren",
        base: 2_850_000,
        bonus: 500_000,
        adjustments: 0,
        total: 3_350_000,
        vat: 0,
      },
    ]);
    const month = { arm: "supplier", kind: "base", vat: 0 };
    expect(statement.months).toEqual([
      // Mondays of p1 and p2: 10, 17, 24 and 31 January; 7 and 14 February, and p2's 21 and 28; March; 4 April.
      { ...month, month: "2005-01", lines: 8, amount: 1_200_000 },
      { ...month, month: "2005-02", lines: 6, amount: 900_000 },
      { ...month, month: "2005-03", lines: 4, amount: 600_000 },
      { ...month, month: "2005-04", lines: 1, amount: 150_000 },
      { ...month, month: "2005-08", kind: "bonus", lines: 1, amount: 500_000 },
    ]);
  });
});

describe("Fredericia, course type B", () => {
  // §2.4.3 allows an extension without saying how long, here none. Annex 2 with the lower rate for wage subsidy
  // (§2.4.9) is missing: the half of it here, as the table of §2.1 has it for type C.
  const protocol: OutcomesProtocol = {
    ...fredericiaB,
    course: { lengths: [{ length: { weeks: 13 } }] },
  };
  const criterion = "without-support-6-months";
  const plan: PaymentPlan = {
    terms: [
      {
        arm: "supplier",
        base: { per: "started-course", amount: 800_000 },
        bonuses: [{ criterion, amount: 500_000, degrees: { "wage-subsidy": 250_000 } }],
      },
    ],
  };
  const course = { startedOn: "2005-01-10", endedOn: "2005-03-31", endReason: "period-ended" } as const;
  const people: readonly Person[] = [
    // p1 works from 1 April: April to July are the four months, without subsidy.
    { course, spells: [CASH_BEFORE, ["ordinary-work", "2005-04-01"]] },
    // p2 in wage subsidy from April to September: the four months at the lower rate. The higher degree is lost on
    // 1 June, when only July to September are left.
    { course, spells: [CASH_BEFORE, ["wage-subsidy", "2005-04-01", "2005-09-30"]] },
    // p3 in wage subsidy for two months, then at work: a success since 31 July; June to September make the higher
    // degree, certain on 30 September.
    {
      course,
      spells: [CASH_BEFORE, ["wage-subsidy", "2005-04-01", "2005-05-31"], ["ordinary-work", "2005-06-01"]],
    },
  ];
  const bonusesOn = (asOf: string): readonly string[] =>
    settleAccounts(outcomesOfPeople(protocol, people, asOf), plan)
      .items.filter(({ kind }) => kind === "bonus")
      .map(brief);

  it("pays wage subsidy at the lower rate, and a degree when it is certain", () => {
    expect(bonusesOn("2005-12-31")).toEqual([
      "p1 bonus (unsubsidized) 2005-07-31 5000.00",
      "p2 bonus (wage-subsidy) 2005-07-31 2500.00",
      "p3 bonus (unsubsidized) 2005-09-30 5000.00",
    ]);
  });

  it("waits while a higher degree can still be reached", () => {
    const { items, unpaid } = settleAccounts(outcomesOfPeople(protocol, people, "2005-08-31"), plan);
    expect(items.filter(({ kind }) => kind === "bonus")).toHaveLength(2);
    expect(unpaid).toEqual([
      {
        arm: "supplier",
        citizen: "p3",
        sequence: 3,
        referredOn: "2005-01-03",
        kind: "bonus",
        term: "terms[0].bonuses[0]",
        criterion,
        standing: "open",
        reason: "degree-open",
      },
    ]);
  });

  it("sums to 3 · 8,000 + 5,000 + 2,500 + 5,000 = 36,500 kr.", () => {
    const { totals } = settleAccounts(outcomesOfPeople(protocol, people, "2005-12-31"), plan);
    expect(totals[1]).toMatchObject({ base: 2_400_000, bonus: 1_250_000, total: 3_650_000 });
  });

  it("says that the lower rate is missing where it isn't given", () => {
    const [terms] = plan.terms;
    const silent = {
      terms: [{ arm: "supplier", bonuses: [{ criterion, amount: 500_000 }], base: terms?.base }],
    };
    const { notices, items } = settleAccounts(
      outcomesOfPeople(protocol, people, "2005-12-31"),
      JSON.parse(JSON.stringify(silent)) as PaymentPlan,
    );
    expect(notices).toContainEqual({
      code: "term-missing",
      severity: "caution",
      arm: "supplier",
      term: "degree",
      criterion,
      degree: "wage-subsidy",
    });
    // All three are paid the full bonus on the day that made the success certain.
    expect(items.filter(({ kind }) => kind === "bonus").map(brief)).toEqual([
      "p1 bonus 2005-07-31 5000.00",
      "p2 bonus 2005-07-31 5000.00",
      "p3 bonus 2005-07-31 5000.00",
    ]);
  });
});

describe("Fredericia, course type C", () => {
  // Teams of 16 weeks (§2.5.3); the base payment is bid, here 180,000 kr. a team; bonuses 5,000 and 2,500 kr. (§2.1).
  const protocol: OutcomesProtocol = {
    digest: "0".repeat(64),
    arms: [{ id: "supplier", name: "Leverandøren" }],
    course: fredericiaC.course ?? { lengths: [] },
    criteria: fredericiaC.criteria ?? [],
  };
  const plan: PaymentPlan = {
    terms: [
      {
        arm: "supplier",
        base: { per: "team", amount: 18_000_000 },
        noBaseFor: ["returned"],
        bonuses: [
          {
            criterion: "without-support-6-months",
            amount: 500_000,
            degrees: { "unsubsidized": 500_000, "wage-subsidy": 250_000 },
          },
        ],
      },
    ],
  };
  const course = { endedOn: "2005-03-31", endReason: "period-ended", team: "Hold 1" } as const;
  const onCash = [["cash-assistance", "2003-06-01"]] as const;
  const people: readonly Person[] = [
    // Hold 1: p1 was sent back and doesn't count, so that the team began on 12 January with p3.
    {
      course: { startedOn: "2005-01-10", endedOn: "2005-01-14", endReason: "returned", team: "Hold 1" },
      spells: onCash,
    },
    {
      course: { ...course, startedOn: "2005-01-17" },
      spells: [CASH_BEFORE, ["ordinary-work", "2005-04-01"]],
    },
    {
      course: { ...course, startedOn: "2005-01-12" },
      spells: [CASH_BEFORE, ["wage-subsidy", "2005-04-01", "2005-09-30"]],
    },
    // Hold 2: p4 alone. p5 is in no team that anyone has told of.
    { course: { ...course, startedOn: "2005-02-01", team: "Hold 2" }, spells: onCash },
    { course: { startedOn: "2005-02-01" }, spells: onCash },
  ];
  const statement = settleAccounts(outcomesOfPeople(protocol, people, "2006-12-31"), plan);

  it("pays each team once, on the day its first citizen started, and bonuses at both rates", () => {
    expect(statement.items.map(brief)).toEqual([
      "Hold 1 base 2005-01-12 180000.00",
      "Hold 2 base 2005-02-01 180000.00",
      "p2 bonus (unsubsidized) 2005-07-31 5000.00",
      "p3 bonus (wage-subsidy) 2005-07-31 2500.00",
    ]);
    expect(statement.totals[0]).toMatchObject({ base: 36_000_000, bonus: 750_000, total: 36_750_000 });
  });

  it("asks for the team of whoever has none", () => {
    expect(statement.unpaid.filter(({ kind }) => kind === "base")).toEqual([
      {
        arm: "supplier",
        citizen: "p5",
        sequence: 5,
        referredOn: "2005-01-03",
        kind: "base",
        term: "terms[0].base",
        standing: "unknown",
        reason: "not-reported",
      },
    ]);
    expect(statement.notices).toContainEqual({
      code: "team-missing",
      severity: "warning",
      arm: "supplier",
      count: 1,
    });
  });
});

describe("weeks of a course that can't be meant", () => {
  const protocol: OutcomesProtocol = {
    ...fredericiaA,
    course: {
      lengths: [
        { group: { ageGroup: "over-30" }, length: { weeks: 6 }, extension: { weeks: 7 } },
        { group: { ageGroup: "under-30" }, length: { weeks: 13 } },
      ],
    },
  };
  const plan: PaymentPlan = {
    terms: [{ arm: "supplier", base: { per: "week", amount: 150_000, extension: "paid" }, bonuses: [] }],
  };
  const young = { stratum: { ageGroup: "under-30" } };

  it("are those beyond the longest permitted course, where its last day is missing", () => {
    // From Monday 10 January 2005 to 30 September 2006 are 629 days: 90 weeks were begun, 13 are permitted.
    const people = [{ ...young, course: { startedOn: "2005-01-10" } }];
    const { items, unpaid, notices } = settleAccounts(outcomesOfPeople(protocol, people, "2006-09-30"), plan);
    expect(items.map(({ week }) => week)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    expect(unpaid).toEqual([
      expect.objectContaining({ standing: "unknown", reason: "course-end-missing", weeks: 77 }),
    ]);
    expect(notices).toContainEqual({
      code: "course-end-missing",
      severity: "warning",
      arm: "supplier",
      count: 1,
      weeks: 77,
    });
    // By the last day of the 13th week, Sunday 10 April, nothing is beyond it.
    const inTime = settleAccounts(outcomesOfPeople(protocol, people, "2005-04-10"), plan);
    expect([inTime.items.length, inTime.unpaid.length]).toEqual([13, 0]);
  });

  it("are those that began before the referral", () => {
    // Referred on 3 January; the weeks of a course from 16 December begin on the 16th, 23rd, 30th and 6 January.
    const people = [{ ...young, course: { startedOn: "2004-12-16", endedOn: "2005-01-12" } }];
    const { items } = settleAccounts(outcomesOfPeople(protocol, people, "2006-09-30"), plan);
    expect(items.map(({ week, date }) => [week, date])).toEqual([[4, "2005-01-06"]]);
  });
});

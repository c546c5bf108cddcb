import { describe, expect, it } from "vitest";
import { settleAccounts, type ArmTerms, type BaseTerm } from "../../src/settlement/index.js";
import { madeOutcomes, type Group } from "../support/outcomes.js";
import { brief } from "../support/settlement.js";

/** Base payments of one citizen c1, who was referred on 3 January 2005, as of 28 February; courses last 13 weeks. */
function settled(group: Omit<Group, "arm">, base: BaseTerm, terms: Partial<ArmTerms> = {}) {
  const outcomes = madeOutcomes({ groups: [{ arm: "supplier", ...group }], asOf: "2005-02-28" });
  const { items, unpaid } = settleAccounts(outcomes, {
    terms: [{ arm: "supplier", base, bonuses: [], ...terms }],
  });
  return [...items.map(brief), ...unpaid.map(({ standing, reason }) => `${standing}: ${reason}`)];
}

const began = (startedOn: string, endedOn: string): Omit<Group, "arm"> => ({
  course: { startedOn, endedOn, endReason: "period-ended" },
});
const weekly: BaseTerm = { per: "week", amount: 100 };
const whole: BaseTerm = { ...weekly, weeks: "whole" };

describe("a base payment per week", () => {
  it("counts a week that was begun, from its first day", () => {
    expect(settled(began("2005-01-10", "2005-01-16"), weekly)).toEqual(["c1 base week 1 2005-01-10 1.00"]);
    expect(settled(began("2005-01-10", "2005-01-17"), weekly)).toEqual([
      "c1 base week 1 2005-01-10 1.00",
      "c1 base week 2 2005-01-17 1.00",
    ]);
  });

  it("counts a whole week on its last day", () => {
    expect(settled(began("2005-01-10", "2005-01-16"), whole)).toEqual(["c1 base week 1 2005-01-16 1.00"]);
    expect(settled(began("2005-01-10", "2005-01-22"), whole)).toEqual(["c1 base week 1 2005-01-16 1.00"]);
    expect(settled(began("2005-01-10", "2005-01-15"), whole)).toEqual(["lost: amount-out-of-reach"]);
  });

  it("counts a running course up to the date of the statement", () => {
    // 21 February is the first day of a second week, 28 February of a third.
    const running: Omit<Group, "arm"> = { participation: "running", course: { startedOn: "2005-02-14" } };
    expect(settled(running, weekly)).toHaveLength(3);
    expect(settled(running, whole)).toHaveLength(2);
    expect(settled({ ...running, course: { startedOn: "2005-02-23" } }, whole)).toEqual([
      "open: course-running",
    ]);
  });

  it("pays weeks beyond the stated length unless they are said to be unpaid", () => {
    const long = { ...began("2004-10-04", "2005-01-30"), referredOn: "2004-10-04" }; // 17 weeks
    expect(settled(long, weekly)).toHaveLength(17);
    expect(settled(long, { ...weekly, extension: "unpaid" })).toHaveLength(13);
  });

  it("can't be told without the last day", () => {
    const undated = { course: { startedOn: "2005-01-10", endReason: "work" } } as const;
    expect(settled(undated, weekly)).toEqual(["unknown: course-end-missing"]);
  });
});

const ended = (endReason: "returned" | "expired"): Omit<Group, "arm"> => ({
  participation: endReason,
  course: { startedOn: "2005-01-10", endedOn: "2005-01-20", endReason },
});

describe("a base payment", () => {
  it.each<[string, Omit<Group, "arm">, BaseTerm["per"], readonly string[]]>([
    ["per referral of someone who never started", neverStarted(), "referral", ["c1 base 2005-01-03 1.00"]],
    ["per course of the same", neverStarted(), "started-course", ["lost: not-started"]],
    [
      "of a course that may still be reported",
      { participation: "not-reported" },
      "started-course",
      ["open: not-reported"],
    ],
    [
      "of a course that could have ended long ago",
      { participation: "not-reported", referredOn: "2004-11-29" },
      "week",
      ["unknown: not-reported"],
    ],
    [
      "of a course that ran without a starting date",
      { course: { endedOn: "2005-02-01", endReason: "work" } },
      "started-course",
      ["unknown: not-reported"],
    ],
    [
      "of a return on receipt",
      { participation: "returned", course: { endReason: "returned" } },
      "started-course",
      ["lost: not-started"],
    ],
  ])("%s", (_what, group, per, lines) => {
    expect(settled(group, { per, amount: 100 })).toEqual(lines);
  });

  it("is lost for the end reasons that lose it, and for no other", () => {
    for (const per of ["referral", "started-course", "week", "team"] as const) {
      const terms = { noBaseFor: ["returned"] } as const;
      expect(settled(ended("returned"), { per, amount: 100 }, terms)).toEqual(["lost: returned"]);
    }
    const kept = settled(ended("expired"), { per: "referral", amount: 100 }, { noBaseFor: ["returned"] });
    expect(kept).toEqual(["c1 base 2005-01-03 1.00"]);
  });

  it("goes by the index of its day", () => {
    const terms = { indexation: [{ from: "2005-01-17", percent: 10 }] };
    expect(settled(began("2005-01-10", "2005-01-20"), weekly, terms)).toEqual([
      "c1 base week 1 2005-01-10 1.00",
      "c1 base week 2 2005-01-17 1.10",
    ]);
  });
});

const member = (arm: string, startedOn: string): Group => ({
  arm,
  course: { startedOn, endedOn: "2005-02-20", endReason: "period-ended", team: "Hold 1" },
});

describe("a base payment per team", () => {
  it("is of each arm's own team where two share a name, and needs someone who didn't lose it", () => {
    const outcomes = madeOutcomes({
      groups: [
        member("supplier", "2005-01-12"),
        member("municipal", "2005-01-05"),
        member("supplier", "2005-01-10"),
        { arm: "municipal", ...neverStarted() },
      ],
      asOf: "2005-02-28",
    });
    const terms = ["municipal", "supplier"].map((arm) => ({
      arm,
      base: { per: "team", amount: 100 } as const,
      bonuses: [],
    }));
    const { items, unpaid } = settleAccounts(outcomes, { terms });
    expect(items).toEqual([
      {
        arm: "municipal",
        kind: "base",
        term: "terms[0].base",
        date: "2005-01-05",
        amount: 100,
        vat: 0,
        team: "Hold 1",
      },
      {
        arm: "supplier",
        kind: "base",
        term: "terms[1].base",
        date: "2005-01-10",
        amount: 100,
        vat: 0,
        team: "Hold 1",
      },
    ]);
    expect(unpaid.map(({ citizen, reason }) => [citizen, reason])).toEqual([["c4", "not-started"]]);
  });
});

describe("a deduction for a late start", () => {
  // In time up to two weeks after 3 January, the 17th.
  const lateStart = { within: { weeks: 2 }, per: "week", amount: 100 } as const;
  const base = { per: "referral", amount: 1_000 } as const;
  const deducted = (startedOn: string, terms: Partial<ArmTerms>): readonly string[] =>
    settled(began(startedOn, "2005-02-20"), base, terms).slice(1);

  it.each([
    ["2005-01-17", "week", []],
    ["2005-01-18", "week", ["c1 late-start 2005-01-18 -1.00"]],
    ["2005-01-24", "week", ["c1 late-start 2005-01-24 -1.00"]],
    ["2005-01-25", "week", ["c1 late-start 2005-01-25 -2.00"]],
    ["2005-01-25", "course", ["c1 late-start 2005-01-25 -1.00"]],
  ] as const)("on %s per %s is %j", (startedOn, per, lines) => {
    expect(deducted(startedOn, { lateStart: { ...lateStart, per } })).toEqual(lines);
  });

  it("is indexed, each week by itself", () => {
    // 1.005 rounds to 1.01 once, and 2 · 1.01 is taken off.
    const indexation = [{ from: "2005-01-01", percent: 0.5 }];
    expect(deducted("2005-01-25", { lateStart, indexation })).toEqual(["c1 late-start 2005-01-25 -2.02"]);
  });

  it.each([
    [150, "-1.50"],
    [200, "-2.00"],
    [201, "-2.00"],
  ])("is at most the base payment of the course, %i øre", (amount, taken) => {
    // Two weeks late at 1 kr.
    const lines = settled(began("2005-01-25", "2005-02-20"), { per: "referral", amount }, { lateStart });
    expect(lines).toContain(`c1 late-start 2005-01-25 ${taken}`);
  });

  it("takes nothing where no base payment is due, and of a team no more than its one", () => {
    expect(
      settled(began("2005-01-25", "2005-02-20"), { per: "referral", amount: 0 }, { lateStart }),
    ).toHaveLength(1);
    const late = {
      ...began("2005-01-25", "2005-02-20"),
      course: { startedOn: "2005-01-25", team: "Hold 1" },
    };
    const groups = [{ ...late, arm: "supplier", count: 3 }];
    const { items } = settleAccounts(madeOutcomes({ groups }), {
      terms: [{ arm: "supplier", base: { per: "team", amount: 300 }, bonuses: [], lateStart }],
    });
    // Lines of no single citizen are last of a day.
    expect(items.map(({ amount }) => amount)).toEqual([-200, -100, 300]);
  });

  it("is taken whole where the plan leaves the base payment open", () => {
    const groups = [{ ...began("2005-01-25", "2005-02-20"), arm: "supplier" }];
    const { items } = settleAccounts(madeOutcomes({ groups }), {
      terms: [{ arm: "supplier", bonuses: [], lateStart }],
    });
    expect(items.map(({ amount }) => amount)).toEqual([-200]);
  });

  it("is spared who loses the base payment anyway", () => {
    const sentBack = {
      participation: "returned",
      course: { startedOn: "2005-01-25", endedOn: "2005-01-28", endReason: "returned" },
    } as const;
    expect(settled(sentBack, base, { lateStart, noBaseFor: ["returned"] })).toEqual(["lost: returned"]);
  });
});

function neverStarted(): Omit<Group, "arm"> {
  return { participation: "never-started", course: { endReason: "never-started" } };
}

import { describe, expect, it } from "vitest";
import { explainLineItem, settleAccounts, type ArmTerms } from "../../src/settlement/index.js";
import { madeOutcomes, type Group } from "../support/outcomes.js";
import { brief } from "../support/settlement.js";

const won = { status: "success", certainOn: "2005-09-30", reachedOn: "2005-09-30" } as const;

/** c1 is referred three times: sent back the second time, and to the other unit the third. */
const groups: readonly Group[] = [
  {
    arm: "supplier",
    contract: won,
    course: { startedOn: "2005-01-10", endedOn: "2005-01-23", endReason: "period-ended" },
    again: [
      {
        referredOn: "2005-06-06",
        participation: "returned",
        course: { startedOn: "2005-06-13", endedOn: "2005-06-19", endReason: "returned" },
      },
      {
        arm: "municipal",
        referredOn: "2005-10-03",
        course: { startedOn: "2005-10-31", endedOn: "2005-11-13", endReason: "work" },
      },
    ],
  },
  {
    arm: "supplier",
    contract: { status: "failure" },
    course: { startedOn: "2005-01-10", endedOn: "2005-01-16", team: "Hold 1" },
    again: [{ referredOn: "2005-08-01", course: { startedOn: "2005-08-29", team: "Hold 2" } }],
  },
];
const outcomes = madeOutcomes({ groups, asOf: "2005-12-31" });

const terms = (of: Partial<ArmTerms>) => ({
  terms: ["supplier", "municipal"].map((arm): ArmTerms => ({
    arm,
    bonuses: [{ criterion: "job", amount: 500_000 }],
    noBaseFor: ["returned"],
    ...of,
  })),
});
const settled = (of: Partial<ArmTerms>) => settleAccounts(outcomes, terms(of));

describe("a citizen who is referred again", () => {
  it("is paid for at each referral, by the terms of the arm that it went to", () => {
    const { items } = settled({ base: { per: "referral", amount: 100_000 } });
    expect(items.map((item) => `${item.arm} ${item.sequence} ${item.referredOn} ${brief(item)}`)).toEqual([
      "municipal 4 2005-10-03 c1 base 2005-10-03 1000.00",
      "supplier 1 2005-01-03 c1 base 2005-01-03 1000.00",
      "supplier 2 2005-01-03 c2 base 2005-01-03 1000.00",
      "supplier 5 2005-08-01 c2 base 2005-08-01 1000.00",
      "supplier 1 2005-01-03 c1 bonus 2005-09-30 5000.00",
    ]);
  });

  it("has no base for a further course that was sent back, and says of which referral", () => {
    const { unpaid } = settled({ base: { per: "started-course", amount: 100_000 } });
    expect(unpaid.filter(({ kind }) => kind === "base")).toEqual([
      {
        arm: "supplier",
        citizen: "c1",
        sequence: 3,
        referredOn: "2005-06-06",
        kind: "base",
        term: "terms[0].base",
        standing: "lost",
        reason: "returned",
      },
    ]);
  });

  it("is paid for by the weeks of each course, from its own first day", () => {
    const { items } = settled({ base: { per: "week", amount: 100_000 }, bonuses: [] });
    expect(items.filter(({ citizen }) => citizen === "c1").map(brief)).toEqual([
      "c1 base week 1 2005-10-31 1000.00",
      "c1 base week 2 2005-11-07 1000.00",
      "c1 base week 1 2005-01-10 1000.00",
      "c1 base week 2 2005-01-17 1000.00",
    ]);
  });

  it("brings a team that it joins its base", () => {
    const { items, unpaid } = settled({ base: { per: "team", amount: 1_000_000 }, bonuses: [] });
    expect(items.map(brief)).toEqual(["Hold 1 base 2005-01-10 10000.00", "Hold 2 base 2005-08-29 10000.00"]);
    expect(unpaid.map(({ sequence, reason }) => [sequence, reason])).toEqual([
      [4, "not-reported"],
      [1, "not-reported"],
      [3, "returned"],
    ]);
  });

  it("is late by the referral that the course belongs to, at most by the base of that course", () => {
    const { items } = settled({
      base: { per: "started-course", amount: 100_000 },
      lateStart: { within: { weeks: 2 }, per: "week", amount: 60_000 },
      bonuses: [],
    });
    // Due by 17 October and by 15 August: two weeks late each, which is more than the course is paid.
    expect(items.filter(({ kind }) => kind === "late-start").map(brief)).toEqual([
      "c1 late-start 2005-10-31 -1000.00",
      "c2 late-start 2005-08-29 -1000.00",
    ]);
  });

  it("has bonuses by the first referral alone, which is said", () => {
    const { items, notices } = settled({ base: { per: "referral", amount: 1 } });
    expect(items.filter(({ kind }) => kind === "bonus")).toHaveLength(1);
    expect(notices.filter(({ code }) => code !== "term-missing" && code !== "payable-unstated")).toEqual([
      { code: "further-referrals-without-bonus", severity: "caution", arm: "supplier", count: 2 },
      { code: "further-referrals-without-bonus", severity: "caution", arm: "municipal", count: 1 },
    ]);
    expect(settled({ base: { per: "referral", amount: 1 }, bonuses: [] }).notices).not.toContainEqual(
      expect.objectContaining({ code: "further-referrals-without-bonus" }),
    );
  });

  it("has lines whose story is of their own referral", () => {
    const of = { base: { per: "started-course", amount: 100_000 } } as const;
    const line = settled(of).items.find(({ sequence }) => sequence === 4);
    if (line === undefined) throw new Error("the third referral is paid for");
    const story = explainLineItem(outcomes, terms(of), line);
    expect(story.referral?.referredOn).toBe("2005-10-03");
    expect(story.toText()).toContain("31 October 2005");
  });
});

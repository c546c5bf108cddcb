import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/core/index.js";
import { settleAccounts, type PaymentPlan, type Statement } from "../../src/settlement/index.js";
import { criterion, madeOutcomes, type Group } from "../support/outcomes.js";

const bonuses = [{ criterion: "job", amount: 500_000 }];
const started: PaymentPlan = {
  terms: ["supplier", "municipal"].map((arm) => ({
    arm,
    base: { per: "started-course", amount: 1 },
    bonuses,
  })),
};

/** What somebody must look at; what defaults were taken for is beside it. */
function lookedAt({ notices }: Statement): readonly Notice[] {
  return notices.filter(({ severity }) => severity !== "info");
}

describe("what a statement leaves to be looked at", () => {
  it("is nothing where every term is there and every course has its dates", () => {
    const groups: readonly Group[] = [{ arm: "supplier", course: { startedOn: "2005-02-01" } }];
    expect(lookedAt(settleAccounts(madeOutcomes({ groups }), started))).toEqual([]);
  });

  it("is each missing term of the contract, and none of the evaluation", () => {
    const criteria = [criterion("job"), criterion("durable"), criterion("added", "evaluation")];
    const missing = { code: "term-missing", severity: "caution" };
    expect(
      lookedAt(
        settleAccounts(madeOutcomes({ groups: [], criteria }), { terms: [{ arm: "supplier", bonuses }] }),
      ),
    ).toEqual([
      { ...missing, arm: "municipal", term: "all" },
      { ...missing, arm: "supplier", term: "base" },
      { ...missing, arm: "supplier", term: "bonus", criterion: "durable" },
    ]);
  });

  it("is every referral after a citizen's first, since it gives no bonus", () => {
    const again = ["2005-06-06", "2005-09-05"].map((referredOn) => {
      return { referredOn, course: { startedOn: referredOn } };
    });
    const groups = [{ arm: "supplier", course: { startedOn: "2005-02-01" }, again }];
    const statement = settleAccounts(madeOutcomes({ groups }), started);
    expect(statement.items.length).toBe(3);
    expect(lookedAt(statement)).toEqual([
      { code: "further-referrals-without-bonus", severity: "caution", arm: "supplier", count: 2 },
    ]);
  });

  it("is a course that another delivered, and one without a starting date", () => {
    const groups: readonly Group[] = [
      { arm: "supplier", course: { startedOn: "2005-02-01", deliveredBy: "municipal" } },
      { arm: "supplier", course: { endedOn: "2005-03-01" } },
      { arm: "supplier", participation: "returned", course: { endReason: "returned" } },
      { arm: "supplier", participation: "never-started", course: { endReason: "never-started" } },
    ];
    expect(lookedAt(settleAccounts(madeOutcomes({ groups }), started))).toEqual([
      { code: "delivered-by-another", severity: "warning", arm: "supplier", count: 1 },
      { code: "start-missing", severity: "warning", arm: "supplier", count: 1 },
    ]);
  });

  it("is a referral without any course, of which the bonus says the same", () => {
    const groups: readonly Group[] = [
      {
        arm: "supplier",
        participation: "not-reported",
        contract: { status: "failure", reason: "never-started" },
      },
    ];
    const statement = settleAccounts(madeOutcomes({ groups }), started);
    expect(lookedAt(statement)).toEqual([
      { code: "course-not-reported", severity: "caution", arm: "supplier", count: 1 },
    ]);
    expect(statement.unpaid.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["base", "not-reported"],
      ["bonus", "not-reported"],
    ]);
    expect(statement.toText({ language: "da" })).toContain("for 1 visitering er intet forløb indberettet");
  });

  it("is a course from before the referral, and one that was delivered by nobody in the protocol", () => {
    const groups: readonly Group[] = [
      { arm: "supplier", course: { startedOn: "2004-12-16" } },
      { arm: "supplier", course: { startedOn: "2005-02-01", deliveredBy: "stranger" } },
    ];
    const statement = settleAccounts(madeOutcomes({ groups }), started);
    expect(lookedAt(statement)).toEqual([
      { code: "start-before-referral", severity: "caution", arm: "supplier", count: 1 },
      { code: "deliverer-unknown", severity: "warning", arm: "supplier", count: 1, names: ["stranger"] },
    ]);
    expect(statement.toText()).toContain("no arm of the protocol (stranger)");
  });

  it("is a term about a base payment that isn't stated", () => {
    const statement = settleAccounts(madeOutcomes({ groups: [] }), {
      terms: [
        {
          arm: "supplier",
          bonuses,
          noBaseFor: ["returned"],
          lateStart: { within: { days: 14 }, per: "course", amount: 100_000 },
        },
      ],
    });
    const without = { code: "term-without-base", severity: "caution", arm: "supplier" };
    expect(lookedAt(statement)).toEqual(
      expect.arrayContaining([
        { ...without, term: "noBaseFor" },
        { ...without, term: "lateStart" },
      ]),
    );
    expect(statement.toText({ language: "da" })).toContain("fradraget afregnes fuldt ud");
  });

  it("says beside it what a default was taken for, of both arms at once", () => {
    const statement = settleAccounts(madeOutcomes({ groups: [] }), started);
    const vat = { code: "term-missing", severity: "info", term: "vat" };
    expect(statement.notices).toEqual(
      expect.arrayContaining([
        { ...vat, arm: "municipal" },
        { ...vat, arm: "supplier" },
      ]),
    );
    const text = statement.toMarkdown({ language: "da" });
    expect(text).toContain("Hvor vilkårene ikke siger noget, er der afregnet sådan:");
    expect(text).toContain("- Egen enhed og Leverandøren: moms er ikke nævnt; beløbene er uden moms.");
    expect(text).toContain("det er ikke aftalt, hvornår bonussen forfalder");
    expect(text.match(/moms er ikke nævnt/g)).toHaveLength(1);
    expect(statement.toText()).toContain("Egen enhed and Leverandøren: VAT isn't mentioned");
    const taxed = { terms: started.terms.map((terms) => ({ ...terms, vat: 25 })) };
    expect(settleAccounts(madeOutcomes({ groups: [] }), taxed).toText()).not.toContain("VAT isn't");
  });

  it("is spells without a last day where nothing is known beyond the statement's own", () => {
    const made = madeOutcomes({ groups: [] });
    const notices = [{ code: "open-spells", severity: "info", spells: 1 }] as const;
    const known = (observedUntil: string): Statement =>
      settleAccounts({ ...made, histories: { ...made.histories, notices, observedUntil } }, started);
    expect(lookedAt(known(made.asOf))).toEqual([
      { code: "spells-taken-as-open", severity: "caution", spells: 1, observedUntil: made.asOf },
    ]);
    expect(known(made.asOf).toText({ language: "da" })).toContain(
      "1 periode uden slutdato er regnet som løbende til og med 30. september 2006.",
    );
    expect(lookedAt(known("2007-01-31"))).toEqual([]);
  });

  it("is a team that is another but for capitals and spaces", () => {
    const groups = ["Hold 1", "hold  1", "Hold 2"].map((team): Group => {
      return { arm: "supplier", course: { startedOn: "2005-02-01", team } };
    });
    const alike = { code: "team-names-alike", severity: "warning", arm: "supplier", count: 2 };
    const perTeam = started.terms.map((terms) => ({ ...terms, base: { per: "team" as const, amount: 1 } }));
    expect(settleAccounts(madeOutcomes({ groups }), { terms: perTeam }).notices).toContainEqual(alike);
    expect(settleAccounts(madeOutcomes({ groups }), started).notices).not.toContainEqual(
      expect.objectContaining({ code: "team-names-alike" }),
    );
  });

  it("is a line from before the contract, and one of a referral after it; not a bonus that falls due later", () => {
    const groups: readonly Group[] = [
      { arm: "supplier", course: { startedOn: "2005-02-01" } },
      {
        arm: "supplier",
        course: { startedOn: "2005-03-15" },
        contract: { status: "success", certainOn: "2005-09-30" },
        again: [{ referredOn: "2005-06-01", course: { startedOn: "2005-06-06" } }],
      },
    ];
    const days = { startsOn: "2005-03-01", endsOn: "2005-05-31" };
    const { notices } = settleAccounts(madeOutcomes({ groups }), { ...started, ...days });
    expect(notices).toContainEqual({
      code: "outside-contract",
      severity: "caution",
      arm: "supplier",
      count: 2,
    });
    expect(settleAccounts(madeOutcomes({ groups }), started).notices).not.toContainEqual(
      expect.objectContaining({ code: "outside-contract" }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { compareArms, compareWithTargets, timeToSuccess } from "../../src/effects/index.js";
import { deriveHistories } from "../../src/histories/index.js";
import { deriveOutcomes, type Criterion } from "../../src/outcomes/index.js";
import { odenseSocialAndHealth } from "../../src/tenders/index.js";
import { entryOf, ledgerOf, protocolOf } from "../support/lives/world.js";

// Odense §7.3.3.6: 25 % shall come into education, a job, wage subsidy or a longer practice after the course. The tender
// says no day by which. 20 in each arm, referred on 3 January 2005, all of them in practice in February and March as part
// of the course, which ends on 30 June; in each arm every fifth works from 1 September on. The longest course ends
// on 3 July.

const isAsked = ({ id }: Criterion): boolean => id === "education-or-job" || id === "begins-education";
const criteria = (odenseSocialAndHealth.criteria ?? []).filter(isAsked);
const ARMS = ["municipal", "supplier"];
const entries = Array.from({ length: 40 }, (_, index) =>
  entryOf({
    citizen: `p${100 + index}`,
    sequence: index + 1,
    referredOn: "2005-01-03",
    arm: ARMS[index % 2] ?? "",
  }),
);
const works = (index: number): boolean => Math.floor(index / 2) % 5 === 0;
const outcomes = deriveOutcomes({
  protocol: protocolOf(criteria, { lengths: [{ length: { weeks: 26 } }] }),
  ledger: ledgerOf(entries),
  courses: entries.map(({ citizen, referredOn, arm }) => ({
    citizen,
    referredOn,
    deliveredBy: arm,
    startedOn: "2005-01-10",
    endedOn: "2005-06-30",
    endReason: "period-ended",
  })),
  histories: deriveHistories(
    entries.flatMap(({ citizen }, index) => [
      { citizen, state: "cash-assistance", from: "2005-01-01", to: "2006-12-31" },
      { citizen, state: "practice", from: "2005-02-01", to: "2005-03-31" },
      ...(works(index) ? [{ citizen, state: "ordinary-work", from: "2005-09-01", to: "2006-12-31" }] : []),
    ]),
    { observedUntil: "2006-12-31" },
  ),
  asOf: "2006-12-31",
});
const analysis = { primary: "education-or-job", referenceArm: "municipal", minimumMature: 10 };

describe("a criterion without an end", () => {
  it("has successes so far from either anchor, without the course's own practice, and nobody who is mature", () => {
    for (const anchor of ["contract", "referral"] as const) {
      const measured = outcomes.by("education-or-job", anchor);
      expect(measured.map(({ status }) => status)).toEqual(
        entries.map((_, index) => (works(index) ? "success" : "pending")),
      );
      expect(measured.some(({ mature, windowComplete }) => mature || windowComplete)).toBe(false);
    }
    expect(outcomes.matureThrough).toMatchObject({ "education-or-job": "2005-01-02" });
  });

  it("has no rate, no difference and no verdict: 4 of 20 so far in each arm, not 100 %", () => {
    const effect = compareArms(outcomes, analysis);
    expect(effect.verdicts.map(({ code }) => code)).toEqual(["too-early"]);
    expect(effect.rates.map(({ counts, rate }) => [counts.mature, counts.pending, rate.estimate])).toEqual([
      [0, 20, null],
      [0, 20, null],
    ]);
    expect(effect.comparisons[0]?.difference.estimate).toBeNull();
    for (const rate of effect.contractual) {
      expect(rate).toMatchObject({ success: 4, failure: 0, pending: 16, complete: 4 });
      expect(rate.rate.estimate).toBeNull();
    }
    expect(effect.notices).toContainEqual({
      code: "follow-up-unstated",
      severity: "warning",
      criterion: "education-or-job",
    });
    expect(effect.toText({ language: "en" })).toContain(
      "can't be compared with Kommunens egen enhed by this",
    );
    expect(effect.toText({ language: "da" })).toContain(
      "det har ingen slutning, så ingen er fulgt længe nok",
    );
    expect(effect.toText({ language: "da" })).not.toMatch(/100\s?%|for tidligt/u);
  });

  it("leaves a target undecided, whatever was reached so far", () => {
    const targets = compareWithTargets(
      outcomes,
      odenseSocialAndHealth.targets?.filter(({ criterion }) => criterion === "education-or-job") ?? [],
    );
    const [target] = targets.targets;
    expect(target?.rates.map(({ standing, contract }) => [standing, contract.standing])).toEqual(
      Array.from({ length: 3 }, () => ["undecided", "undecided"]),
    );
    expect(target?.rates.map(({ contract }) => [contract.success, contract.pending])).toEqual([
      [4, 16],
      [4, 16],
      [8, 32],
    ]);
    expect(targets.notices.map(({ code }) => code)).toEqual(["target-follow-up-unstated"]);
    expect(targets.met[0]).toMatchObject({ reached: 0, undecided: 1 });
    expect(targets.toText({ language: "da" })).not.toMatch(/100\s?%/u);
    expect(targets.toText({ language: "en" })).toContain("everyone else still may");
  });

  it("names the criterion by which those are told who are counted, in the reader's language", () => {
    const asked = { criterion: "begins-education", among: "education-or-job", share: 0.75 };
    const targets = compareWithTargets(outcomes, [asked]);
    expect(targets.toText({ language: "da" })).toContain(
      "(blandt dem, der opfylder »kommer i uddannelse, job",
    );
    expect(targets.toText({ language: "en" })).toContain(
      "(among those who meet “comes into education, a job",
    );
    expect(targets.toText({ language: "da" })).not.toContain("education-or-job");
  });

  it("tells nothing of one that opens with the course, where nobody has begun", () => {
    const effect = compareArms(outcomes, analysis, { criterion: "begins-education" });
    expect(effect.contractual.map(({ success, pending }) => [success, pending])).toEqual([
      [0, 20],
      [0, 20],
    ]);
    expect(effect.rates.every(({ rate }) => rate.estimate === null)).toBe(true);
  });

  it("is followed by the time it took from the referral: 241 days to 1 September, all others still looked at", () => {
    const { curve, arms } = timeToSuccess(outcomes, "education-or-job");
    expect(arms.map(({ success, followed }) => [success, followed])).toEqual([
      [4, 16],
      [4, 16],
    ]);
    const successes = curve.rows.filter(({ cause, time }) => cause === "success" && time === 241);
    expect(successes.map(({ time, estimate }) => [time, estimate])).toEqual([
      [241, 0.2],
      [241, 0.2],
    ]);
  });
});

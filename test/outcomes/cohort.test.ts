import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohortOf, countArm, findCriterion } from "../../src/outcomes/index.js";
import { arbitraryGroups, madeOutcomes, TWO_ARMS } from "../support/outcomes.js";

const standings = (outcomes: ReturnType<typeof madeOutcomes>): readonly string[] =>
  cohortOf(outcomes, "job").members.map((member) => member.standing);

describe("cohortOf", () => {
  it("puts everyone in one place", () => {
    const outcomes = madeOutcomes({
      groups: [
        { arm: "supplier", status: "success" },
        { arm: "supplier", status: "failure" },
        { arm: "supplier", status: "unknown" },
        { arm: "supplier", status: "success", mature: false },
        { arm: "supplier", status: "success", probabilities: { municipal: 0, supplier: 1 } },
      ],
    });
    expect(standings(outcomes)).toEqual(["success", "failure", "unknown", "pending", "excluded"]);
    expect(cohortOf(outcomes, "job").matureThrough).toBe("2005-12-31");
  });

  it("counts a mature citizen who still isn't measured as unknown, not as pending", () => {
    expect(standings(madeOutcomes({ groups: [{ arm: "supplier", status: "pending" }] }))).toEqual([
      "unknown",
    ]);
  });

  it("excludes who came to an arm that the draw couldn't give", () => {
    const arms = [...TWO_ARMS, { id: "third", name: "Den tredje" }];
    const probabilities = { municipal: 0.5, third: 0.5, supplier: 0 };
    expect(standings(madeOutcomes({ arms, groups: [{ arm: "supplier", probabilities }] }))).toEqual([
      "excluded",
    ]);
    expect(standings(madeOutcomes({ arms, groups: [{ arm: "third", probabilities }] }))).toEqual(["failure"]);
  });

  it("measures from the referral, whatever the contract says", () => {
    const groups = [{ arm: "supplier", status: "failure", contract: { status: "success" } }] as const;
    expect(standings(madeOutcomes({ groups }))).toEqual(["failure"]);
  });

  it("refuses outcomes that aren't one per participant", () => {
    const outcomes = madeOutcomes({ groups: [{ arm: "supplier", count: 3 }] });
    const short = { ...outcomes, by: () => outcomes.by("job", "referral").slice(1) };
    expect(() => cohortOf(short, "job")).toThrow(/outcomes\.by\(job\)\[0\]: outcome missing; received "c2"/);
  });

  it("names the nearest criterion", () => {
    const outcomes = madeOutcomes({ groups: [] });
    expect(() => findCriterion(outcomes, "jobs")).toThrow(/Did you mean job\?/);
    expect(() => findCriterion(outcomes, "")).toThrow(expect.objectContaining({ code: "unknown-criterion" }));
  });
});

describe("countArm", () => {
  it("divides everyone allocated without remainder", () => {
    fc.assert(
      fc.property(arbitraryGroups, (groups) => {
        const outcomes = madeOutcomes({ groups });
        const { members } = cohortOf(outcomes, "job");
        for (const { id } of TWO_ARMS) {
          const counts = countArm(members, id);
          const allocated = outcomes.ledger.entries.filter((entry) => entry.arm === id).length;
          expect(counts.success + counts.failure + counts.unknown).toBe(counts.mature);
          expect(counts.mature + counts.pending + counts.excluded).toBe(counts.allocated);
          expect(counts.allocated).toBe(allocated);
        }
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { deriveOutcomes } from "../../src/outcomes/index.js";
import { entryOf, historiesOf, ledgerOf, protocolOf, withoutSupport } from "../support/lives/world.js";

describe("further referrals", () => {
  const entries = [
    entryOf({ citizen: "p1", sequence: 1, referredOn: "2005-01-03", arm: "municipal" }),
    entryOf({ citizen: "p2", sequence: 2, referredOn: "2005-01-04" }),
    entryOf({ citizen: "p1", sequence: 3, referredOn: "2005-06-06", first: 1, stratum: { age: "young" } }),
    entryOf({ citizen: "p1", sequence: 4, referredOn: "2005-09-05", first: 1 }),
  ];
  const course = { citizen: "p1", deliveredBy: "supplier" };
  const derive = (asOf: string) =>
    deriveOutcomes({
      protocol: protocolOf([withoutSupport]),
      ledger: ledgerOf(entries),
      courses: [
        { ...course, referredOn: "2005-06-06", startedOn: "2005-06-13", endedOn: "2005-08-31" },
        { ...course, referredOn: "2005-09-05", endReason: "never-started" },
      ],
      histories: historiesOf([{ citizen: "p1", state: "cash-assistance", from: "2004-01-01" }]),
      asOf,
    });

  it("are the later entries of a citizen, each with the arm, the stratum and the course of its own", () => {
    const { furtherReferrals, participants } = derive("2005-12-31");
    expect(participants.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(furtherReferrals).toEqual([
      {
        citizen: "p1",
        sequence: 3,
        arm: "supplier",
        referredOn: "2005-06-06",
        stratum: { age: "young" },
        participation: "completed",
        course: { ...course, referredOn: "2005-06-06", startedOn: "2005-06-13", endedOn: "2005-08-31" },
      },
      {
        citizen: "p1",
        sequence: 4,
        arm: "supplier",
        referredOn: "2005-09-05",
        stratum: {},
        participation: "never-started",
        course: { ...course, referredOn: "2005-09-05", endReason: "never-started" },
      },
    ]);
  });

  it("are there, and their courses known, on the evening of asOf only", () => {
    expect(derive("2005-06-05").furtherReferrals).toEqual([]);
    expect(derive("2005-06-12").furtherReferrals[0]).toMatchObject({ participation: "not-reported" });
    expect(derive("2005-08-30").furtherReferrals[0]?.course?.endedOn).toBeUndefined();
    expect(derive("2005-09-05").furtherReferrals.map(({ sequence }) => sequence)).toEqual([3, 4]);
  });

  it("are made once, and frozen", () => {
    const outcomes = derive("2005-12-31");
    expect(outcomes.furtherReferrals).toBe(outcomes.furtherReferrals);
    expect(Object.isFrozen(outcomes.furtherReferrals) && Object.isFrozen(outcomes.furtherReferrals[0])).toBe(
      true,
    );
  });
});

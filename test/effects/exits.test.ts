import { describe, expect, it } from "vitest";
import { exitNotices, exitsOf } from "../../src/effects/exits.js";
import { cohortOf } from "../../src/outcomes/index.js";
import { madeOutcomes } from "../support/outcomes.js";

describe("exits", () => {
  it("count successes and others of the mature by where they were, arm by arm", () => {
    const outcomes = madeOutcomes({
      groups: [
        { arm: "supplier", status: "success", count: 3 },
        { arm: "supplier", status: "failure", count: 2 },
        { arm: "municipal", status: "unknown", count: 2 },
      ],
    });
    const { members } = cohortOf(outcomes, "job");
    const somewhere = members.map((member) => ({
      ...member,
      outcome: {
        ...member.outcome,
        destination:
          member.standing === "success" ? ("ordinary-work" as const) : ("municipal-support" as const),
      },
    }));
    const [municipal, supplier] = exitsOf(outcomes, somewhere);
    expect(supplier).toMatchObject({
      arm: "supplier",
      successes: { "ordinary-work": 3, "municipal-support": 0 },
      others: { "ordinary-work": 0, "municipal-support": 2 },
    });
    expect(
      Object.values({ ...municipal?.successes, ...municipal?.others }).every((count) => count === 0),
    ).toBe(true);
  });

  it("count who wasn't observed on the day apart, and say of how many", () => {
    const outcomes = madeOutcomes({ groups: [{ arm: "supplier", status: "success", count: 3 }] });
    const { members } = cohortOf(outcomes, "job");
    const unseen = members.map((member) => ({
      ...member,
      outcome: { ...member.outcome, destination: "not-observed" as const },
    }));
    const exits = exitsOf(outcomes, unseen);
    expect(exits[1]?.successes).toMatchObject({ "not-observed": 3, "own-means": 0 });
    expect(exitNotices(exits)).toEqual([
      { code: "exits-not-observed", severity: "caution", arm: "supplier", citizens: 3 },
    ]);
    expect(exitNotices(exitsOf(outcomes, members))).toEqual([]);
  });
});

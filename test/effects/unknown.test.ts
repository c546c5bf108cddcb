import { describe, expect, it } from "vitest";
import { pairMembers } from "../../src/effects/pair.js";
import { differenceBounds, supposedDifference } from "../../src/effects/unknown.js";
import { cohortOf, type CohortMember } from "../../src/outcomes/index.js";
import { madeOutcomes, type Group } from "../support/outcomes.js";

const arms = { arm: "supplier", reference: "municipal" };

function pairOf(groups: readonly Group[]): readonly CohortMember[] {
  return pairMembers(cohortOf(madeOutcomes({ groups }), "job").members, arms.arm, arms.reference);
}

/** 3 of 10 and 2 unknown; 1 of 10 and 1 unknown. */
const groups: readonly Group[] = [
  { arm: "supplier", status: "success", count: 3 },
  { arm: "supplier", count: 5 },
  { arm: "supplier", status: "unknown", count: 2 },
  { arm: "municipal", status: "success" },
  { arm: "municipal", count: 8 },
  { arm: "municipal", status: "unknown" },
];

describe("unknown outcomes", () => {
  it("bound a difference by the worst for one arm and the best for the other", () => {
    const { lower, upper } = differenceBounds(pairOf(groups), arms, 0.95);
    expect(lower).toBeCloseTo(0.3 - 0.2, 14);
    expect(upper).toBeCloseTo(0.5 - 0.1, 14);
    expect(supposedDifference(pairOf(groups), arms, "failures", 0.95).estimate).toBeCloseTo(0.2, 14);
  });

  it("bound nothing where an arm has nobody", () => {
    const lone = pairOf(groups.filter(({ arm }) => arm === "supplier"));
    expect(differenceBounds(lone, arms, 0.95)).toEqual({ lower: null, upper: null });
  });

  it("change nothing where there are none", () => {
    const known = pairOf(groups.filter(({ status }) => status !== "unknown"));
    const { lower, upper } = differenceBounds(known, arms, 0.95);
    expect(lower).toBe(upper);
  });
});

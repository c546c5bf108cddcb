import { describe, expect, it } from "vitest";
import { SUPPRESSED } from "../../../src/core/index.js";
import { attack } from "../../../src/review/disclosure/index.js";
import { smallYear } from "../../support/smallYear.js";

const year = smallYear("alike", [3, 6]);
const WORK = "ordinary-work";
const ASSISTANCE = "cash-assistance";

function isOf(arm: string): arm is "municipal" | "supplier" {
  return arm === "municipal" || arm === "supplier";
}

// Differences without variance: all of both arms, none of them, all of one and none of the other.
describe.each([
  { municipal: WORK, supplier: WORK },
  { municipal: ASSISTANCE, supplier: ASSISTANCE },
  { municipal: ASSISTANCE, supplier: WORK },
])("where all of an arm are alike: %o", (states) => {
  const review = year.reviewOf(
    [...year.arms].map(([citizen, arm]) => ({
      citizen,
      state: isOf(arm) ? states[arm] : WORK,
      from: "2004-01-01",
      to: "2006-09-30",
    })),
  );
  const edition = review.publish();
  const [effect] = edition.effects;

  it("is a case of no variance", () => {
    const [internal] = review.effects;
    expect(internal?.notices.map(({ code }) => code)).toContain("zero-variance");
    for (const { arm, counts } of internal?.rates ?? []) {
      const all = isOf(arm) && states[arm] === WORK ? "success" : "failure";
      expect(counts[all]).toBe(counts.mature);
      expect(counts.mature).toBeGreaterThan(5);
    }
  });

  it("tells neither how many, nor that it was all or none of them", () => {
    expect(
      effect?.rates.flatMap(({ counts, rate }) => [counts.success, counts.failure, rate.estimate]),
    ).toEqual(effect?.rates.flatMap(() => [SUPPRESSED, SUPPRESSED, SUPPRESSED]));
    expect(effect?.notices.map(({ code }) => code)).not.toContain("zero-variance");
    for (const { difference, fisher } of effect?.comparisons ?? []) {
      expect([difference.status, difference.estimate, fisher.pValue]).toEqual([
        "estimated",
        SUPPRESSED,
        SUPPRESSED,
      ]);
    }
    if (edition.disclosure === undefined) throw new Error("a published edition tells its counts");
    expect(attack(edition.disclosure)).toEqual([]);
  });
});

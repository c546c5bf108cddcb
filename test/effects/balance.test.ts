import { describe, expect, it } from "vitest";
import { compareArms, type AnalysisPlan } from "../../src/effects/index.js";
import { standardizedDifference } from "../../src/inference/index.js";
import { madeOutcomes } from "../support/outcomes.js";

const analysis: AnalysisPlan = { primary: "job", referenceArm: "municipal", minimumMature: 5 };
const outcomes = madeOutcomes({
  groups: [
    { arm: "supplier", count: 50, status: "success", stratum: { age: "over-30" } },
    { arm: "supplier", count: 10, stratum: { age: "under-30" } },
    { arm: "municipal", count: 40, stratum: { age: "under-30" } },
    { arm: "municipal", count: 20, stratum: { age: "over-30" } },
  ],
});
const ofArm = (arm: string): readonly number[] =>
  outcomes.participants.flatMap((participant, index) => (participant.arm === arm ? [index % 7] : []));

describe("balance", () => {
  const baseline = outcomes.participants.map(({ citizen, arm }, index) => ({
    citizen,
    days: index % 7,
    weeks: arm === "supplier" ? index % 5 : (index % 5) + 2,
  }));
  const effect = compareArms(outcomes, analysis, { baseline });
  const rows = effect.comparisons[0]?.balance ?? [];

  it("has a row per category and per number, with what the arms had", () => {
    expect(rows.map(({ column, category, origin }) => [column, category, origin])).toEqual([
      ["age", "over-30", "stratum"],
      ["age", "under-30", "stratum"],
      ["days", undefined, "given"],
      ["weeks", undefined, "given"],
    ]);
    expect(rows[0]?.comparator).toBeCloseTo(50 / 60, 12);
    expect(rows[0]?.reference).toBeCloseTo(20 / 60, 12);
    const own = standardizedDifference(ofArm("supplier"), ofArm("municipal"));
    expect(rows[2]?.standardized?.estimate).toBeCloseTo(own.estimate ?? NaN, 12);
    expect(rows[2]?.comparator).toBeCloseTo(ofArm("supplier").reduce((a, b) => a + b, 0) / 60, 12);
  });

  it("tells how far the arms are apart in a stratum, though each block has one level of it only", () => {
    const apart = standardizedDifference({ events: 50, total: 60 }, { events: 20, total: 60 });
    expect(rows[0]?.standardized?.estimate).toBeCloseTo(apart.estimate ?? NaN, 1);
  });

  it("is said where it fails in what the draw didn't balance, and only there", () => {
    const told = effect.notices.filter(({ code }) => code === "baseline-imbalance");
    expect(told).toMatchObject([
      { column: "weeks", category: null, arm: "supplier", reference: "municipal" },
    ]);
    expect(effect.toText({ language: "da" })).toContain("standardafvigelser fra hinanden på weeks");
    expect(effect.toText({ language: "en" })).toContain("standard deviations apart in weeks");
  });
});

import { describe, expect, it } from "vitest";
import { compareArms, type AnalysisPlan, type BaselineRow } from "../../src/effects/index.js";
import { chiSquaredCdf } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { madeOutcomes, type Group } from "../support/outcomes.js";

const analysis: AnalysisPlan = { primary: "job", referenceArm: "municipal", minimumMature: 10 };

/** Of 60 each: over 30 the supplier has 36 successes against 18, under 30 it has 24 against 30. */
const groups: readonly Group[] = (
  [
    ["over-30", "supplier", 36],
    ["over-30", "municipal", 18],
    ["under-30", "supplier", 24],
    ["under-30", "municipal", 30],
  ] as const
).flatMap(([age, arm, successes]) => [
  { arm, block: age, stratum: { age }, status: "success", count: successes },
  { arm, block: age, stratum: { age }, status: "failure", count: 60 - successes },
]);
const outcomes = madeOutcomes({ groups });

describe("subgroups", () => {
  const [comparison] = compareArms(outcomes, analysis).comparisons;
  const [age] = comparison?.subgroups ?? [];

  it("are formed by the strata of the draw, each with its own comparison", () => {
    expect(comparison?.subgroups).toHaveLength(1);
    expect(age).toMatchObject({ factor: "age", planned: true });
    expect(age?.groups.map(({ group }) => group)).toEqual(["over-30", "under-30"]);
    expect(age?.groups[0]?.difference.estimate).toBeCloseTo(0.3, 14);
    expect(age?.groups[1]?.difference.estimate).toBeCloseTo(-0.1, 14);
    expect(age?.groups[0]?.comparator).toMatchObject({ success: 36, failure: 24 });
  });

  it("are tested for being different: (0.3 + 0.1)² over the sum of the variances", () => {
    // In a single block of 60 and 60 Sato's variance is that of two proportions, Σ p(1 − p)/60.
    const statistic = 0.4 ** 2 / ((0.24 + 0.21) / 60 + (0.24 + 0.25) / 60);
    expect(age?.interaction?.statistic).toBeCloseTo(statistic, 12);
    expect(age?.interaction?.pValue).toBeCloseTo(chiSquaredCdf(statistic, 1, "upper"), 12);
    expect(age?.adjustedPValue).toBe(age?.interaction?.pValue);
  });

  it("share their p-values by Holm", () => {
    const sexes = groups.flatMap(({ count = 1 }) =>
      Array.from({ length: count }, (_, i) => (i % 2 ? "m" : "f")),
    );
    const baseline = sexes.map((sex, i): BaselineRow => ({ citizen: `c${i + 1}`, sex }));
    const planned = { ...analysis, subgroups: ["age", "sex"] };
    const [both] = compareArms(outcomes, planned, { baseline }).comparisons;
    const p = both?.subgroups.map(({ interaction }) => interaction?.pValue ?? NaN) ?? [];
    const adjusted = both?.subgroups.map(({ adjustedPValue }) => adjustedPValue) ?? [];
    expect(adjusted[0]).toBeCloseTo(Math.min(1, 2 * Math.min(...p)), 12);
    expect(adjusted[1]).toBeCloseTo(Math.max(2 * (p[0] ?? 0), p[1] ?? 0), 12);
  });

  it("too small for the test have none, and it is said why", () => {
    const few = groups.map((group) => ({ ...group, count: Math.ceil((group.count ?? 1) / 2) }));
    const effect = compareArms(madeOutcomes({ groups: few }), analysis);
    expect(effect.comparisons[0]?.subgroups[0]).toMatchObject({ interaction: null, adjustedPValue: null });
    expect(effect.notices).toContainEqual({
      code: "small-subgroups",
      severity: "caution",
      arm: "supplier",
      reference: "municipal",
      factor: "age",
      fewest: 50,
    });
  });

  it("say of how many the group isn't known, and how many carry no weight in theirs", () => {
    const baseline = outcomes.participants.flatMap(({ citizen }, i): BaselineRow[] =>
      i < 10 ? [] : [{ citizen, half: outcomes.participants[i]?.block === "over-30" && i < 40 ? "a" : "b" }],
    );
    const effect = compareArms(outcomes, analysis, { baseline, subgroups: ["half"] });
    const notices = effect.notices.filter(({ code }) => code.startsWith("subgroup"));
    // The first 10 have no value; 30 more of the supplier's first 60 are the only ones of group a.
    expect(notices).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: "subgroup-unknown", citizens: 10 }) as object,
        expect.objectContaining({ code: "subgroups-without-weight", citizens: 30 }) as object,
      ]),
    );
  });

  it("that were found afterwards are said to be", () => {
    const baseline = outcomes.participants.map(({ citizen }, i) => ({ citizen, half: i % 2 ? "a" : "b" }));
    const effect = compareArms(outcomes, analysis, { baseline, subgroups: ["half"] });
    expect(effect.comparisons[0]?.subgroups[0]).toMatchObject({ factor: "half", planned: false });
    expect(effect.notices.map(({ code }) => code)).toContain("subgroups-not-planned");
    expect(effect.toText({ language: "da" })).toContain("de er valgt bagefter");
  });

  it("that are planned and not known are named, those asked for refused", () => {
    const effect = compareArms(outcomes, { ...analysis, subgroups: ["age", "education"] });
    expect(effect.notices).toContainEqual({
      code: "planned-columns-missing",
      severity: "caution",
      columns: ["education"],
    });
    expect(errorOf(() => compareArms(outcomes, analysis, { subgroups: ["agee"] }))).toMatchObject({
      code: "unknown-subgroup",
      received: "agee",
      hint: "Did you mean age?",
    });
    const baseline = outcomes.participants.map(({ citizen }, weeks) => ({ citizen, weeks }));
    expect(errorOf(() => compareArms(outcomes, analysis, { baseline, subgroups: ["weeks"] }))).toMatchObject({
      code: "impossible-subgroup",
    });
  });
});

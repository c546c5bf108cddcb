import { describe, expect, it } from "vitest";
import { compareArms, type AnalysisPlan, type Effect } from "../../src/effects/index.js";
import { madeOutcomes, type Description, type Group } from "../support/outcomes.js";

const analysis: AnalysisPlan = { primary: "job", referenceArm: "municipal", minimumMature: 1 };

function effectOf(description: Description): Effect {
  return compareArms(madeOutcomes(description), analysis);
}

/** Successes and failures of both arms in a block. */
function block(
  name: string,
  counts: readonly [ours: number, without: number, theirs: number, without: number],
  rest: Partial<Group> = {},
): readonly Group[] {
  const [a, b, c, d] = counts;
  return [
    { arm: "supplier", block: name, status: "success", count: a, ...rest },
    { arm: "supplier", block: name, status: "failure", count: b, ...rest },
    { arm: "municipal", block: name, status: "success", count: c, ...rest },
    { arm: "municipal", block: name, status: "failure", count: d, ...rest },
  ];
}

describe("the difference that decides", () => {
  it("is Mantel-Haenszel's where everyone in a block had the same probability", () => {
    const groups = [
      ...block("w1", [3, 3, 2, 4]),
      ...block("w2", [4, 2, 1, 5], { probabilities: { supplier: 0.7, municipal: 0.3 } }),
    ];
    expect(effectOf({ groups }).comparisons[0]?.difference.method).toBe("mantel-haenszel");
  });

  it("weighs everyone by the own probability where these differ in a block", () => {
    // Half of the block had 3/4 for the supplier (4 of 6 succeed there, 1 of 2 with the municipality), half 1/4.
    const groups = [
      ...block("w1", [4, 2, 1, 1], { probabilities: { supplier: 0.75, municipal: 0.25 } }),
      ...block("w1", [1, 1, 2, 4], { probabilities: { supplier: 0.25, municipal: 0.75 } }),
    ];
    const [comparison] = effectOf({ groups }).comparisons;
    // Weights 4/3 and 4 for the supplier, 4 and 4/3 for the municipality: 16 in all on each side.
    const ours = ((4 / 3) * 4 + 4 * 1) / ((4 / 3) * 6 + 4 * 2);
    const theirs = (4 * 1 + (4 / 3) * 2) / (4 * 2 + (4 / 3) * 6);
    expect(comparison?.difference).toMatchObject({ method: "hajek", status: "estimated" });
    expect(comparison?.difference.estimate).toBeCloseTo(ours - theirs, 13);
  });

  it("counts households once where some were drawn together", () => {
    const singles = [...block("w1", [4, 4, 3, 5]), ...block("w2", [5, 3, 2, 6])];
    const couples = ["h1", "h2", "h3", "h4"].flatMap((household, index): readonly Group[] => [
      { arm: "supplier", block: "w1", status: index < 2 ? "success" : "failure", count: 2, household },
      { arm: "municipal", block: "w2", status: "failure", count: 2, household: `${household}-b` },
    ]);
    const effect = effectOf({ groups: [...singles, ...couples] });
    const [comparison] = effect.comparisons;
    expect(comparison?.difference).toMatchObject({ method: "difference-in-means", status: "estimated" });
    expect(comparison?.randomization?.method).toBe("randomization-exact-households");
    expect(effect.notices).toContainEqual(
      expect.objectContaining({ code: "households-drawn", households: 8 }),
    );
    // Couples who are alike carry less than as many citizens: the variance is larger than that of singles.
    const apart = effectOf({ groups: [...singles, ...couples.map(asSingles)] });
    expect(comparison?.difference.standardError ?? 0).toBeGreaterThan(
      apart.comparisons[0]?.difference.standardError ?? Infinity,
    );
  });
});

function asSingles({ arm, block: name = "", status = "failure", count = 1 }: Group): Group {
  return { arm, block: name, status, count };
}

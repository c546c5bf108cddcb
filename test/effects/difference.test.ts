import { describe, expect, it } from "vitest";
import { compareArms, type AnalysisPlan, type Effect } from "../../src/effects/index.js";
import { stratifiedComparison } from "../../src/inference/index.js";
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

describe("a difference whose variance is 0", () => {
  const alike = [...block("w1", [5, 0, 5, 0]), ...block("w2", [0, 4, 0, 4])];
  const opposite = [...block("w1", [5, 0, 0, 5]), ...block("w2", [4, 0, 0, 4])];
  const ordinary = [...block("w1", [5, 1, 2, 4]), ...block("w2", [4, 2, 1, 5])];
  const quotas = { supplier: 0.75, municipal: 0.25 };
  const unevenOf = (groups: readonly Group[]): readonly Group[] => [
    ...groups,
    ...groups.map((group) => ({ ...group, probabilities: quotas })),
  ];

  it.each([
    ["all alike", alike, 0, "mantel-haenszel"],
    ["all opposite", opposite, 1, "mantel-haenszel"],
    ["all alike by weights", unevenOf(block("w1", [5, 0, 5, 0])), 0, "hajek"],
    ["all opposite by weights", unevenOf(opposite), 1, "hajek"],
    ["all opposite by households", householdsOf(opposite), 1, "difference-in-means"],
  ])("has no interval and no test, and decides nothing: %s", (_, groups, difference, method) => {
    const outcomes = madeOutcomes({ groups });
    const effect = compareArms(outcomes, { ...analysis, margin: 0.05 });
    const [comparison] = effect.comparisons;
    expect(comparison?.difference.method).toBe(method);
    expect(comparison?.difference.estimate).toBeCloseTo(difference, 12);
    expect(comparison?.difference).toMatchObject({
      status: "not-estimable",
      interval: { lower: -1, upper: 1 },
    });
    expect(comparison?.difference.test).toBeUndefined();
    expect(effect.verdicts[0]?.code).toBe("inconclusive");
  });

  it("says so with its reason, wherever it stands", () => {
    const effect = effectOf({ groups: opposite });
    const [comparison] = effect.comparisons;
    expect(comparison?.difference.reason).toBe("zero-variance");
    expect(effect.notices).toContainEqual(expect.objectContaining({ code: "zero-variance" }));
    const danish = effect.toMarkdown({ language: "da" });
    expect(danish).toContain("forskellen er 100,0 procentpoint, og den har intet konfidensinterval");
    expect(danish).not.toMatch(/−100,0 til 100,0|konfidensinterval 100,0/u);
    expect(danish).toMatch(/\(Mantel-Haenszel\) \(intet konfidensinterval[^|]*\| 100,0 \| – \| – \|/u);
    const english = effect.toMarkdown({ language: "en" });
    expect(english).toContain("it has no confidence interval, since everyone in the same unit");
    // Newcombe's interval and Fisher's test stand beside it as they do.
    expect(comparison?.unstratified.interval.lower).toBeLessThan(
      comparison?.unstratified.interval.upper ?? 0,
    );
    expect(comparison?.fisher.pValue).toBeLessThan(0.001);
    const deciding = comparison?.sensitivity.find(({ decides }) => decides);
    expect(deciding?.difference.reason).toBe("zero-variance");
  });

  it("leaves an ordinary difference as it was", () => {
    const { difference } = effectOf({ groups: ordinary }).comparisons[0] ?? {};
    const strata = [
      { comparator: { events: 5, total: 6 }, reference: { events: 2, total: 6 } },
      { comparator: { events: 4, total: 6 }, reference: { events: 1, total: 6 } },
    ];
    const { estimate, interval, test, status } = stratifiedComparison(strata);
    expect(difference).toMatchObject({ estimate, interval, test, status });
  });
});

function householdsOf(groups: readonly Group[]): readonly Group[] {
  return [...groups, ...groups].map((group, index) => ({ ...group, household: `h${String(index)}` }));
}

function asSingles({ arm, block: name = "", status = "failure", count = 1 }: Group): Group {
  return { arm, block: name, status, count };
}

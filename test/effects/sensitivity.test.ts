import { describe, expect, it } from "vitest";
import { compareArms, type AnalysisPlan, type SensitivityCode } from "../../src/effects/index.js";
import { boundsForMissing, compareProportions, exactEffectInterval } from "../../src/inference/index.js";
import { madeOutcomes, type Group } from "../support/outcomes.js";

const analysis: AnalysisPlan = { primary: "job", referenceArm: "municipal", minimumMature: 5 };
const course = { startedOn: "2005-01-10", endedOn: "2005-03-01" };

/** Two blocks; in the first two of the supplier's ten never began, and the municipality lost sight of one. */
const groups: readonly Group[] = [
  { arm: "supplier", block: "w1", status: "success", count: 6, course },
  { arm: "supplier", block: "w1", status: "failure", count: 2, course },
  { arm: "supplier", block: "w1", status: "failure", count: 2, participation: "never-started" },
  { arm: "municipal", block: "w1", status: "success", count: 4, course },
  { arm: "municipal", block: "w1", status: "failure", count: 6, course },
  { arm: "municipal", block: "w1", status: "unknown", course },
  { arm: "supplier", block: "w2", status: "success", count: 5, course },
  { arm: "supplier", block: "w2", status: "failure", count: 5, course },
  { arm: "municipal", block: "w2", status: "success", count: 5, course },
  { arm: "municipal", block: "w2", status: "failure", count: 15, course },
];

function analyses(from: readonly Group[]): Readonly<Record<string, unknown>> & {
  readonly codes: readonly SensitivityCode[];
} {
  const [comparison] = compareArms(madeOutcomes({ groups: from }), analysis).comparisons;
  const found = comparison?.sensitivity ?? [];
  return {
    codes: found.map((each) => each.analysis),
    ...Object.fromEntries(found.map((each) => [each.analysis, each])),
  };
}

/** A difference in the first week's 10 and 11, and 0.25 in the second's 10 and 20, by Mantel and Haenszel's weights. */
const over = (first: number): number => ((110 / 21) * first + (20 / 3) * 0.25) / (110 / 21 + 20 / 3);

const chances = (supplier: number): Readonly<Record<string, number>> => ({
  municipal: 1 - supplier,
  supplier,
});

describe("sensitivity analyses", () => {
  const all = analyses(groups);

  it("begin with the one that decides", () => {
    expect(all.codes).toEqual([
      "stratified",
      "unadjusted",
      "weighted",
      "exact",
      "per-protocol",
      "compliers",
      "unknown-as-failures",
      "unknown-worst",
      "unknown-best",
      "unknown-lee",
    ]);
    expect(all["stratified"]).toMatchObject({ decides: true, citizens: 50 });
    expect(all["unadjusted"]).toMatchObject({ decides: false });
  });

  it("are those of the functions for them", () => {
    const [ours, theirs] = [
      { events: 11, total: 20 },
      { events: 9, total: 30 },
    ];
    expect(all["unadjusted"]).toMatchObject({
      difference: { interval: compareProportions(ours, theirs).interval },
    });
    const blocks = [
      { comparator: { events: 6, total: 10 }, reference: { events: 4, total: 10 } },
      { comparator: { events: 5, total: 10 }, reference: { events: 5, total: 20 } },
    ];
    expect(all["exact"]).toMatchObject({ difference: { interval: exactEffectInterval(blocks).interval } });
    const missing = {
      comparator: { events: 11, total: 20, unknown: 0 },
      reference: { events: 9, total: 31, unknown: 1 },
    };
    expect(all["unknown-lee"]).toMatchObject({
      citizens: 51,
      region: boundsForMissing(missing, { method: "lee" }).region,
    });
  });

  it("suppose the municipality's one unknown of the first week a failure, and a success", () => {
    const failed = { estimate: expect.closeTo(over(0.6 - 4 / 11), 12) as number };
    expect(all["unknown-as-failures"]).toMatchObject({ citizens: 51, difference: failed });
    expect(all["unknown-best"]).toMatchObject({ difference: failed });
    expect(all["unknown-worst"]).toMatchObject({
      difference: { estimate: expect.closeTo(over(0.6 - 5 / 11), 12) as number },
    });
  });

  it("weigh everyone by 1/p: the plain means where all had the same", () => {
    expect(all["weighted"]).toMatchObject({ difference: { estimate: expect.closeTo(0.25, 12) as number } });
  });

  it("tell of those who began what they were drawn to", () => {
    // Without the two: 6/8 against 4/10 with weight 80/18, and 0.25 with weight 20/3.
    const difference = ((80 / 18) * 0.35 + (20 / 3) * 0.25) / (80 / 18 + 20 / 3);
    expect(all["per-protocol"]).toMatchObject({
      citizens: 48,
      difference: { estimate: expect.closeTo(difference, 12) as number },
    });
  });

  it("divide by the share that the draw made begin with the supplier: 18 of 20 against none", () => {
    expect(all["compliers"]).toMatchObject({
      citizens: 50,
      difference: { estimate: expect.closeTo(0.25 / 0.9, 12) as number },
    });
  });

  it("have no compliers where the draw led hardly anyone to the arm that was drawn", () => {
    const crossed = groups.map((group) =>
      group.course === undefined
        ? group
        : {
            ...group,
            course: { ...course, deliveredBy: group.arm === "supplier" ? "municipal" : "supplier" },
          },
    );
    const some = [...crossed, { arm: "supplier", block: "w2", status: "success", course }] as const;
    expect(analyses(some).codes).toContain("per-protocol");
    expect(analyses(some).codes).not.toContain("compliers");
  });

  it("suppose nothing where nothing is known", () => {
    const unknown = groups.map((group) => ({ ...group, status: "unknown" as const }));
    expect(analyses(unknown).codes.filter((code) => code.startsWith("unknown"))).toEqual([]);
  });

  it("leave out what these data leave no room for", () => {
    const plain = groups.filter(
      ({ status, participation }) => status !== "unknown" && participation === undefined,
    );
    expect(analyses(plain).codes).toEqual(["stratified", "unadjusted", "weighted", "exact"]);
  });

  it("count household by household where households were drawn", () => {
    const pairs = groups
      .filter(({ status }) => status !== "unknown")
      .flatMap((group, index) =>
        Array.from(
          { length: (group.count ?? 1) / (group.count === 5 || group.count === 15 ? 1 : 2) },
          (_, i) => ({
            ...group,
            count: group.count === 5 || group.count === 15 ? 1 : 2,
            household: `h${index}-${i}`,
          }),
        ),
      );
    const found = analyses(pairs);
    expect(found.codes.slice(0, 2)).toEqual(["households", "unadjusted"]);
    expect(found.codes).not.toContain("exact");
  });

  it("weigh where probabilities differ within a block, and that decides", () => {
    const uneven = groups.map((group, index) =>
      index % 2 === 0 ? group : { ...group, probabilities: { municipal: 0.4, supplier: 0.6 } },
    );
    const found = analyses(uneven);
    expect(found.codes.slice(0, 2)).toEqual(["weighted", "stratified"]);
    expect(found.codes).not.toContain("unadjusted");
    expect(found.codes).not.toContain("unknown-lee");
  });

  it("find nothing where there is nothing, though chances differed from week to week", () => {
    // 60 % succeed in the first week and 20 % in the second, with either; the supplier had 3/4 and 1/4 of them.
    const lost = { status: "failure", count: 2, participation: "never-started" } as const;
    const weeks: readonly Group[] = [
      { arm: "supplier", block: "w1", status: "success", count: 180, probabilities: chances(0.75), course },
      { arm: "supplier", block: "w1", count: 118, probabilities: chances(0.75), course },
      { arm: "supplier", block: "w1", probabilities: chances(0.75), ...lost },
      { arm: "municipal", block: "w1", status: "success", count: 60, probabilities: chances(0.75), course },
      { arm: "municipal", block: "w1", count: 40, probabilities: chances(0.75), course },
      { arm: "supplier", block: "w2", status: "success", count: 20, probabilities: chances(0.25), course },
      { arm: "supplier", block: "w2", count: 80, probabilities: chances(0.25), course },
      { arm: "municipal", block: "w2", status: "success", count: 60, probabilities: chances(0.25), course },
      { arm: "municipal", block: "w2", count: 240, probabilities: chances(0.25), course },
      { arm: "municipal", block: "w2", status: "unknown", count: 4, probabilities: chances(0.25), course },
    ];
    const effect = compareArms(madeOutcomes({ groups: weeks }), analysis);
    const [comparison] = effect.comparisons;
    const estimates = comparison?.sensitivity.map(({ difference }) => difference.estimate ?? NaN) ?? [];
    expect(estimates).toHaveLength(8);
    for (const estimate of estimates) expect(Math.abs(estimate)).toBeLessThan(0.02);
    expect(comparison?.unstratified.estimate).toBeCloseTo(0.2, 12);
    expect(effect.notices.map(({ code }) => code)).toContain("probabilities-vary-between-blocks");
    expect(effect.toText({ language: "en" })).not.toContain("Newcombe");
  });
});

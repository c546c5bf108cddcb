import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/core/index.js";
import { compareArms, type AnalysisPlan } from "../../src/effects/index.js";
import { criterion, madeOutcomes, TWO_ARMS, type Description, type Group } from "../support/outcomes.js";

const analysis: AnalysisPlan = { primary: "job", referenceArm: "municipal" };

function noticesOf(description: Description, code: string, plan: AnalysisPlan = analysis): readonly Notice[] {
  return compareArms(madeOutcomes(description), plan).notices.filter((notice) => notice.code === code);
}

const calm: readonly Group[] = TWO_ARMS.flatMap(({ id }) => [
  { arm: id, status: "success", count: 10 },
  { arm: id, status: "failure", count: 10 },
]);

function courseOf(days: number, arm: string): Group {
  const endedOn = `2005-02-${String(days).padStart(2, "0")}`;
  return { arm, status: "success", course: { startedOn: "2005-02-01", endedOn } };
}

function returnedBy(count: number): readonly Group[] {
  return [...calm, { arm: "supplier", participation: "returned", count }];
}

describe("the guardrails", () => {
  it("are silent where there is nothing to say", () => {
    expect(compareArms(madeOutcomes({ groups: calm }), analysis).notices).toEqual([]);
  });

  it("say when of an arm no course at all was reported", () => {
    const groups = calm.map((each) =>
      each.arm === "supplier" ? { ...each, participation: "not-reported" as const } : each,
    );
    expect(noticesOf({ groups }, "no-courses-reported")).toEqual([
      { code: "no-courses-reported", severity: "caution", arm: "supplier" },
    ]);
  });

  it("say when an arm has fewer than ten events or others", () => {
    const groups = [...calm.slice(1), { arm: "municipal", status: "success", count: 9 } as const];
    expect(noticesOf({ groups }, "few-events")).toEqual([
      { code: "few-events", severity: "caution", arm: "municipal", events: 9, nonEvents: 10, fewest: 10 },
    ]);
  });

  it("count the citizens of blocks that hold one arm only, the unknown not among them", () => {
    const groups: readonly Group[] = [
      ...calm,
      { arm: "supplier", block: "w2", status: "success", count: 3 },
      { arm: "municipal", block: "w2", status: "unknown" },
      { arm: "municipal", block: "w3", count: 2 },
      { arm: "municipal", block: "w4", status: "unknown" },
    ];
    expect(noticesOf({ groups }, "blocks-without-both-arms")).toEqual([
      {
        code: "blocks-without-both-arms",
        severity: "caution",
        arm: "supplier",
        reference: "municipal",
        blocks: 2,
        citizens: 5,
        of: 45,
      },
    ]);
    expect(noticesOf({ groups }, "unknown-outcomes")).toEqual([
      { code: "unknown-outcomes", severity: "caution", arm: "municipal", unknown: 2, mature: 24 },
    ]);
  });

  it("say how long completed courses were, from a week's difference in the mean", () => {
    const apart = [...calm, courseOf(10, "supplier"), courseOf(14, "supplier"), courseOf(5, "municipal")];
    expect(noticesOf({ groups: apart }, "unequal-course-lengths")).toEqual([
      {
        code: "unequal-course-lengths",
        severity: "caution",
        arm: "supplier",
        meanDays: 12,
        reference: "municipal",
        referenceMeanDays: 5,
      },
    ]);
    const near = [...calm, courseOf(11, "supplier"), courseOf(5, "municipal")];
    expect(noticesOf({ groups: near }, "unequal-course-lengths")).toEqual([]);
    const returned = { ...courseOf(28, "supplier"), participation: "returned" } as const;
    expect(noticesOf({ groups: [...near, returned] }, "unequal-course-lengths")).toEqual([]);
    expect(
      noticesOf(
        { groups: [...near, { ...courseOf(28, "supplier"), mature: false }] },
        "unequal-course-lengths",
      ),
    ).toEqual([]);
  });

  it("say when one arm returns more, beyond chance", () => {
    // 1 of 21 against 0 of 20 is chance; 8 of 28 against 0 of 20 is not.
    expect(noticesOf({ groups: returnedBy(1) }, "unequal-return-rates")).toEqual([]);
    expect(noticesOf({ groups: returnedBy(8) }, "unequal-return-rates")).toEqual([
      {
        code: "unequal-return-rates",
        severity: "caution",
        arm: "supplier",
        returned: 8,
        total: 28,
        reference: "municipal",
        referenceReturned: 0,
        referenceTotal: 20,
      },
    ]);
  });

  it("count further referrals apart from persons", () => {
    const groups = [
      ...calm,
      { arm: "supplier", referrals: 3, mature: false },
      { arm: "municipal", referrals: 2 },
    ];
    expect(noticesOf({ groups }, "referred-again")).toEqual([
      { code: "referred-again", severity: "info", count: 2, referrals: 3 },
    ]);
  });

  it("count who was kept out because chance could not decide", () => {
    const groups = [...calm, { arm: "supplier", count: 4, probabilities: { municipal: 0, supplier: 1 } }];
    expect(noticesOf({ groups }, "excluded-from-comparison")).toEqual([
      { code: "excluded-from-comparison", severity: "info", arm: "supplier", citizens: 4 },
    ]);
  });

  it("say when the arms have other numbers than the draw gives", () => {
    // 300 against 200 of an even draw: z = 100/√500 = 4.5. 260 against 240: z = 0.9.
    const lost = [
      { arm: "supplier", count: 300 },
      { arm: "municipal", count: 200 },
    ];
    expect(noticesOf({ groups: lost }, "sample-ratio-mismatch")).toMatchObject([
      { severity: "warning", arms: ["municipal", "supplier"], counts: [200, 300], expected: [250, 250] },
    ]);
    const honest = [
      { arm: "supplier", count: 260 },
      { arm: "municipal", count: 240 },
    ];
    expect(noticesOf({ groups: honest }, "sample-ratio-mismatch")).toEqual([]);
    // As the draw was two to one in 450 of them: 300 and 150, beside 50 for whom there was no choice.
    const uneven = { supplier: 2 / 3, municipal: 1 / 3 };
    const weighted = [
      { arm: "supplier", count: 300, probabilities: uneven },
      { arm: "municipal", count: 150, probabilities: uneven },
      { arm: "municipal", count: 50, probabilities: { supplier: 0, municipal: 1 } },
    ];
    expect(noticesOf({ groups: weighted }, "sample-ratio-mismatch")).toEqual([]);
    // Twenty households of fifteen are twenty draws, not three hundred.
    const households = Array.from({ length: 20 }, (_, i) => ({
      arm: i < 13 ? "supplier" : "municipal",
      count: 15,
      household: `h${i}`,
    }));
    expect(noticesOf({ groups: households }, "sample-ratio-mismatch")).toEqual([]);
  });

  it("flag alternation as predictable", () => {
    const notices = noticesOf({ groups: calm, design: { kind: "alternation" } }, "predictable-allocation");
    expect(notices).toEqual([{ code: "predictable-allocation", severity: "caution" }]);
  });

  it("flag recorded probabilities that are nominal, where a balancing design has quotas", () => {
    const made = madeOutcomes({ groups: calm, design: { kind: "big-stick", imbalance: 3 } as never });
    const { opening } = made.ledger;
    const withQuotas = {
      ...opening,
      allocation: { ...opening.allocation, quotas: [{ arm: "supplier", per: "week", most: 3 }] },
    };
    const codesOf = (outcomes: typeof made): readonly string[] =>
      compareArms(outcomes, analysis).notices.map(({ code }) => code);
    expect(codesOf(made)).not.toContain("nominal-probabilities");
    const limited = { ...made, ledger: { ...made.ledger, opening: withQuotas as never } };
    expect(codesOf(limited)).toContain("nominal-probabilities");
  });

  it("flag probabilities that vary within a block", () => {
    const uneven = { municipal: 0.25, supplier: 0.75 };
    const groups = [...calm, { arm: "supplier", probabilities: uneven }];
    expect(noticesOf({ groups }, "probabilities-vary-within-block")).toMatchObject([
      { severity: "info", blocks: 1 },
    ]);
    const everyone = calm.map((group) => ({ ...group, probabilities: uneven }));
    expect(noticesOf({ groups: everyone }, "probabilities-vary-within-block")).toEqual([]);
  });

  it("flag an interval without width, and let it decide nothing", () => {
    const groups = TWO_ARMS.map(({ id }) => ({ arm: id, count: 150 }));
    const plan = { ...analysis, margin: 0.05 };
    expect(noticesOf({ groups }, "zero-variance", plan)).toMatchObject([
      { severity: "warning", arm: "supplier" },
    ]);
    expect(compareArms(madeOutcomes({ groups }), plan).verdicts[0]?.code).toBe("inconclusive");
  });

  it("say that several comparisons share the level", () => {
    const arms = [...TWO_ARMS, { id: "third", name: "Den tredje" }];
    expect(noticesOf({ groups: calm, arms }, "shared-level")).toEqual([
      { code: "shared-level", severity: "info", level: 0.95, comparisonLevel: 0.975, comparisons: 2 },
    ]);
  });

  it("warn of a criterion that the plan doesn't name", () => {
    const outcomes = madeOutcomes({ groups: calm, criteria: [criterion("job"), criterion("study")] });
    const effect = compareArms(outcomes, analysis, { criterion: "study" });
    expect(effect.notices).toEqual([
      { code: "criterion-not-planned", severity: "warning", criterion: "study" },
    ]);
  });
});

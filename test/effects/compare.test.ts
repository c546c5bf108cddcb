import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareArms, type AnalysisPlan } from "../../src/effects/index.js";
import { normalCdf } from "../../src/numerics/index.js";
import { arbitraryGroups, criterion, madeOutcomes, TWO_ARMS, type Group } from "../support/outcomes.js";

const analysis: AnalysisPlan = { primary: "job", referenceArm: "municipal" };

/** Two blocks of a draw, counted by hand below, and everyone who must not change their numbers. */
const worked: readonly Group[] = [
  { arm: "supplier", block: "w1", status: "success", count: 6 },
  { arm: "supplier", block: "w1", status: "failure", count: 4 },
  { arm: "municipal", block: "w1", status: "success", count: 4 },
  { arm: "municipal", block: "w1", status: "failure", count: 6 },
  { arm: "supplier", block: "w2", status: "success", count: 5 },
  { arm: "supplier", block: "w2", status: "failure", count: 5 },
  { arm: "municipal", block: "w2", status: "success", count: 5 },
  { arm: "municipal", block: "w2", status: "failure", count: 15 },
  // Unknown: in the cohort, in no rate. Late: pending. Only one arm possible: excluded.
  { arm: "supplier", block: "w1", status: "unknown", count: 2 },
  { arm: "municipal", block: "w2", status: "unknown", count: 3 },
  { arm: "supplier", block: "w9", status: "success", mature: false, count: 7 },
  {
    arm: "municipal",
    block: "w2",
    status: "success",
    count: 4,
    probabilities: { municipal: 1, supplier: 0 },
  },
];

/** Over two blocks of 12 and 10 and of 10 and 23, with Mantel and Haenszel's weights. */
const over = (first: number, second: number): number =>
  ((60 / 11) * first + (230 / 33) * second) / (60 / 11 + 230 / 33);

describe("compareArms, worked by hand", () => {
  const effect = compareArms(madeOutcomes({ groups: worked }), { ...analysis, minimumMature: 20 });
  const [municipal, supplier] = effect.rates;
  const comparison = effect.comparisons[0];
  const difference = comparison?.difference;

  it("counts everyone once", () => {
    expect(supplier?.counts).toEqual({
      allocated: 29,
      mature: 22,
      success: 11,
      failure: 9,
      unknown: 2,
      pending: 7,
      excluded: 0,
    });
    expect(municipal?.counts).toEqual({
      allocated: 37,
      mature: 33,
      success: 9,
      failure: 21,
      unknown: 3,
      pending: 0,
      excluded: 4,
    });
  });

  it("takes rates among the known, with the unknown as bounds", () => {
    expect(supplier?.rate).toMatchObject({ estimate: 11 / 20, method: "wilson" });
    expect(municipal?.rate.estimate).toBe(9 / 30);
    expect(supplier?.bounds).toEqual({ lower: 11 / 22, upper: 13 / 22 });
    expect(municipal?.bounds).toEqual({ lower: 9 / 33, upper: 12 / 33 });
    expect(comparison?.bounds.lower).toBeCloseTo(over(6 / 12 - 4 / 10, 5 / 10 - 8 / 23), 14);
    expect(comparison?.bounds.upper).toBeCloseTo(over(8 / 12 - 4 / 10, 5 / 10 - 5 / 23), 14);
  });

  it("takes the Mantel-Haenszel difference: weights 10·10/20 = 5 and 10·20/30 = 20/3", () => {
    // (5 · (0.6 − 0.4) + 20/3 · (0.5 − 0.25)) / (5 + 20/3) = (8/3) / (35/3) = 8/35
    expect(difference?.estimate).toBeCloseTo(8 / 35, 14);
    expect(difference).toMatchObject({ measure: "risk-difference", method: "mantel-haenszel" });
  });

  it("takes Sato's variance: (δ ΣP + ΣQ) / (Σw)²", () => {
    // With x successes of n in the arm and y of m in the reference arm, N = n + m:
    // P = (n² y − m² x + n m (m − n)/2) / N²: −200/400 and −500/900, together −19/18
    // Q = (x (m − y) + y (n − x)) / 2N: 52/40 and 100/60, together 89/30
    // (8/35 · −19/18 + 89/30) / (35/3)² = 1717/85750
    const error = Math.sqrt(1717 / 85750);
    expect(difference?.standardError).toBeCloseTo(error, 14);
    expect(difference?.interval.lower).toBeCloseTo(8 / 35 - 1.959963984540054 * error, 13);
    expect(difference?.interval.upper).toBeCloseTo(8 / 35 + 1.959963984540054 * error, 13);
    expect(difference?.test?.statistic).toBeCloseTo(8 / 35 / error, 13);
    expect(difference?.test?.pValue).toBeCloseTo(2 * normalCdf(-8 / 35 / error, "lower"), 13);
  });

  it("stands the unstratified interval and Fisher's test beside it, on the same citizens", () => {
    const counts = { comparator: { events: 11, total: 20 }, reference: { events: 9, total: 30 } };
    expect(comparison?.unstratified).toMatchObject({ method: "newcombe", counts });
    expect(comparison?.unstratified.estimate).toBeCloseTo(0.25, 14);
    // R 4.2.2: fisher.test(matrix(c(11, 9, 9, 21), 2))$p.value
    expect(comparison?.fisher.method).toBe("fisher");
    expect(comparison?.fisher.pValue).toBeCloseTo(0.088738043925739, 13);
  });

  it("gives the verdict of the stratified interval", () => {
    expect(effect.verdicts).toEqual([{ arm: "supplier", reference: "municipal", code: "inconclusive" }]);
  });

  it("tells where it comes from", () => {
    expect(effect).toMatchObject({
      criterion: "job",
      primary: true,
      anchor: "referral",
      matureThrough: "2005-12-31",
    });
    expect(effect.provenance).toMatchObject({
      operation: "compareArms",
      options: { minimumMature: { value: 20, source: "given" }, level: { value: 0.95, source: "default" } },
      inputs: { participants: 66, outcomes: { operation: "madeOutcomes" } },
    });
    expect(effect.references.length).toBeGreaterThan(0);
    expect(new Set(effect.references).size).toBe(effect.references.length);
  });
});

describe("compareArms", () => {
  const clear: readonly Group[] = ["w1", "w2"].flatMap((block) => [
    { arm: "supplier", block, status: "success", count: 60 },
    { arm: "supplier", block, count: 40 },
    { arm: "municipal", block, status: "success", count: 30 },
    { arm: "municipal", block, count: 70 },
  ]);

  it("is too early until both arms have the planned number, whatever the interval", () => {
    const outcomes = madeOutcomes({ groups: clear });
    const code = (minimumMature: number): string | undefined =>
      compareArms(outcomes, { ...analysis, minimumMature }).verdicts[0]?.code;
    expect(code(200)).toBe("better");
    expect(code(201)).toBe("too-early");
  });

  it("gives the other verdict from the other arm's side", () => {
    const outcomes = madeOutcomes({ groups: clear });
    const effect = compareArms(outcomes, { ...analysis, referenceArm: "supplier" });
    expect(effect.verdicts).toEqual([{ arm: "municipal", reference: "supplier", code: "worse" }]);
    expect(effect.comparisons[0]?.difference.estimate).toBeCloseTo(-0.3, 14);
  });

  it("is inconclusive, with the whole parameter space, where no block holds both arms", () => {
    const outcomes = madeOutcomes({
      groups: [
        { arm: "supplier", block: "w1", status: "success", count: 150 },
        { arm: "municipal", block: "w2", count: 150 },
      ],
    });
    const effect = compareArms(outcomes, { ...analysis, margin: 0.5 });
    expect(effect.comparisons[0]?.difference).toMatchObject({
      status: "not-estimable",
      estimate: null,
      interval: { lower: -1, upper: 1 },
    });
    expect(effect.verdicts[0]?.code).toBe("inconclusive");
  });

  it("stands on no one at all", () => {
    const effect = compareArms(madeOutcomes({ groups: [] }), analysis);
    expect(effect.verdicts[0]?.code).toBe("too-early");
    expect(effect.rates[0]).toMatchObject({ rate: { estimate: null }, bounds: { lower: null, upper: null } });
    expect(effect.comparisons[0]?.bounds).toEqual({ lower: null, upper: null });
  });

  it("compares k arms with the reference arm, each at the shared level and on its own draws", () => {
    const arms = [...TWO_ARMS, { id: "third", name: "Den tredje" }];
    const full = { municipal: 0.5, supplier: 0.5, third: 0 };
    const outcomes = madeOutcomes({
      arms,
      groups: [
        ...arms.flatMap(({ id }) => [
          { arm: id, status: "success" as const, count: 40 },
          { arm: id, count: 60 },
        ]),
        { arm: "municipal", count: 50, block: "w2", probabilities: full },
        { arm: "supplier", status: "success", count: 50, block: "w2", probabilities: full },
      ],
    });
    const effect = compareArms(outcomes, analysis);
    expect(effect.comparisons.map(({ arm, difference }) => [arm, difference.interval.level])).toEqual([
      ["supplier", 1 - 0.05 / 2],
      ["third", 1 - 0.05 / 2],
    ]);
    expect(effect.rates.map((rate) => rate.rate.interval.level)).toEqual([0.95, 0.95, 0.95]);
    expect(effect.comparisons[1]?.unstratified.counts).toEqual({
      comparator: { events: 40, total: 100 },
      reference: { events: 40, total: 100 },
    });
    expect(effect.comparisons[0]?.unstratified.counts).toEqual({
      comparator: { events: 90, total: 150 },
      reference: { events: 40, total: 150 },
    });
  });

  it("compares a secondary criterion in the same way, and says that it doesn't decide", () => {
    const outcomes = madeOutcomes({
      groups: clear,
      criteria: [criterion("job"), criterion("study", "evaluation")],
    });
    const first = compareArms(outcomes, { ...analysis, secondary: ["study"] });
    const second = compareArms(outcomes, { ...analysis, secondary: ["study"] }, { criterion: "study" });
    expect(second).toMatchObject({ primary: false, criterion: "study", verdicts: first.verdicts });
    expect(second.comparisons[0]?.difference.interval).toEqual(first.comparisons[0]?.difference.interval);
    expect(second.notices.map((notice) => notice.code)).not.toContain("criterion-not-planned");
  });

  it("reconciles with the ledger in any competition, and never gives a NaN", () => {
    fc.assert(
      fc.property(arbitraryGroups, (groups) => {
        const outcomes = madeOutcomes({ groups });
        const effect = compareArms(outcomes, analysis);
        for (const { arm, counts } of effect.rates) {
          const { allocated, success, failure, unknown, pending, excluded } = counts;
          expect(success + failure + unknown + pending + excluded).toBe(allocated);
          expect(allocated).toBe(outcomes.ledger.entries.filter((entry) => entry.arm === arm).length);
          const contractual = effect.contractual.find((each) => each.arm === arm);
          expect((contractual?.complete ?? NaN) + (contractual?.pending ?? NaN)).toBe(allocated);
        }
        const numbers = effect
          .toRows()
          .flatMap((row) => Object.values(row).filter((cell) => typeof cell === "number"));
        expect(numbers.every((number) => !Number.isNaN(number))).toBe(true);
      }),
    );
  });

  it("doesn't depend on the order of the ledger's citizens within their arm and block", () => {
    fc.assert(
      fc.property(arbitraryGroups, (groups) => {
        const effect = compareArms(madeOutcomes({ groups }), analysis);
        const reversed = compareArms(madeOutcomes({ groups: groups.toReversed() }), analysis);
        expect(reversed.rates).toEqual(effect.rates);
        expect(reversed.verdicts).toEqual(effect.verdicts);
        const [a, b] = [effect, reversed].map(
          (each) => each.comparisons[0]?.difference.interval.lower ?? NaN,
        );
        expect(a).toBeCloseTo(b ?? NaN, 12);
      }),
    );
  });
});

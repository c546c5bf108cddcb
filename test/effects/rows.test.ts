import { describe, expect, it } from "vitest";
import { compareArms, withoutEarlyComparisons } from "../../src/effects/index.js";
import { madeOutcomes, TWO_ARMS, type Group } from "../support/outcomes.js";

const groups: readonly Group[] = [
  { arm: "supplier", status: "success", count: 30 },
  { arm: "supplier", count: 20 },
  { arm: "municipal", status: "success", count: 20 },
  { arm: "municipal", count: 30 },
];

describe("an effect's rows", () => {
  const effect = compareArms(madeOutcomes({ groups }), { primary: "job", referenceArm: "municipal" });
  const rows = effect.toRows();

  it("are a rate per arm, two differences, two tests and the other analyses per comparison, and the contract's rates", () => {
    expect(rows.map(({ row, arm, reference }) => [row, arm, reference])).toEqual([
      ["rate", "municipal", null],
      ["rate", "supplier", null],
      ["difference", "supplier", "municipal"],
      ["difference-unstratified", "supplier", "municipal"],
      ["test", "supplier", "municipal"],
      ["test", "supplier", "municipal"],
      ["sensitivity", "supplier", "municipal"],
      ["sensitivity", "supplier", "municipal"],
      ["sensitivity", "supplier", "municipal"],
      ["sensitivity", "supplier", "municipal"],
      ["contractual-rate", "municipal", null],
      ["contractual-rate", "supplier", null],
    ]);
  });

  it("have the same columns, in the same order, in effects of any shape", () => {
    const arms = [...TWO_ARMS, { id: "third", name: "Den tredje" }];
    const empty = compareArms(madeOutcomes({ groups: [], arms }), {
      primary: "job",
      referenceArm: "municipal",
    });
    const columns = [...rows, ...empty.toRows()].map((row) => Object.keys(row).toSorted().join(" "));
    expect(new Set(columns).size).toBe(1);
  });

  it("carry the numbers of the result itself", () => {
    expect(rows[1]).toMatchObject({
      allocated: 50,
      success: 30,
      estimate: 0.6,
      level: 0.95,
      boundLower: 0.6,
    });
    expect(rows[2]).toMatchObject({
      measure: "risk-difference",
      estimate: effect.comparisons[0]?.difference.estimate,
      pValue: effect.comparisons[0]?.difference.test?.pValue,
      verdict: "too-early",
    });
  });

  it("have no limits where a difference has no interval, but the reason why", () => {
    const alike: readonly Group[] = [
      { arm: "supplier", status: "success", count: 40 },
      { arm: "municipal", count: 40 },
    ];
    const plan = { primary: "job", referenceArm: "municipal", minimumMature: 20 };
    const told = compareArms(madeOutcomes({ groups: alike }), plan).toRows();
    expect(told.find(({ row }) => row === "difference")).toMatchObject({
      estimate: 1,
      lower: null,
      upper: null,
      reason: "zero-variance",
    });
    expect(told.find(({ row }) => row === "difference-unstratified")).toMatchObject({
      upper: 1,
      reason: null,
    });
  });

  it("have none where it is too early, nor an estimate", () => {
    const early = withoutEarlyComparisons(effect).toRows();
    expect(early[2]).toMatchObject({ estimate: null, lower: null, upper: null, reason: "too-early" });
  });
});

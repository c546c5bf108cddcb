import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWithTargets } from "../../src/effects/index.js";
import { proportion } from "../../src/inference/index.js";
import type { Outcomes } from "../../src/outcomes/index.js";
import { errorOf } from "../support/errors.js";
import { arbitraryGroups, criterion, madeOutcomes, type Group } from "../support/outcomes.js";

const young = { age: "young" };
const old = { age: "old" };

/** Supplier: 60 of 80 known, 5 unknown, 4 pending. Municipal: 20 of 80 known, half of them returned. */
const groups: readonly Group[] = [
  { arm: "supplier", status: "success", count: 50, stratum: young },
  { arm: "supplier", status: "failure", count: 10, stratum: young },
  { arm: "supplier", status: "success", count: 10, stratum: old },
  { arm: "supplier", status: "failure", count: 10, stratum: old },
  { arm: "supplier", status: "unknown", count: 5, stratum: young },
  { arm: "supplier", status: "success", mature: false, count: 4, stratum: young },
  { arm: "municipal", status: "success", count: 20, stratum: young },
  { arm: "municipal", status: "failure", count: 20, stratum: young },
  // Returned, and referred with only one possible arm: both stay in the denominator.
  { arm: "municipal", status: "failure", count: 35, participation: "returned", stratum: young },
  {
    arm: "municipal",
    status: "failure",
    count: 5,
    probabilities: { municipal: 1, supplier: 0 },
    stratum: young,
  },
];
const outcomes = madeOutcomes({ groups });
const rates = (result: ReturnType<typeof compareWithTargets>, index = 0) =>
  result.targets[index]?.rates ?? [];

const standingAt = (share: number) =>
  rates(compareWithTargets(outcomes, [{ criterion: "job", share }]))[1]?.standing;

describe("compareWithTargets", () => {
  const half = compareWithTargets(outcomes, [{ criterion: "job", share: 0.5 }]);

  it("counts everyone referred, the returned and the undrawn included: 20 of 80 and 60 of 80", () => {
    const [municipal, supplier, all] = rates(half);
    expect(municipal?.counts).toEqual({
      allocated: 80,
      mature: 80,
      success: 20,
      failure: 60,
      unknown: 0,
      pending: 0,
      excluded: 0,
    });
    expect(supplier?.counts).toMatchObject({
      success: 60,
      failure: 20,
      unknown: 5,
      pending: 4,
      allocated: 89,
    });
    expect(all?.counts).toMatchObject({ allocated: 169, success: 80, failure: 80, unknown: 5, pending: 4 });
    expect(all).toMatchObject({ arm: null, name: "" });
  });

  it("holds Wilson's interval against the target: 75 % reaches 50, 25 % doesn't, 50 % can't tell", () => {
    expect(rates(half).map(({ standing }) => standing)).toEqual(["not-reached", "reached", "undecided"]);
    const wilson = proportion({ events: 60, total: 80 }, { method: "wilson", level: 0.95 });
    expect(rates(half)[1]?.rate.interval).toEqual(wilson.interval);
    expect(half.met.map(({ arm, reached, undecided }) => [arm, reached, undecided])).toEqual([
      ["municipal", 0, 0],
      ["supplier", 1, 0],
      [null, 0, 1],
    ]);
  });

  it("calls a target reached when the interval's lower limit is on it, and not below it by a hair", () => {
    const { lower, upper } = proportion(
      { events: 60, total: 80 },
      { method: "wilson", level: 0.95 },
    ).interval;
    expect(standingAt(lower)).toBe("reached");
    expect(standingAt(lower + 1e-9)).toBe("undecided");
    expect(standingAt(upper)).toBe("undecided");
    expect(standingAt(upper + 1e-9)).toBe("not-reached");
  });

  it("keeps the unknown out of the rate, with bounds: 60/85 to 65/85", () => {
    expect(rates(half)[1]?.bounds).toEqual({ lower: 60 / 85, upper: 65 / 85 });
    const tight = compareWithTargets(outcomes, [{ criterion: "job", share: 0.64 }], { level: 0.5 });
    expect(rates(tight)[1]?.standing).toBe("reached");
    expect(tight.notices).toEqual([]);
    const decided = compareWithTargets(
      madeOutcomes({
        groups: [
          { arm: "supplier", status: "success", count: 60 },
          { arm: "supplier", status: "failure", count: 20 },
          { arm: "supplier", status: "unknown", count: 20 },
        ],
      }),
      [{ criterion: "job", share: 0.63 }],
    );
    // 60 of 80 reach 63 %, but 60 of 100 wouldn't.
    expect(decided.notices).toContainEqual({
      code: "target-unknown-decide",
      severity: "caution",
      target: 1,
      criterion: "job",
      arms: ["Leverandøren", ""],
    });
  });

  it("takes a group by its strata: 10 of 20 of the old, nobody of them municipal", () => {
    const ofOld = compareWithTargets(outcomes, [{ criterion: "job", group: old, share: 0.9 }]);
    expect(rates(ofOld).map(({ counts, standing }) => [counts.success, counts.mature, standing])).toEqual([
      [0, 0, "too-few"],
      [10, 20, "not-reached"],
      [10, 20, "not-reached"],
    ]);
    expect(ofOld.notices).toEqual([
      {
        code: "target-too-few",
        severity: "info",
        target: 1,
        criterion: "job",
        arms: ["Egen enhed"],
        fewest: 10,
      },
    ]);
    const nobody = compareWithTargets(outcomes, [{ criterion: "job", group: { age: "middle" }, share: 0.9 }]);
    expect(nobody.notices.map(({ code }) => code)).toEqual(["target-without-citizens"]);
  });

  it("takes only those who succeeded by another criterion where a target is among them", () => {
    const two = madeOutcomes({ groups, criteria: [criterion("applied"), criterion("begun")] });
    const by = (id: string, anchor: "contract" | "referral") =>
      two
        .by(id, anchor)
        .map((outcome, index) =>
          id === "begun" && index < 25 ? { ...outcome, status: "failure" as const } : outcome,
        );
    const made: Outcomes = { ...two, by };
    const result = compareWithTargets(made, [{ criterion: "begun", among: "applied", share: 0.75 }]);
    // Of the supplier's 60 mature who applied, the first 25 didn't begin; 4 more are pending.
    expect(rates(result)[1]?.counts).toMatchObject({ success: 35, failure: 25, unknown: 0, pending: 4 });
  });

  it("shows the contract's own figure beside it, with a standing of its own", () => {
    const made = madeOutcomes({
      groups: [
        { arm: "supplier", status: "success", count: 40 },
        {
          arm: "supplier",
          status: "success",
          count: 40,
          contract: { status: "failure", windowComplete: true },
        },
        { arm: "supplier", status: "success", count: 9, contract: { windowComplete: false } },
      ],
    });
    const supplier = rates(compareWithTargets(made, [{ criterion: "job", share: 0.7 }]))[1];
    expect(supplier?.standing).toBe("reached");
    expect(supplier?.contract).toMatchObject({
      complete: 80,
      success: 40,
      failure: 40,
      pending: 9,
      standing: "not-reached",
    });
  });

  it("counts the targets that are met, and shows all of it in Danish and English", () => {
    const result = compareWithTargets(outcomes, [
      { criterion: "job", share: 0.5, source: "§1" },
      { criterion: "job", group: young, share: 0.6 },
      { criterion: "job", group: old, share: 0.9 },
    ]);
    expect(result.met[1]).toEqual({
      "arm": "supplier",
      "name": "Leverandøren",
      "reached": 2,
      "not-reached": 1,
      "undecided": 0,
      "too-few": 0,
    });
    const da = result.toText({ language: "da" });
    expect(da).toContain("Leverandøren, 3 mål: 2 nået, 1 ikke nået.");
    expect(da).toContain("Alle enheder");
    expect(da).toContain("31. december 2005"); // the last referral date of the mature cohort
    const en = result.toMarkdown({ language: "en" });
    expect(en).toContain("the criterion job \\[age: old\\]");
    expect(en).toContain("All units");
    expect(result.toHTML()).toContain("<table");
    const rows = result.toRows();
    expect(rows).toHaveLength(3 * 3 * 2);
    expect(new Set(rows.map((row) => Object.keys(row).join())).size).toBe(1);
    expect(rows[2]).toMatchObject({
      criterion: "job",
      group: null,
      target: 0.5,
      source: "§1",
      arm: "supplier",
      anchor: "referral",
      success: 60,
      rate: 0.75,
      standing: "reached",
    });
  });

  it("is a plain, frozen value that JSON and structuredClone keep", () => {
    expect(Object.isFrozen(half.targets[0]?.rates[0])).toBe(true);
    expect(JSON.parse(JSON.stringify(half))).toMatchObject({
      kind: "targets",
      method: "wilson",
      level: 0.95,
    });
    expect(half.provenance.options).toEqual({
      level: { value: 0.95, source: "default" },
      fewest: { value: 10, source: "default" },
    });
  });

  it("counts everyone once, in any competition", () => {
    fc.assert(
      fc.property(arbitraryGroups, (some) => {
        const made = madeOutcomes({ groups: some });
        const [municipal, supplier, all] = rates(
          compareWithTargets(made, [{ criterion: "job", share: 0.5 }]),
        );
        expect(all?.counts.allocated).toBe(made.participants.length);
        expect((municipal?.counts.allocated ?? 0) + (supplier?.counts.allocated ?? 0)).toBe(
          made.participants.length,
        );
        expect(all?.counts.excluded).toBe(0);
        const { contract } = all ?? {};
        expect((contract?.complete ?? 0) + (contract?.pending ?? 0)).toBe(made.participants.length);
      }),
    );
  });

  it.each([
    ["nothing-to-compare", []],
    ["unknown-criterion", [{ criterion: "jop", share: 0.5 }]],
    ["unknown-criterion", [{ criterion: "job", among: "jop", share: 0.5 }]],
    ["unknown-column", [{ criterion: "job", group: { aeg: "old" }, share: 0.5 }]],
    ["unknown-level", [{ criterion: "job", group: { age: "olt" }, share: 0.5 }]],
    ["impossible-share", [{ criterion: "job", share: 50 }]],
  ] as const)("refuses %s", (code, targets) => {
    expect(errorOf(() => compareWithTargets(outcomes, targets)).code).toBe(code);
  });
});

import { describe, expect, it } from "vitest";
import { checkAlike, rowsOfBenefit, rowsOfOne } from "../../src/benchmark/alike.js";
import { benchmarkTrend, compareExpected, expectedFromConditions } from "../../src/benchmark/index.js";
import { errorOf } from "../support/errors.js";
import { row } from "../support/municipalities.js";

const rows = [row("Vejle", 1, 2, { group: "Unge" }), row("Vejle", 3, 4, { group: "Ældre" })];
const groups = { operation: "benchmarkTrend", option: "group" } as const;

describe("rows of one group or period", () => {
  it("are those that are asked for, however they are spelled, or the only ones", () => {
    expect(rowsOfOne(rows, groups, "unge ")).toEqual([rows[0]]);
    expect(rowsOfOne(rows.slice(1), groups, undefined)).toEqual([rows[1]]);
    expect(rowsOfOne([], groups, undefined)).toEqual([]);
  });

  it("are never guessed", () => {
    expect(errorOf(() => rowsOfOne(rows, groups, undefined))).toMatchObject({
      code: "missing-option",
      path: "benchmarkTrend.group",
      expected: "one of Unge, Ældre, since the rows have several",
    });
    expect(errorOf(() => rowsOfOne(rows, groups, "Unger"))).toMatchObject({
      code: "unknown-group",
      hint: "Did you mean Unge?",
    });
    expect(errorOf(() => rowsOfOne([row("Vejle", 1, 2)], groups, "Unge")).expected).toBe("rows with a group");
  });
});

describe("rows of one benefit", () => {
  const [cash, sickness] = ["kontanthjælp", "sygedagpenge"].map((benefit) => row("Vejle", 1, 2, { benefit }));
  const both = [cash, sickness].filter((each) => each !== undefined);
  const open = row("Hele landet", 9, 20);

  it("are those that are asked for, or all where only one is named", () => {
    expect(rowsOfBenefit([...both, open], "x", "Sygedagpenge")).toEqual([sickness]);
    expect(rowsOfBenefit([...both.slice(1), open], "x", undefined)).toEqual([sickness, open]);
    expect(rowsOfBenefit([open], "x", undefined)).toEqual([open]);
    expect(errorOf(() => rowsOfBenefit([open], "x", "sygedagpenge"))).toMatchObject({
      code: "unknown-benefit",
    });
  });

  it("are never guessed, whatever is made of them", () => {
    const wanted = {
      code: "missing-option",
      expected: "one of kontanthjælp, sygedagpenge, since the rows have several",
    };
    const municipality = "Vejle";
    for (const made of [
      () => benchmarkTrend(both, { municipality }),
      () => expectedFromConditions(both, { covariates: ["unemployment"] }),
      () => compareExpected(both, { municipality }),
    ])
      expect(errorOf(made)).toMatchObject(wanted);
    // Then it isn't the benefit that is missing.
    const benefit = "kontanthjælp";
    expect(errorOf(() => benchmarkTrend(both, { municipality, benefit })).code).toBe("no-peers");
    expect(errorOf(() => expectedFromConditions(both, { covariates: ["unemployment"], benefit })).code).toBe(
      "unknown-covariate",
    );
    expect(errorOf(() => compareExpected(both, { municipality, benefit })).code).toBe("no-expected-figures");
  });
});

describe("rows of one measure", () => {
  it("differ in nothing but their periods and spellings", () => {
    const [one] = rows;
    if (one === undefined) throw new Error("no row");
    expect(() => checkAlike("x", [])).not.toThrow();
    expect(() =>
      checkAlike("x", [one, { ...one, period: "2006", window: "13 WEEKS + 6 months" }]),
    ).not.toThrow();
    for (const part of ["definition", "population", "anchor", "window"] as const)
      expect(errorOf(() => checkAlike("x", [one, { ...one, [part]: "other" }]))).toMatchObject({
        code: "several-measures",
        expected: `rows of one ${part}`,
      });
  });
});

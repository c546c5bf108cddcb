import { describe, expect, it } from "vitest";
import { quotasShape } from "../../../src/allocation/quotas/index.js";

const problems = (value: unknown, draws: "batch" | "single" = "batch"): readonly (string | undefined)[] =>
  quotasShape(["own", "supplier"], draws)(value, "quotas").map(({ field }) => field);

describe("quotasShape", () => {
  it("accepts quotas of every kind", () => {
    expect(
      problems([
        { arm: "own", per: "first-week", most: 50 },
        { arm: "own", per: "iso-week", most: 4, least: 1 },
        { arm: "supplier", per: "iso-week", least: 1 },
        { arm: "supplier", per: "agreement-year", most: 200, least: 200 },
        { arm: "supplier", weeksPerYear: 40 },
        { arm: "supplier", participants: 60 },
      ]),
    ).toEqual([]);
    expect(problems([])).toEqual([]);
    expect(problems([{ arm: "own", per: "calendar-month", most: 60 }], "single")).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ["a quota that is no list", { arm: "own", per: "iso-week", most: 1 }, "quotas"],
    ["a quota without a kind", [{ arm: "own", most: 4 }], "quotas[0]"],
    ["an arm of another protocol", [{ arm: "other", per: "iso-week", most: 4 }], "quotas[0].arm"],
    ["an unknown period", [{ arm: "own", per: "quarter", most: 4 }], "quotas[0].per"],
    ["a mistyped field", [{ arm: "own", per: "iso-week", mots: 4 }], "quotas[0].mots"],
    ["neither most nor least", [{ arm: "own", per: "iso-week" }], "quotas[0]"],
    ["a most of 0", [{ arm: "own", per: "iso-week", most: 0 }], "quotas[0].most"],
    ["more at least than at most", [{ arm: "own", per: "iso-week", most: 4, least: 5 }], "quotas[0].least"],
    ["54 weeks of a year", [{ arm: "own", weeksPerYear: 54 }], "quotas[0].weeksPerYear"],
    ["half a participant", [{ arm: "own", participants: 0.5 }], "quotas[0].participants"],
    ["two kinds in one", [{ arm: "own", participants: 5, weeksPerYear: 40 }], "quotas[0].participants"],
    [
      "two quotas of a kind for an arm",
      [
        { arm: "own", per: "iso-week", most: 4 },
        { arm: "own", per: "iso-week", least: 2 },
      ],
      "quotas[1]",
    ],
  ])("refuses %s", (_, value, field) => {
    expect(problems(value)).toEqual([field]);
  });

  it("refuses a minimum where citizens are drawn one at a time, and says why", () => {
    const [problem] = quotasShape(["own"], "single")([{ arm: "own", per: "iso-week", least: 2 }], "quotas");
    expect(problem).toMatchObject({ field: "quotas[0].least", received: 2 });
    expect(problem?.hint).toContain("declare a design that draws batches");
  });
});

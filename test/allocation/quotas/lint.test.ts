import { describe, expect, it } from "vitest";
import { lintQuotas } from "../../../src/allocation/index.js";

const arms = ["own", "supplier"];

describe("lintQuotas", () => {
  it("names a yearly volume without a minimum, the arms of one volume together", () => {
    const quotas = [
      { arm: "own", per: "calendar-year", most: 100 },
      { arm: "supplier", per: "calendar-year", most: 100 },
      { arm: "supplier", per: "first-week", most: 50 },
    ] as const;
    expect(lintQuotas({ quotas }, arms)).toEqual([
      {
        code: "volume-read-as-limit",
        severity: "info",
        arms: ["own", "supplier"],
        per: "calendar-year",
        most: 100,
        reading: "at-most",
      },
      {
        code: "volume-read-as-limit",
        severity: "info",
        arms: ["supplier"],
        per: "first-week",
        most: 50,
        reading: "at-most",
      },
      { code: "all-arms-may-be-full", severity: "info", reading: "refused" },
    ]);
  });

  it("names when a year of the agreement begins", () => {
    const quotas = [{ arm: "own", per: "agreement-year", most: 100, least: 50 }] as const;
    expect(lintQuotas({ quotas }, arms).map(({ code }) => code)).toEqual(["agreement-year-unstated"]);
  });

  it("is silent where nothing is open: one arm can always take everyone, and a week's limit is one", () => {
    expect(lintQuotas({}, arms)).toEqual([]);
    expect(
      lintQuotas(
        {
          quotas: [
            { arm: "own", per: "iso-week", most: 5 },
            { arm: "supplier", per: "iso-week", least: 5 },
          ],
        },
        arms,
      ),
    ).toEqual([]);
    expect(
      lintQuotas(
        {
          quotas: [
            { arm: "own", weeksPerYear: 40 },
            { arm: "supplier", participants: 30 },
          ],
        },
        arms,
      ).map(({ code }) => code),
    ).toEqual(["all-arms-may-be-full"]);
  });
});

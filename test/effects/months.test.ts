import { describe, expect, it } from "vitest";
import { monthlyResults } from "../../src/effects/index.js";
import { madeOutcomes } from "../support/outcomes.js";

const begun = { course: { startedOn: "2005-02-01" } };

describe("monthlyResults", () => {
  const results = monthlyResults(
    madeOutcomes({
      groups: [
        { arm: "municipal", count: 3, status: "success", referredOn: "2004-12-31", ...begun },
        { arm: "municipal", referredOn: "2005-02-28", participation: "never-started" },
        { arm: "supplier", count: 2, mature: false, status: "pending", referredOn: "2005-02-01", ...begun },
        { arm: "supplier", mature: false, status: "success", referredOn: "2005-02-14", ...begun },
      ],
    }),
    "job",
  );

  it("counts by the month of the referral, months without any among them", () => {
    expect(results.months).toEqual([
      {
        month: "2004-12",
        mature: true,
        arms: [
          { arm: "municipal", referred: 3, started: 3, success: 3, pending: 0 },
          { arm: "supplier", referred: 0, started: 0, success: 0, pending: 0 },
        ],
      },
      {
        month: "2005-01",
        mature: true,
        arms: [
          { arm: "municipal", referred: 0, started: 0, success: 0, pending: 0 },
          { arm: "supplier", referred: 0, started: 0, success: 0, pending: 0 },
        ],
      },
      {
        month: "2005-02",
        mature: false,
        arms: [
          { arm: "municipal", referred: 1, started: 0, success: 0, pending: 0 },
          { arm: "supplier", referred: 3, started: 3, success: 1, pending: 3 },
        ],
      },
    ]);
  });

  it("marks the months that aren't mature, in words too", () => {
    expect(results.toMarkdown({ language: "da" })).toContain("| februar 2005 \\* | 1 | 0 | 0 | 3 | 3 | 1 |");
    expect(results.toMarkdown({ language: "en" })).toContain("| December 2004 | 3 | 3 | 3 | 0 | 0 | 0 |");
    expect(results.toRows()).toHaveLength(6);
  });

  it("is empty where nobody was referred", () => {
    expect(monthlyResults(madeOutcomes({ groups: [] }), "job").months).toEqual([]);
  });
});

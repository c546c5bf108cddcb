import { describe, expect, it } from "vitest";
import { compareReported, settleAccounts, type Claim } from "../../src/settlement/index.js";
import { criterion, madeOutcomes } from "../support/outcomes.js";

// c1 and c2 succeeded, c3 didn't, c4 is open, c5 unknown: all of the supplier; c6 succeeded with the municipality.
const certain = { reachedOn: "2005-07-01", certainOn: "2005-07-01", payableOn: "2005-07-01" };
const outcomes = madeOutcomes({
  criteria: [criterion("job"), criterion("durable")],
  groups: [
    { arm: "supplier", status: "success", count: 2, contract: certain },
    { arm: "supplier", status: "failure" },
    { arm: "supplier", status: "pending" },
    { arm: "supplier", status: "unknown" },
    { arm: "municipal", status: "success", contract: certain },
  ],
});
const claim = (citizen: string, more: Partial<Claim> = {}): Claim => ({
  citizen,
  item: "durable",
  date: "2006-01-31",
  amount: 0,
  ...more,
});

describe("compareReported", () => {
  it("holds each reported citizen against the register, and counts whom nobody reported", () => {
    const claims = ["c1", "c3", "c4", "c5"].map((citizen) => claim(citizen));
    expect(compareReported(outcomes, claims).criteria).toEqual([
      {
        criterion: "durable",
        criterionName: { da: "kriteriet durable", en: "the criterion durable" },
        arm: "supplier",
        name: "Leverandøren",
        reported: 4,
        success: 1,
        failure: 1,
        pending: 1,
        unknown: 1,
        notReported: 1,
      },
    ]);
  });

  it("knows a criterion by its name, a citizen once, and takes no credit and nothing later for a report", () => {
    const claims = [
      claim("c1", { item: "Kriteriet durable" }),
      claim("c1"),
      claim("c2", { amount: -100 }),
      claim("c3", { date: "2006-10-01" }),
      claim("c6", { item: "bonus" }),
      claim("nobody"),
    ];
    const { criteria } = compareReported(outcomes, claims);
    expect(criteria.map(({ arm, reported, notReported }) => [arm, reported, notReported])).toEqual([
      ["supplier", 1, 1],
    ]);
  });

  it("reads a bonus as reconcileClaims does: as the criterion of an arm that has one bonus only", () => {
    const statementOf = (...names: readonly string[]) =>
      settleAccounts(outcomes, {
        terms: [{ arm: "supplier", bonuses: names.map((name) => ({ criterion: name, amount: 500_000 })) }],
      });
    const claims = [
      claim("c1", { item: "Bonus" }),
      claim("c3", { item: "bonus" }),
      claim("c6", { item: "bonus" }),
    ];
    const one = compareReported(outcomes, claims, statementOf("job")).criteria;
    expect(one).toMatchObject([
      { criterion: "job", arm: "supplier", reported: 2, success: 1, failure: 1, notReported: 1 },
    ]);
    expect(one).toHaveLength(1);
    const two = statementOf("job", "durable");
    expect(compareReported(outcomes, claims, two).criteria).toEqual([]);
    const named = [claim("c1", { item: "bonus: kriteriet job" })];
    expect(compareReported(outcomes, named, two).criteria).toMatchObject([{ criterion: "job", reported: 1 }]);
  });

  it("is empty where no claim names a criterion, and shows itself in both languages", () => {
    expect(compareReported(outcomes, [claim("c1", { item: "bonus" })]).criteria).toEqual([]);
    const reported = compareReported(outcomes, [claim("c1")]);
    expect(reported.toMarkdown({ language: "da" })).toContain(
      "| kriteriet durable | Leverandøren | 1 | 1 | 0 | 0 | 0 | 1 |",
    );
    expect(reported.toMarkdown({ language: "en" })).toContain("Reported successes held against the register");
    expect(reported.toRows()[0]).toMatchObject({ criterion: "durable", reported: 1 });
  });
});

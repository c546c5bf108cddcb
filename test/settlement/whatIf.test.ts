import { expect, it } from "vitest";
import { compareTerms, type PaymentPlan } from "../../src/settlement/index.js";
import { madeOutcomes } from "../support/outcomes.js";

const outcomes = madeOutcomes({
  groups: [
    { arm: "supplier", count: 3, contract: { status: "success", certainOn: "2005-09-30" } },
    { arm: "supplier", count: 2 },
    { arm: "municipal", count: 4 },
  ],
});
const base: PaymentPlan = {
  terms: [{ arm: "supplier", base: { per: "referral", amount: 200_000 }, bonuses: [] }],
};
const bonus: PaymentPlan = { terms: [{ arm: "supplier", bonuses: [{ criterion: "job", amount: 300_000 }] }] };

it("settles the same outcomes under each plan, and tells the difference from the first", () => {
  const { plans } = compareTerms(outcomes, { "today": base, "bonus only": bonus });
  const supplier = plans.map(({ totals }) => totals.find(({ arm }) => arm === "supplier"));
  expect(supplier.map((total) => [total?.base, total?.bonus, total?.total, total?.difference])).toEqual([
    [1_000_000, 0, 1_000_000, 0],
    [0, 900_000, 900_000, -100_000],
  ]);
});

it("says that other terms may have brought other results, in both languages", () => {
  const compared = compareTerms(outcomes, { "today": base, "bonus only": bonus });
  expect(compared.toText({ language: "da" })).toContain(
    "Andre vilkår kan få enhederne til at arbejde anderledes",
  );
  expect(compared.toText()).toContain("Difference from today");
  expect(compared.toRows()).toHaveLength(4);
});

it("tells of each plan what it leaves open, since that makes it look cheaper", () => {
  const compared = compareTerms(outcomes, { "today": base, "bonus only": bonus });
  const open = { code: "term-missing", severity: "caution" };
  expect(compared.notices).toEqual([
    { ...open, arm: "municipal", term: "all", plan: "today" },
    { ...open, arm: "supplier", term: "bonus", criterion: "job", plan: "today" },
    { ...open, arm: "municipal", term: "all", plan: "bonus only" },
    { ...open, arm: "supplier", term: "base", plan: "bonus only" },
  ]);
  expect(compared.toText()).toContain("Terms “bonus only”: Leverandøren: there is no base payment");
  expect(compared.toText({ language: "da" })).toContain(
    "Vilkår »bonus only«: Leverandøren: der er intet grundbeløb",
  );
});

it("refuses a single plan", () => {
  expect(() => compareTerms(outcomes, { today: base })).toThrow(
    expect.objectContaining({ code: "nothing-to-compare" }),
  );
});

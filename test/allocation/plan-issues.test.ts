import { describe, expect, it } from "vitest";
import { planIssues } from "../../src/allocation/index.js";

describe("planIssues", () => {
  it("finds nothing in a plan that can be drawn by", () => {
    const plan = {
      design: { kind: "complete", batch: "iso-week", weights: { own: 1, supplier: 2 } },
      strata: ["age"],
      referredAgain: "keep-arm",
      unit: "household",
      quotas: [{ arm: "supplier", per: "calendar-month", most: 60, least: 10 }],
    };
    expect(planIssues(plan, ["own", "supplier"])).toEqual([]);
  });

  it("tells all that is wrong, each at its place from allocation on", () => {
    const plan = { design: { kind: "alternation", start: "own" }, strata: "age", referredAgain: "never" };
    expect(planIssues(plan, ["own", "supplier"]).map(({ code, path }) => [code, path])).toEqual([
      ["unknown-field", "allocation.design.start"],
      ["malformed", "allocation.strata"],
      ["malformed", "allocation.referredAgain"],
    ]);
  });

  it.each([undefined, null, 7, "plan", []])("never throws, and wants an object instead of %o", (value) => {
    expect(planIssues(value, ["own", "supplier"])).toMatchObject([
      { path: "allocation", expected: "an object" },
    ]);
  });
});

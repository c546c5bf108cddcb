import { describe, expect, it } from "vitest";
import { frozenReferral, frozenReferrals, referralProblems } from "../../src/allocation/frozen-referrals.js";
import { parseReferrals, type Referral } from "../../src/allocation/index.js";
import type { AllocationPlan } from "../../src/allocation/index.js";
import { COMPLETE, errorOf } from "./samples.js";

const by = (...strata: readonly string[]): AllocationPlan => ({ ...COMPLETE, strata });

const expectation = (plan: AllocationPlan): string | undefined =>
  errorOf(() => frozenReferrals([good], plan)).expected;

const minimized: AllocationPlan = {
  ...by("age"),
  design: {
    kind: "minimization",
    weights: { own: 1, supplier: 1 },
    factors: { sex: 1 },
    imbalance: "range",
    preference: 0.8,
  },
};

const good: Referral = { citizen: "c-1", referredOn: "2005-01-12", age: "under-30", income: 12 };

describe("referralProblems", () => {
  it("finds nothing wrong with a referral that has its levels", () => {
    expect(referralProblems(good, by("age"))).toEqual([]);
  });

  it("names everything at once", () => {
    const fields = referralProblems({ citizen: "010203-1234", referredOn: "soon" }, by("age", "group"));
    expect(fields.map(({ field }) => field)).toEqual(["citizen", "referredOn", "age", "group"]);
  });

  it.each([
    ["citizen", { citizen: "cpr-010203-1234" }],
    ["age", { age: "born 0102031234" }],
    ["note", { note: "see 010203 1234" }],
    ["number", { number: 1_002_031_234 }],
  ])("refuses a CPR number inside %s, without repeating it", (field, part) => {
    const [problem, ...more] = referralProblems({ ...good, ...part }, by("age"));
    expect(problem).toMatchObject({ code: "cpr-shaped", field });
    expect(JSON.stringify(problem)).not.toContain("1234");
    expect(more).toEqual([]);
  });

  it("wants a household's pseudonym where households are drawn, and a level of each factor", () => {
    const couples: AllocationPlan = { ...by("age"), unit: "household" };
    expect(referralProblems(good, couples)).toMatchObject([
      {
        code: "malformed",
        field: "household",
        hint: expect.stringContaining("household of their own") as string,
      },
    ]);
    expect(referralProblems({ ...good, household: "0102031234" }, couples)).toMatchObject([
      { code: "cpr-shaped", field: "household" },
    ]);
    expect(referralProblems({ ...good, household: "h-1" }, couples)).toEqual([]);
    expect(referralProblems(good, minimized)).toMatchObject([{ code: "malformed", field: "sex" }]);
  });

  it("refuses a level that isn't declared, with the nearest word; others may be any", () => {
    const declared: AllocationPlan = { ...by("age", "group"), levels: { age: ["under-30", "over-30"] } };
    const referral = { ...good, age: "under30", group: "anything" };
    expect(referralProblems(referral, declared)).toEqual([
      {
        code: "unknown-level",
        field: "age",
        received: "under30",
        expected: "one of under-30, over-30, the levels that the protocol declares",
        hint: "Did you mean under-30?",
      },
    ]);
    expect(referralProblems({ ...referral, age: "over-30" }, declared)).toEqual([]);
    expect(referralProblems({ ...referral, age: "" }, declared)).toMatchObject([{ code: "malformed" }]);
  });

  it("doesn't take inherited properties for levels", () => {
    expect(referralProblems(good, by("constructor"))).toMatchObject([{ field: "constructor" }]);
  });

  it("doesn't stumble over what is no referral", () => {
    for (const value of [null, undefined, 1, "c-1"]) expect(referralProblems(value, by())).toHaveLength(2);
  });
});

it("freezes citizen, date and strata, nothing else", () => {
  expect(frozenReferral(good, by("age"))).toEqual({
    citizen: "c-1",
    referredOn: "2005-01-12",
    stratum: { age: "under-30" },
  });
});

it("freezes factors and households where the plan asks for them", () => {
  const full = { ...good, sex: "f", household: "h-1" };
  expect(frozenReferral(full, minimized)).toMatchObject({
    stratum: { age: "under-30" },
    factors: { sex: "f" },
  });
  expect(frozenReferral(full, minimized)).not.toHaveProperty("household");
  expect(frozenReferral(full, { ...by(), unit: "household" })).toMatchObject({ household: "h-1" });
});

describe("frozenReferrals", () => {
  it("says what a missing column is needed for", () => {
    expect(expectation(by("group"))).toBe("each citizen's level in group, a stratum of the protocol");
    expect(expectation(minimized)).toBe(
      "each citizen's level in sex, a factor that the protocol balances by",
    );
    expect(expectation({ ...by(), unit: "household" })).toBe(
      "each citizen's household, since the protocol draws households",
    );
  });

  it("says once that a stratum's column is missing", () => {
    const error = errorOf(() => frozenReferrals([good, good], by("group")));
    expect(error).toMatchObject({ code: "missing-column", path: "referrals", received: "no column group" });
  });

  it("names the plain referral that lacks a level", () => {
    const error = errorOf(() =>
      frozenReferrals([good, { citizen: "c-2", referredOn: "2005-01-12" }], by("age")),
    );
    expect(error).toMatchObject({ code: "malformed", path: "referrals[1].age" });
  });

  it("names every row of a file that lacks a level", () => {
    const file = "citizen;referredOn;age\nc-1;2005-01-12;\nc-2;2005-01-12;over-30\nc-3;2005-01-13;\n";
    const parsed = parseReferrals(file, { name: "referrals.csv" });
    const error = errorOf(() => frozenReferrals(parsed, by("age")));
    expect(error.code).toBe("rows-in-error");
    expect(error.issues.map(({ file: name, row, column }) => [name, row, column])).toEqual([
      ["referrals.csv", 2, "age"],
      ["referrals.csv", 4, "age"],
    ]);
  });

  it("has nothing to say about no referrals", () => {
    expect(frozenReferrals([], by("age"))).toEqual([]);
  });
});

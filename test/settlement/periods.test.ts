import { describe, expect, it } from "vitest";
import { periodOf, periodsOver } from "../../src/settlement/periods.js";

describe("periodOf", () => {
  it.each([
    ["2005-02-10", "month", {}, "2005-02-01", "2005-02-28"],
    ["2005-02-10", "year", {}, "2005-01-01", "2005-12-31"],
    ["2005-02-10", "year", { startsOn: "2005-03-01" }, "2004-03-01", "2005-02-28"],
    ["2005-03-01", "year", { startsOn: "2005-03-01" }, "2005-03-01", "2006-02-28"],
    ["2008-03-15", "year", { startsOn: "2004-02-29" }, "2008-02-29", "2009-02-27"],
    ["2005-02-10", "contract", { startsOn: "2005-03-01" }, "0000-01-01", "9999-12-31"],
  ] as const)("of %s, a %s of %j, goes from %s to %s", (date, per, contract, first, last) => {
    expect(periodOf(date, per, contract)).toEqual({ first, last });
  });
});

const months = (contract: object, asOf: string): readonly string[] =>
  periodsOver("month", contract, "2005-01-20", asOf).map(({ first }) => first);

describe("periodsOver", () => {
  it("are whole months of the contract that are over", () => {
    expect(months({ startsOn: "2005-01-15" }, "2005-04-29")).toEqual(["2005-02-01", "2005-03-01"]);
    expect(months({ startsOn: "2005-01-15" }, "2005-04-30")).toHaveLength(3);
    expect(months({ startsOn: "2005-01-01", endsOn: "2005-02-27" }, "2006-01-01")).toEqual(["2005-01-01"]);
  });

  it("begin with that of the first referral where the contract's first day isn't told", () => {
    expect(months({}, "2005-02-28")).toEqual(["2005-01-01", "2005-02-01"]);
  });

  it("are the contract itself on its last day", () => {
    const contract = { startsOn: "2005-01-01", endsOn: "2005-12-31" };
    expect(periodsOver("contract", contract, "2005-01-20", "2005-12-30")).toEqual([]);
    expect(periodsOver("contract", contract, "2005-01-20", "2005-12-31").map(({ last }) => last)).toEqual([
      "2005-12-31",
    ]);
  });
});

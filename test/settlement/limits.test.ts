import { describe, expect, it } from "vitest";
import {
  settleAccounts,
  type ArmTerms,
  type PaymentPlan,
  type Statement,
} from "../../src/settlement/index.js";
import { madeOutcomes, type Group } from "../support/outcomes.js";
import { brief } from "../support/settlement.js";

// Each referral is paid 1,000 kr., each success 500 kr.
const referredOn = (...days: readonly string[]): readonly Group[] =>
  days.map((day) => ({ arm: "supplier", referredOn: day }));
const wonOn = (day: string): Group => ({
  arm: "supplier",
  referredOn: "2005-01-05",
  contract: { status: "success", certainOn: day },
});

function statement(
  groups: readonly Group[],
  terms: Partial<ArmTerms>,
  { asOf = "2005-03-15", ...contract }: Partial<PaymentPlan> & { readonly asOf?: string } = {},
): Statement {
  return settleAccounts(madeOutcomes({ groups, asOf }), {
    ...contract,
    terms: [
      {
        arm: "supplier",
        base: { per: "referral", amount: 100_000 },
        bonuses: [{ criterion: "job", amount: 50_000 }],
        ...terms,
      },
    ],
  });
}

/** The lines of caps and minimums. */
const limits = ({ items }: Statement): readonly string[] =>
  items.filter(({ kind }) => kind === "cap" || kind === "minimum").map(brief);

describe("a cap", () => {
  const groups = [
    ...referredOn("2005-01-10", "2005-01-31", "2005-02-01", "2005-03-01", "2005-03-02"),
    wonOn("2005-03-10"),
  ];

  it("takes off what is above it in each month, on its last day or the statement's", () => {
    // January 3,000 (with the referral of who won), February 1,000, March 2,000 so far
    expect(limits(statement(groups, { caps: [{ of: "base", per: "month", amount: 150_000 }] }))).toEqual([
      "all cap 2005-01-31 -1500.00",
      "all cap 2005-03-15 -500.00",
    ]);
  });

  it("counts years from the contract's first day", () => {
    const caps = [{ of: "all", per: "year", amount: 200_000 }] as const;
    // calendar year: 6,000 and 500; from 1 February: 3,000 before it, 3,500 since
    expect(limits(statement(groups, { caps }))).toEqual(["all cap 2005-03-15 -4500.00"]);
    expect(limits(statement(groups, { caps }, { startsOn: "2005-02-01" }))).toEqual([
      "all cap 2005-01-31 -1000.00",
      "all cap 2005-03-15 -1500.00",
    ]);
  });

  it("counts what an earlier one of its kind, or of a kind that it holds, has taken off", () => {
    const caps = [
      { of: "all", per: "contract", amount: 300_000 },
      { of: "base", per: "contract", amount: 400_000 },
      { of: "base", per: "month", amount: 150_000 },
    ] as const;
    // base: 1,500 + 1,000 + 1,500 = 4,000 after the months, which is the contract's cap; all: 4,500 − 3,000
    expect(limits(statement(groups, { caps }))).toEqual([
      "all cap 2005-01-31 -1500.00",
      "all cap 2005-03-15 -500.00",
      "all cap 2005-03-15 -1500.00",
    ]);
  });

  it("of bonuses doesn't count base payments; at the amount itself it takes nothing", () => {
    expect(limits(statement(groups, { caps: [{ of: "bonus", per: "contract", amount: 50_000 }] }))).toEqual(
      [],
    );
    expect(limits(statement(groups, { caps: [{ of: "bonus", per: "contract", amount: 49_999 }] }))).toEqual([
      "all cap 2005-03-15 -0.01",
    ]);
  });

  it("counts late starts with base payments", () => {
    const late: Group = { arm: "supplier", referredOn: "2005-01-10", course: { startedOn: "2005-01-20" } };
    const terms = {
      lateStart: { within: { days: 5 }, per: "course", amount: 20_000 },
      caps: [{ of: "base", per: "month", amount: 70_000 }],
    } as const;
    // 1,000 − 200 = 800
    expect(limits(statement([late], terms))).toEqual(["all cap 2005-01-31 -100.00"]);
  });
});

describe("a minimum", () => {
  it("is made up when the period is over, months without a line too", () => {
    const groups = referredOn("2005-01-10", "2005-03-01");
    const minimums = [{ per: "month", amount: 120_000 }] as const;
    expect(limits(statement(groups, { minimums }))).toEqual([
      "all minimum 2005-01-31 200.00",
      "all minimum 2005-02-28 1200.00",
    ]);
    expect(limits(statement(groups, { minimums }, { startsOn: "2004-12-15", endsOn: "2005-02-27" }))).toEqual(
      ["all minimum 2005-01-31 200.00"],
    );
  });

  it("counts caps, and a longer one the shorter ones", () => {
    const groups = referredOn("2005-01-10", "2005-01-11");
    const terms = {
      caps: [{ of: "base", per: "month", amount: 150_000 }],
      minimums: [
        { per: "contract", amount: 350_000 },
        { per: "month", amount: 150_000 },
      ],
    } as const;
    // January 2,000 − 500, February made up to 1,500, the contract (to 10 March) to 3,500
    expect(limits(statement(groups, terms, { startsOn: "2005-01-01", endsOn: "2005-03-10" }))).toEqual([
      "all cap 2005-01-31 -500.00",
      "all minimum 2005-02-28 1500.00",
      "all minimum 2005-03-10 500.00",
    ]);
  });

  it("has nothing to begin with where nobody was referred and no day is told", () => {
    expect(limits(statement([], { minimums: [{ per: "month", amount: 1 }] }))).toEqual([]);
  });
});

describe("VAT", () => {
  it("is on each line by itself, deductions too", () => {
    const caps = [{ of: "base", per: "month", amount: 66_665 }] as const;
    const { items, totals } = statement(referredOn("2005-01-10"), { caps, vat: 25 });
    // 25,000 øre, and 33,335 · 0.25 = 8,333.75
    expect(items.map(({ amount, vat }) => [amount, vat])).toEqual([
      [100_000, 25_000],
      [-33_335, -8_334],
    ]);
    expect(totals[1]).toMatchObject({ base: 100_000, adjustments: -33_335, total: 66_665, vat: 16_666 });
  });
});

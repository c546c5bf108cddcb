import { describe, expect, it } from "vitest";
import {
  settleAccounts,
  type ArmTerms,
  type PaymentCap,
  type PaymentPlan,
  type Statement,
} from "../../src/settlement/index.js";
import { criterion, madeOutcomes, type Group } from "../support/outcomes.js";
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

  it("takes off what is above it in each month, on its last day or, while it lasts, the last payment's", () => {
    // January 3,000 (with the referral of who won), February 1,000, March 2,000 so far
    expect(limits(statement(groups, { caps: [{ of: "base", per: "month", amount: 150_000 }] }))).toEqual([
      "all cap 2005-01-31 -1500.00",
      "all cap 2005-03-02 -500.00",
    ]);
  });

  it("has the same day whatever day the statement is made on", () => {
    const caps = [{ of: "bonus", per: "contract", amount: 20_000 }] as const;
    for (const asOf of ["2005-03-15", "2005-06-30", "2007-01-01"]) {
      expect(limits(statement(groups, { caps }, { asOf }))).toEqual(["all cap 2005-03-10 -300.00"]);
    }
  });

  it("counts years from the contract's first day", () => {
    const caps = [{ of: "all", per: "year", amount: 200_000 }] as const;
    // calendar year: 6,000 and 500; from 1 February: 3,000 before it, 3,500 since
    expect(limits(statement(groups, { caps }))).toEqual(["all cap 2005-03-10 -4500.00"]);
    expect(limits(statement(groups, { caps }, { startsOn: "2005-02-01" }))).toEqual([
      "all cap 2005-01-31 -1000.00",
      "all cap 2005-03-10 -1500.00",
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
      "all cap 2005-03-02 -500.00",
      "all cap 2005-03-10 -1500.00",
    ]);
  });

  it("of bonuses doesn't count base payments; at the amount itself it takes nothing", () => {
    expect(limits(statement(groups, { caps: [{ of: "bonus", per: "contract", amount: 50_000 }] }))).toEqual(
      [],
    );
    expect(limits(statement(groups, { caps: [{ of: "bonus", per: "contract", amount: 49_999 }] }))).toEqual([
      "all cap 2005-03-10 -0.01",
    ]);
  });

  it("lets a late start take no more than an earlier cap left of the course's base", () => {
    // Two are paid 1,000 kr. in January, of which the cap leaves 600: 300 each. One starts late in February.
    const late: Group = { arm: "supplier", referredOn: "2005-01-10", course: { startedOn: "2005-02-10" } };
    const { items, totals } = statement([late, { ...late, course: { startedOn: "2005-01-12" } }], {
      base: { per: "referral", amount: 100_000 },
      lateStart: { within: { days: 5 }, per: "course", amount: 50_000 },
      caps: [{ of: "base", per: "month", amount: 60_000 }],
    });
    expect(items.map(brief)).toEqual([
      "c1 base 2005-01-10 1000.00",
      "c2 base 2005-01-10 1000.00",
      "all cap 2005-01-31 -1400.00",
      "c1 late-start 2005-02-10 -300.00",
    ]);
    expect(totals[1]?.total).toBe(30_000);
  });

  it("lets it take no more than a later cap leaves either, whose period the weeks fall due in", () => {
    // Starts on 28 February, 2,000 kr. off; five weeks of 1,000 kr.: one that day, four in March, cut to 500 kr.
    const late: Group = {
      arm: "supplier",
      referredOn: "2005-01-10",
      course: { startedOn: "2005-02-28", endedOn: "2005-04-03" },
    };
    const { items, totals } = statement(
      [late],
      {
        base: { per: "week", amount: 100_000 },
        lateStart: { within: { days: 5 }, per: "course", amount: 200_000 },
        caps: [{ of: "all", per: "month", amount: 50_000 }],
      },
      { asOf: "2005-04-30" },
    );
    // With 1,500 kr. off February is at −500 kr., which March's 500 kr. make up: nothing is owed back.
    expect(items.filter(({ kind }) => kind === "late-start").map(brief)).toEqual([
      "c1 late-start 2005-02-28 -1500.00",
    ]);
    expect(totals[1]?.total).toBe(0);
  });

  it("lets late starts of a team take no more than caps left of the team's base", () => {
    const late: Group = {
      arm: "supplier",
      count: 2,
      referredOn: "2005-01-03",
      course: { startedOn: "2005-01-31", team: "Hold 1" },
    };
    const { totals } = statement([late], {
      base: { per: "team", amount: 100_000 },
      lateStart: { within: { days: 5 }, per: "course", amount: 40_000 },
      caps: [{ of: "all", per: "contract", amount: 10_000 }],
      bonuses: [],
    });
    // 1,000 kr. less 2 · 400 kr. are 200 kr., of which the cap leaves 100.
    expect(totals[1]?.total).toBe(10_000);
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

/** A referral on the tenth of each month of 2005. */
const monthly = referredOn(
  ...Array.from({ length: 12 }, (_, month) => `2005-${String(month + 1).padStart(2, "0")}-10`),
);
const year = { asOf: "2005-12-31", startsOn: "2005-01-01", endsOn: "2005-12-31" };

const capsOfThree = (base: number, bonus: number): readonly PaymentCap[] => [
  { of: "all", per: "month", amount: 120_000 },
  { of: "base", per: "year", amount: base },
  { of: "bonus", per: "year", amount: bonus },
];

describe("limits of several periods", () => {
  // The year is over; the contract holds every day, so that its cap is dated by December's payment.
  it.each([
    ["year", "month", "2005-12-31"],
    ["contract", "month", "2005-12-10"],
    ["contract", "year", "2005-12-10"],
  ] as const)("a cap per %s holds whatever is guaranteed per %s", (longer, shorter, day) => {
    // 100 kr. a month is 1,200 in the year; each month is above its 50, and 600 is what the twelve sum to
    const terms: Partial<ArmTerms> = {
      base: { per: "referral", amount: 10_000 },
      caps: [{ of: "all", per: longer, amount: 60_000 }],
      minimums: [{ per: shorter, amount: 5_000 }],
    };
    expect(limits(statement(monthly, terms, year))).toEqual([`all cap ${day} -600.00`]);
  });

  it("a cap of a longer period takes off what shorter minimums made up", () => {
    // Twelve months made up from 0 to 50 are 600, of which the year allows 200
    const terms: Partial<ArmTerms> = {
      base: { per: "referral", amount: 0 },
      caps: [{ of: "all", per: "year", amount: 20_000 }],
      minimums: [{ per: "month", amount: 5_000 }],
    };
    const { items, totals } = statement(monthly, terms, year);
    expect(items.filter(({ kind }) => kind === "minimum")).toHaveLength(12);
    expect(totals[1]?.total).toBe(20_000);
  });

  it("a minimum makes up what caps of its own period took off others", () => {
    // 1,200 of base payments, of which 300 may be paid; 500 are guaranteed
    const terms: Partial<ArmTerms> = {
      base: { per: "referral", amount: 10_000 },
      caps: [{ of: "base", per: "contract", amount: 30_000 }],
      minimums: [{ per: "contract", amount: 50_000 }],
    };
    const lines = ["all cap 2005-12-10 -900.00", "all minimum 2005-12-31 200.00"];
    expect(limits(statement(monthly, terms, year))).toEqual(lines);
    expect(statement(monthly, terms, { ...year, asOf: "2006-03-31" }).totals[1]?.total).toBe(50_000);
  });

  it("nothing is taken off twice: a month's cap of all counts in the year's of base", () => {
    // 12 · 500 kr., of which the months leave 12 · 300, just what the year's cap of base allows
    const caps = [
      { of: "base", per: "year", amount: 360_000 },
      { of: "all", per: "month", amount: 30_000 },
    ] as const;
    const { items, totals } = statement(monthly, { base: { per: "referral", amount: 50_000 }, caps }, year);
    expect(items.filter(({ kind }) => kind === "cap").map(({ term, amount }) => [term, amount])).toEqual(
      monthly.map(() => ["terms[0].caps[1]", -20_000]),
    );
    expect(totals[1]?.total).toBe(360_000);
  });

  it("what a cap of all takes off belongs to base and bonus in proportion", () => {
    // September: base 1,000 and bonus 500, cut by 300 to 1,200: of the base 200, of the bonus 100
    const groups: readonly Group[] = [
      { arm: "supplier", referredOn: "2005-09-01", contract: { status: "success", certainOn: "2005-09-20" } },
    ];
    const month = "all cap 2005-09-30 -300.00";
    expect(limits(statement(groups, { caps: capsOfThree(80_000, 40_000) }, year))).toEqual([month]);
    expect(limits(statement(groups, { caps: capsOfThree(79_999, 39_998) }, year))).toEqual([
      month,
      "all cap 2005-12-31 -0.01",
      "all cap 2005-12-31 -0.02",
    ]);
  });
});

const relapsed = (certainOn = "2005-11-15"): Group => ({
  arm: "supplier",
  referredOn: "2005-01-03",
  contracts: {
    job: { status: "success", certainOn: "2005-09-10" },
    durable: { status: "failure", certainOn },
  },
});
const lasting: Group = {
  ...relapsed(),
  contracts: { job: { status: "success", certainOn: "2005-09-10" }, durable: { status: "pending" } },
};
const settledWith = (groups: readonly Group[], caps: readonly PaymentCap[] = [], percent = 100): Statement =>
  settleAccounts(
    madeOutcomes({ groups, asOf: "2006-12-31", criteria: [criterion("job"), criterion("durable")] }),
    {
      terms: [
        {
          arm: "supplier",
          bonuses: [{ criterion: "job", amount: 10_000, clawback: { unless: "durable", percent } }],
          caps,
        },
      ],
    },
  );
const takenBack = ({ items }: Statement): readonly number[] =>
  items.filter(({ kind }) => kind === "clawback").map(({ amount }) => amount);

describe("a clawback of a bonus above a cap", () => {
  const perMonth = [{ of: "bonus", per: "month", amount: 10_000 }] as const;

  it("takes back of each what the cap had left of it, to the øre", () => {
    // 300 kr. in September are cut to 100: 33.33, 33.34 and 33.33
    const cut = settledWith([relapsed(), relapsed(), relapsed()], perMonth);
    expect(takenBack(cut)).toEqual([-3_333, -3_334, -3_333]);
    expect(cut.totals[1]?.total).toBe(0);
    expect(cut.items.find(({ kind }) => kind === "clawback")?.aboveCaps).toBe(6_667);
  });

  it("takes its percents of what is left", () => {
    expect(takenBack(settledWith([relapsed(), lasting], perMonth, 50))).toEqual([-2_500]);
  });

  it("within the period of the cap leaves more room for the other bonuses", () => {
    // 300 less 100 in 2005: the year's cap takes 100 of the 200 that stand, and nothing of what was taken back
    const perYear = [{ of: "bonus", per: "year", amount: 10_000 }] as const;
    const cut = settledWith([relapsed(), relapsed("2006-02-10"), lasting], perYear);
    expect(takenBack(cut)).toEqual([-10_000, -5_000]);
    expect(cut.totals[1]?.total).toBe(5_000);
  });

  it("is gone where the cap left nothing", () => {
    const none = [{ of: "all", per: "month", amount: 0 }] as const;
    expect(takenBack(settledWith([relapsed()], none))).toEqual([]);
    expect(takenBack(settledWith([relapsed()]))).toEqual([-10_000]);
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

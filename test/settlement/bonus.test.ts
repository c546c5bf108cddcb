import { describe, expect, it } from "vitest";
import type { Criterion } from "../../src/outcomes/index.js";
import { settleAccounts, type ArmTerms, type BonusTerm } from "../../src/settlement/index.js";
import { criterion, madeOutcomes, type Group } from "../support/outcomes.js";
import { brief } from "../support/settlement.js";

const criteria: readonly Criterion[] = [
  {
    ...criterion("job"),
    degrees: [
      { id: "unsubsidized", name: { da: "uden", en: "without" }, states: { states: ["ordinary-work"] } },
      { id: "wage-subsidy", name: { da: "med", en: "with" } },
    ],
  },
  criterion("durable"),
];

type Contracts = NonNullable<Group["contracts"]>;

/** Bonuses of one citizen c1, as of 30 June 2006. */
function settled(contracts: Contracts, bonuses: readonly BonusTerm[], terms: Partial<ArmTerms> = {}) {
  const outcomes = madeOutcomes({ groups: [{ arm: "supplier", contracts }], criteria, asOf: "2006-06-30" });
  const { items, unpaid } = settleAccounts(outcomes, { terms: [{ arm: "supplier", bonuses, ...terms }] });
  return [
    ...items.map(brief),
    ...unpaid.map(({ criterion: of, instalment, standing, reason }) =>
      [of, instalment, `${standing}:`, reason].filter((part) => part !== undefined).join(" "),
    ),
  ];
}

const wonOn = (certainOn: string): Contracts[string] => ({ status: "success", certainOn });
const failedOn = (certainOn: string): Contracts[string] => ({ status: "failure", certainOn });

const job: BonusTerm = { criterion: "job", amount: 500_000 };
const durable: BonusTerm = { criterion: "durable", amount: 250_000 };

describe("a bonus", () => {
  it("falls due when its criterion says, else when the success is certain", () => {
    const on = { status: "success", reachedOn: "2005-08-31", certainOn: "2005-09-15" } as const;
    expect(settled({ job: on }, [job])).toEqual(["c1 bonus 2005-09-15 5000.00"]);
    expect(settled({ job: { ...on, payableOn: "2005-09-30" } }, [job])).toEqual([
      "c1 bonus 2005-09-30 5000.00",
    ]);
    expect(settled({ job: { ...on, payableOn: "2006-07-01" } }, [job])).toEqual(["job open: not-due"]);
  });

  it.each([
    ["pending", "window-open", "open"],
    ["failure", "gone", "lost"],
    ["unknown", "no-history", "unknown"],
  ] as const)("is missing for a %s by the outcome's own reason", (status, reason, standing) => {
    expect(settled({ job: { status, reason } }, [job])).toEqual([`job ${standing}: ${reason}`]);
  });

  describe("by degree", () => {
    const bonus: BonusTerm = { ...job, degrees: { "wage-subsidy": 250_000 } };
    const won = { ...wonOn("2005-07-31"), windowComplete: false };

    it.each([
      [
        "a degree that has an amount",
        { degree: "wage-subsidy", degreeCertainOn: "2005-06-01" },
        "(wage-subsidy) 2005-07-31 2500.00",
      ],
      [
        "one that has none",
        { degree: "unsubsidized", degreeCertainOn: "2005-09-30" },
        "(unsubsidized) 2005-09-30 5000.00",
      ],
      [
        "none, when the window has closed",
        { windowComplete: true, windowTo: "2005-10-31" },
        "2005-10-31 5000.00",
      ],
    ])("is paid for %s, when it is certain", (_what, degree, line) => {
      expect(settled({ job: { ...won, ...degree } }, [bonus])).toEqual([`c1 bonus ${line}`]);
    });

    it("waits while a higher one is in reach, and can't be told if that was never seen", () => {
      expect(settled({ job: won }, [bonus])).toEqual(["job open: degree-open"]);
      const unseen = { ...won, degree: "wage-subsidy", windowComplete: true };
      expect(settled({ job: unseen }, [bonus])).toEqual(["job unknown: degree-open"]);
    });
  });
});

describe("instalments", () => {
  const bonus: BonusTerm = {
    criterion: "job",
    amount: 100_001,
    instalments: [
      { percent: 20 },
      { percent: 30, after: { months: 6 } },
      { percent: 50, after: { months: 12 } },
    ],
  };

  it("fall due one after the other and sum to the bonus", () => {
    // 1,000.01 kr.: 200.002 → 200.00; 500.005 → 500.01, less 200.00; 1,000.01 less 500.01
    expect(settled({ job: wonOn("2005-06-30") }, [bonus])).toEqual([
      "c1 bonus 1 2005-06-30 200.00",
      "c1 bonus 2 2005-12-30 300.01",
      "c1 bonus 3 2006-06-30 500.00",
    ]);
  });

  it("are open until their day", () => {
    expect(settled({ job: wonOn("2005-08-31") }, [bonus])).toEqual([
      "c1 bonus 1 2005-08-31 200.00",
      "c1 bonus 2 2006-02-28 300.01",
      "job 3 open: not-due",
    ]);
  });

  it("go by the index of their own day", () => {
    // from January 2 % more: 1,020.01; 50 % of it, 510.01, less 20 %, 204.00; and 1,020.01 less 510.01
    const indexation = [{ from: "2006-01-01", percent: 2 }];
    expect(settled({ job: wonOn("2005-08-31") }, [bonus], { indexation })).toEqual([
      "c1 bonus 1 2005-08-31 200.00",
      "c1 bonus 2 2006-02-28 306.01",
      "job 3 open: not-due",
    ]);
  });
});

describe("a relapse", () => {
  const clawback = { unless: "durable", percent: 40 };
  const split: BonusTerm = {
    ...job,
    instalments: [{ percent: 60 }, { percent: 40, after: { months: 6 } }],
    clawback,
  };

  it("takes back its part of what was paid on the day it was certain", () => {
    const contracts = { job: wonOn("2005-06-30"), durable: failedOn("2006-01-15") };
    // 40 % of 3,000 and 2,000
    expect(settled(contracts, [split])).toEqual([
      "c1 bonus 1 2005-06-30 3000.00",
      "c1 bonus 2 2005-12-30 2000.00",
      "c1 clawback 2006-01-15 -2000.00",
    ]);
  });

  it("ends the instalments that fall due later, not one of the same day", () => {
    const paid = "c1 bonus 1 2005-06-30 3000.00";
    expect(settled({ job: wonOn("2005-06-30"), durable: failedOn("2005-12-29") }, [split])).toEqual([
      paid,
      "c1 clawback 2005-12-29 -1200.00",
      "job 2 lost: relapsed",
    ]);
    expect(settled({ job: wonOn("2005-06-30"), durable: failedOn("2005-12-30") }, [split])).toContain(
      "c1 clawback 2005-12-30 -2000.00",
    );
  });

  it("before the bonus falls due leaves nothing to pay or take back", () => {
    const contracts = { job: wonOn("2005-06-30"), durable: failedOn("2005-06-29") };
    expect(settled(contracts, [{ ...job, clawback }])).toEqual(["job lost: relapsed"]);
  });

  it("takes nothing back while it is undecided", () => {
    const contracts = { job: wonOn("2005-06-30"), durable: { status: "pending" } } as const;
    expect(settled(contracts, [{ ...job, clawback }])).toEqual(["c1 bonus 2005-06-30 5000.00"]);
  });

  it("needs a day", () => {
    const contracts = { job: wonOn("2005-06-30"), durable: { status: "failure" } } as const;
    expect(() => settled(contracts, [{ ...job, clawback }])).toThrow(
      expect.objectContaining({ code: "outcome-undated" }),
    );
  });
});

describe("bonuses that are paid once", () => {
  const once = { bonusesPaid: "once" } as const;

  it("are the one that falls due first", () => {
    const contracts = { job: wonOn("2005-09-30"), durable: wonOn("2005-08-31") };
    expect(settled(contracts, [job, durable])).toHaveLength(2);
    expect(settled(contracts, [job, durable], once)).toEqual([
      "c1 bonus 2005-08-31 2500.00",
      "job lost: paid-once",
    ]);
  });

  it("are the plan's first of two on one day", () => {
    const contracts = { job: wonOn("2005-09-30"), durable: wonOn("2005-09-30") };
    expect(settled(contracts, [job, durable], once)).toEqual([
      "c1 bonus 2005-09-30 5000.00",
      "durable lost: paid-once",
    ]);
    expect(settled(contracts, [durable, job], once)).toEqual([
      "c1 bonus 2005-09-30 2500.00",
      "job lost: paid-once",
    ]);
  });

  it("leave a pending one open only until the first has fallen due", () => {
    const pending = { status: "pending", reason: "window-open" } as const;
    expect(settled({ job: wonOn("2005-09-30"), durable: pending }, [job, durable], once)).toEqual([
      "c1 bonus 2005-09-30 5000.00",
      "durable lost: paid-once",
    ]);
    const later = { ...wonOn("2005-09-30"), payableOn: "2006-12-31" };
    expect(settled({ job: later, durable: pending }, [job, durable], once)).toEqual([
      "job open: not-due",
      "durable open: window-open",
    ]);
  });

  it("keep the reason of one that failed by itself", () => {
    const contracts = { job: wonOn("2005-09-30"), durable: { status: "failure" } } as const;
    expect(settled(contracts, [job, durable], once)).toContain("durable lost: amount-out-of-reach");
  });
});

it("is lost for whom no course was ever started, though the window that it would have had is open", () => {
  const waiting = { status: "pending", reason: "window-open" } as const;
  const groups: readonly Group[] = [
    { arm: "supplier", participation: "never-started", contracts: { durable: waiting } },
    { arm: "supplier", participation: "running", contracts: { durable: waiting } },
  ];
  const outcomes = madeOutcomes({ groups, criteria, asOf: "2006-06-30" });
  const { unpaid } = settleAccounts(outcomes, { terms: [{ arm: "supplier", bonuses: [durable] }] });
  expect(unpaid.map(({ citizen, standing, reason }) => [citizen, standing, reason])).toEqual([
    ["c1", "lost", "never-started"],
    ["c2", "open", "window-open"],
  ]);
});

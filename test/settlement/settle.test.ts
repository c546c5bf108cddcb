import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settleAccounts, type PaymentPlan } from "../../src/settlement/index.js";
import { arbitraryGroups, criterion, madeOutcomes, type Group } from "../support/outcomes.js";

const five = 500_000; // kr. 5,000 in øre
const won = { status: "success", reachedOn: "2005-09-30", certainOn: "2005-09-30" } as const;

/** Terms like Hillerød's: a base for each that started, none for returns, a bonus for a success. */
const plan: PaymentPlan = {
  terms: [
    {
      arm: "supplier",
      base: { per: "started-course", amount: 1_234_56 },
      bonuses: [{ criterion: "job", amount: five }],
      noBaseFor: ["returned"],
    },
    {
      arm: "municipal",
      base: { per: "referral", amount: 1_000_00 },
      bonuses: [{ criterion: "job", amount: five }],
    },
  ],
};

const groups: readonly Group[] = [
  // c1: started, succeeded: base and bonus
  {
    arm: "supplier",
    course: { startedOn: "2005-02-01", endedOn: "2005-04-29", endReason: "work" },
    contract: won,
  },
  // c2: started, sent back: no base, and no bonus for a failure
  {
    arm: "supplier",
    participation: "returned",
    course: { startedOn: "2005-01-20", endedOn: "2005-01-31", endReason: "returned" },
  },
  // c3: never started: nothing
  { arm: "supplier", participation: "never-started", course: { endReason: "never-started" } },
  // c4: started, still running: base, the bonus is still open
  {
    arm: "supplier",
    participation: "running",
    course: { startedOn: "2005-01-20" },
    contract: { status: "pending", windowComplete: false },
  },
  // c5: measured from the referral a success, by the contract not: no bonus
  {
    arm: "supplier",
    status: "success",
    course: { startedOn: "2005-03-01" },
    contract: { status: "failure" },
  },
  // c6: the own unit is paid per referral, started or not
  { arm: "municipal", participation: "never-started", contract: { ...won, certainOn: "2005-10-31" } },
];

function line(arm: string, citizen: number, kind: string, date: string, amount: number): object {
  const criterionOf = kind === "bonus" ? { criterion: "job" } : {};
  const term = `terms[${arm === "supplier" ? 0 : 1}].${kind === "bonus" ? "bonuses[0]" : "base"}`;
  const referral = { citizen: `c${citizen}`, sequence: citizen, referredOn: "2005-01-03" };
  return { arm, ...referral, kind, term, ...criterionOf, date, amount, vat: 0 };
}

describe("settleAccounts, worked by hand", () => {
  const statement = settleAccounts(madeOutcomes({ groups }), plan);

  it("writes a line for each payment, by arm, date and sequence", () => {
    expect(statement.items).toEqual([
      line("municipal", 6, "base", "2005-01-03", 100_000),
      line("municipal", 6, "bonus", "2005-10-31", five),
      line("supplier", 4, "base", "2005-01-20", 123_456),
      line("supplier", 1, "base", "2005-02-01", 123_456),
      line("supplier", 5, "base", "2005-03-01", 123_456),
      line("supplier", 1, "bonus", "2005-09-30", five),
    ]);
  });

  it("adds them up to the øre", () => {
    const none = { adjustments: 0, vat: 0 };
    expect(statement.totals).toEqual([
      { arm: "municipal", name: "Egen enhed", base: 100_000, bonus: five, ...none, total: 600_000 },
      { arm: "supplier", name: "Leverandøren", base: 370_368, bonus: five, ...none, total: 870_368 },
    ]);
    expect(statement.notices.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("tells where it comes from", () => {
    expect(statement).toMatchObject({ kind: "statement", asOf: "2006-09-30" });
    expect(statement.provenance).toMatchObject({ operation: "settleAccounts", inputs: { participants: 6 } });
  });
});

describe("settleAccounts", () => {
  const criteria = [criterion("job"), criterion("durable"), criterion("added", "evaluation")];

  it("refuses a success that has no day", () => {
    const outcomes = madeOutcomes({ groups: [{ arm: "supplier", status: "success" }] });
    expect(() => settleAccounts(outcomes, plan)).toThrow(
      expect.objectContaining({ code: "outcome-undated" }),
    );
  });

  it("refuses amounts whose sums wouldn't be exact", () => {
    const base = { per: "referral", amount: Number.MAX_SAFE_INTEGER - 1 } as const;
    const terms = { terms: [{ arm: "supplier", base, bonuses: [] }] };
    const one = madeOutcomes({ groups: [{ arm: "supplier" }] });
    expect(settleAccounts(one, terms).totals[1]?.total).toBe(Number.MAX_SAFE_INTEGER - 1);
    const two = madeOutcomes({ groups: [{ arm: "supplier", count: 2 }] });
    expect(() => settleAccounts(two, terms)).toThrow(
      expect.objectContaining({ code: "impossible-amount", path: "payment" }),
    );
  });

  it("pays each criterion of the contract once per citizen, and the sums are those of the lines", () => {
    const bonuses = [
      { criterion: "job", amount: five },
      { criterion: "durable", amount: 250_000 },
    ];
    const terms = ["supplier", "municipal"].map((arm) => ({
      arm,
      base: { per: "referral" as const, amount: 99_999 },
      bonuses,
      noBaseFor: ["returned"] as const,
    }));
    fc.assert(
      fc.property(arbitraryGroups, (any) => {
        const dated = any.map((group) => ({ ...group, contract: { reachedOn: "2005-09-30" } }));
        const outcomes = madeOutcomes({ groups: dated, criteria });
        const { items, totals } = settleAccounts(outcomes, { terms });
        const keys = items.map((item) => `${item.citizen} ${item.kind} ${item.criterion ?? ""}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { arm, base, bonus, total } of totals) {
          const own = items.filter((item) => item.arm === arm);
          expect(own.reduce((sum, item) => sum + item.amount, 0)).toBe(total);
          expect(base + bonus).toBe(total);
          const successes = outcomes
            .by("job", "contract")
            .filter((each) => each.arm === arm && each.status === "success");
          expect(bonus).toBe(successes.length * 750_000);
        }
      }),
    );
  });

  it("doesn't depend on the order of terms but in their places", () => {
    const outcomes = madeOutcomes({ groups });
    const unplaced = (terms: PaymentPlan["terms"]): readonly object[] =>
      settleAccounts(outcomes, { terms }).items.map(({ term: _term, ...item }) => item);
    expect(unplaced(plan.terms.toReversed())).toEqual(unplaced(plan.terms));
  });
});

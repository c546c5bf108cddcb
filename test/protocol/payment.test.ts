import { describe, expect, it } from "vitest";
import { isCompetitionError, type CompetitionError } from "../../src/core/index.js";
import { defineProtocol, lintProtocol, type ProtocolDocument } from "../../src/protocol/index.js";
import type { ArmTerms, PaymentPlan } from "../../src/settlement/index.js";
import { fredericiaA } from "../../src/tenders/index.js";

const full: PaymentPlan = {
  startsOn: "2005-01-01",
  endsOn: "2006-12-31",
  terms: [
    {
      arm: "supplier",
      base: { per: "week", amount: 150_000, weeks: "begun", extension: "unpaid" },
      bonuses: [
        {
          criterion: "without-support-6-months",
          amount: 500_000,
          instalments: [{ percent: 40 }, { percent: 60, after: { months: 6 } }],
          clawback: { unless: "durable-15-months", percent: 50 },
        },
      ],
      noBaseFor: ["returned"],
      bonusesPaid: "once",
      lateStart: { within: { weeks: 2 }, per: "week", amount: 20_000 },
      caps: [{ of: "all", per: "year", amount: 100_000_000 }],
      minimums: [{ per: "month", amount: 1_000_000 }],
      indexation: [{ from: "2006-01-01", percent: 2.1 }],
      vat: 25,
    },
    { arm: "municipal", base: { per: "team", amount: 1 }, bonuses: [] },
  ],
};

function paying(payment: unknown): ProtocolDocument {
  return { ...fredericiaA.toJSON(), payment: payment as PaymentPlan };
}

function refusal(payment: unknown): CompetitionError {
  try {
    defineProtocol(paying(payment));
  } catch (error) {
    if (isCompetitionError(error, "impossible-protocol")) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

const supplier = { arm: "supplier", bonuses: [] };
const withTerms = (terms: object): unknown => ({ terms: [{ ...supplier, ...terms }] });

describe("the payment of a protocol", () => {
  it("takes every term", () => {
    expect(defineProtocol(paying(full)).payment).toEqual(full);
  });

  it.each<[string, string, unknown]>([
    ["an unknown way of paying", "payment.terms[0].base.per", withTerms({ base: { per: "day", amount: 1 } })],
    [
      "weeks of a base payment per referral",
      "payment.terms[0].base.weeks",
      withTerms({ base: { per: "referral", amount: 1, weeks: "begun" } }),
    ],
    ["half an øre", "payment.terms[0].base.amount", withTerms({ base: { per: "team", amount: 0.5 } })],
    ["an end reason that isn't", "payment.terms[0].noBaseFor[0]", withTerms({ noBaseFor: ["retuned"] })],
    [
      "a span of nothing",
      "payment.terms[0].lateStart.within",
      withTerms({ lateStart: { within: {}, per: "week", amount: 1 } }),
    ],
    [
      "a cap of something else",
      "payment.terms[0].caps[0].of",
      withTerms({ caps: [{ of: "vat", per: "year", amount: 1 }] }),
    ],
    [
      "a cap below 0",
      "payment.terms[0].caps[0].amount",
      withTerms({ caps: [{ of: "all", per: "year", amount: -1 }] }),
    ],
    [
      "an index from no day",
      "payment.terms[0].indexation[0].from",
      withTerms({ indexation: [{ from: "2006", percent: 1 }] }),
    ],
    ["VAT in words", "payment.terms[0].vat", withTerms({ vat: "25 %" })],
    ["a first day that isn't", "payment.startsOn", { terms: [], startsOn: "2005-02-30" }],
  ])("refuses the shape of %s", (_what, path, payment) => {
    expect(refusal(payment).path).toBe(path);
  });

  it.each<[string, string, string, Partial<ArmTerms>]>([
    ["VAT of 250 %", "impossible-percent", "payment.terms[0].vat", { vat: 250 }],
    [
      "pay for what the evaluation added",
      "criterion-not-in-contract",
      "payment.terms[0].bonuses[0].criterion",
      { bonuses: [{ criterion: "work-or-education-6-months", amount: 1 }] },
    ],
    [
      "instalments of three quarters",
      "instalments-not-whole",
      "payment.terms[0].bonuses[0].instalments",
      { bonuses: [{ criterion: "durable-15-months", amount: 1, instalments: [{ percent: 75 }] }] },
    ],
  ])("refuses %s as a statement would", (_what, code, path, terms) => {
    const [first] = refusal(withTerms(terms)).issues;
    expect(first).toMatchObject({ code, path, file: "protocol" });
  });

  it("is linted once, with what its criteria leave open named by them", () => {
    const open = lintProtocol(defineProtocol(paying(full)));
    expect(open.filter(({ code }) => code === "payable-unstated")).toHaveLength(2);
    expect(open.filter(({ code }) => code === "term-missing").map(({ arm, term }) => [arm, term])).toEqual([
      ["municipal", "bonus"],
      ["municipal", "bonus"],
      ["municipal", "expired"],
      ["municipal", "vat"],
      ["supplier", "bonus"],
      ["supplier", "expired"],
      ["supplier", "referred-again"],
    ]);
  });
});

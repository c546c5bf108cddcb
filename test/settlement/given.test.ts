import { describe, expect, it } from "vitest";
import { parsePayment } from "../../src/protocol/index.js";
import {
  compareTerms,
  costEffectiveness,
  costsByShare,
  disputes,
  expectedPayments,
  explainLineItem,
  gamingSigns,
  lintPayment,
  reconcileClaims,
  settleAccounts,
  settlementFiles,
  settlementTables,
} from "../../src/settlement/index.js";
import { fredericiaA as protocol } from "../../src/tenders/index.js";
import { errorOf } from "../support/errors.js";
import { outcomesOfPeople } from "../support/settlement.js";
import { madeStatement } from "../support/statements.js";

const GARBAGE: readonly unknown[] = [undefined, null, 0, true, "text", [], {}, { kind: "effect" }, () => 1];
const outcomes = { kind: "outcomes", participants: [] };
const plan = { terms: [] };

/** A function with garbage in one of its places, and the place that its error names. */
type Call = readonly [place: string, call: (garbage: never) => unknown];

const CALLS: readonly Call[] = [
  ["settleAccounts.outcomes", (value) => settleAccounts(value, plan)],
  ["reconcileClaims.statement", (value) => reconcileClaims(value, [])],
  ["costEffectiveness.outcomes", (value) => costEffectiveness({ outcomes: value } as never)],
  [
    "costEffectiveness.statement",
    (value) => costEffectiveness({ outcomes, statement: value, effect: {} } as never),
  ],
  ["costsByShare.costs", (value) => costsByShare(value, { volume: 400 })],
  ["expectedPayments.outcomes", (value) => expectedPayments({ outcomes: value, payment: plan })],
  ["gamingSigns.outcomes", (value) => gamingSigns(value)],
  ["disputes.reconciliation", (value) => disputes(value, "supplier")],
  ["payment", (value) => lintPayment(value, protocol)],
  ["lintPayment.protocol", (value) => lintPayment(plan, value)],
  ["compareTerms.outcomes", (value) => compareTerms(value, { a: plan, b: plan })],
  ["settlementTables.statement", (value) => settlementTables(value)],
  ["settlementFiles.statement", (value) => settlementFiles(value)],
  ["parsePayment.protocol", (value) => parsePayment('{"terms":[]}', value)],
];

describe("what isn't what a function takes", () => {
  it.each(CALLS)(
    "is one error that names the place, what was received and what to give: %s",
    (place, call) => {
      for (const garbage of GARBAGE) {
        const error = errorOf(() => call(garbage as never));
        expect(error).toMatchObject({ code: "impossible-input", path: place, received: garbage });
        expect(error.expected).toBeTruthy();
        expect(error.hint).toBeTruthy();
        expect(error.message).toContain(place);
      }
    },
  );

  it.each([
    ["costEffectiveness.input", () => costEffectiveness(null as never)],
    ["costEffectiveness.input", () => costEffectiveness(undefined as never)],
    ["expectedPayments.input", () => expectedPayments(undefined as never)],
    [
      "costEffectiveness.effect",
      () => costEffectiveness({ outcomes, statement: madeStatement([]), effect: null } as never),
    ],
    ["compareTerms.plans", () => compareTerms(outcomes as never, null as never)],
    ["payment", () => settleAccounts(outcomes as never, null as never)],
    ["payment.terms[0]", () => settleAccounts(outcomes as never, { terms: [null] } as never)],
    [
      "payment.terms[1]",
      () => lintPayment({ terms: [{ arm: "a", bonuses: [] }, { arm: "a" }] } as never, protocol),
    ],
    ["payment.terms[0]", () => lintPayment({ terms: [{ arm: "a", bonuses: [null] }] } as never, protocol)],
  ])("is told for a part too: %s", (place, call) => {
    expect(errorOf(call)).toMatchObject({ code: "impossible-input", path: place });
  });

  it("is refused as an item whose story is asked for", () => {
    const year = outcomesOfPeople(protocol, [{ stratum: { ageGroup: "over-30" } }], "2005-12-31");
    for (const garbage of [undefined, null, 5, {}, "line"]) {
      expect(errorOf(() => explainLineItem(year, plan, garbage as never))).toMatchObject({
        code: "impossible-input",
        path: "explainLineItem.item",
      });
    }
  });
});

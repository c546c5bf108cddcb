import { competitionError } from "../core/index.js";
import { findCriterion, type Outcomes } from "../outcomes/index.js";
import type { ArmTerms, Ore, PaymentPlan } from "./terms.js";

/**
 * Checks the terms against the protocol that the outcomes follow: every arm and criterion known and
 * named once, amounts in whole øre from 0, and no pay for what the evaluation added.
 *
 * @throws CompetitionError `not-planned`, `unknown-arm`, `unknown-criterion`, `duplicate-term`,
 *   `impossible-amount`, `criterion-not-in-contract`.
 */
export function checkPlan(outcomes: Outcomes, plan: PaymentPlan | undefined): readonly ArmTerms[] {
  if (plan === undefined) {
    throw competitionError({
      code: "not-planned",
      path: "payment",
      received: plan,
      expected: "the protocol's payment terms",
      hint: "Add payment to the protocol.",
    });
  }
  const { terms } = plan;
  const arms = outcomes.protocol.arms.map((arm) => arm.id);
  terms.forEach((term, index) => {
    const path = `payment.terms[${index}]`;
    if (!arms.includes(term.arm)) {
      throw competitionError({
        code: "unknown-arm",
        path: `${path}.arm`,
        received: term.arm,
        expected: `one of ${arms.join(", ")}`,
      });
    }
    checkOnce(
      terms.slice(0, index).map((each) => each.arm),
      term.arm,
      `${path}.arm`,
    );
    if (term.base !== undefined) checkAmount(term.base.amount, `${path}.base.amount`);
    checkBonuses(outcomes, term, path);
  });
  return terms;
}

function checkBonuses(outcomes: Outcomes, { bonuses }: ArmTerms, path: string): void {
  bonuses.forEach((bonus, index) => {
    const at = `${path}.bonuses[${index}]`;
    checkAmount(bonus.amount, `${at}.amount`);
    checkOnce(
      bonuses.slice(0, index).map((each) => each.criterion),
      bonus.criterion,
      `${at}.criterion`,
    );
    if (findCriterion(outcomes, bonus.criterion).basis !== "contract") {
      throw competitionError({
        code: "criterion-not-in-contract",
        path: `${at}.criterion`,
        received: bonus.criterion,
        expected: "a criterion of the contract; the evaluation's own are paid by no one",
      });
    }
  });
}

function checkOnce(before: readonly string[], word: string, path: string): void {
  if (!before.includes(word)) return;
  throw competitionError({ code: "duplicate-term", path, received: word, expected: "each named once" });
}

function checkAmount(amount: Ore, path: string): void {
  if (Number.isSafeInteger(amount) && amount >= 0) return;
  throw competitionError({
    code: "impossible-amount",
    path,
    received: amount,
    expected: "a whole number of øre from 0",
  });
}

import { checkGiven } from "./given.js";
import { readDay, requireObject } from "../core/index.js";
import { endReasons, type Criterion } from "../outcomes/index.js";
import { bonusIssues } from "./bonusIssues.js";
import { amountIssues, duplicates, issue, percentIssues, unknownName, type PaymentIssue } from "./issues.js";
import { isLonger } from "./limitDues.js";
import type { ArmTerms, PaymentPlan } from "./terms.js";

/** What payment terms are held against. */
export interface PaymentParts {
  readonly arms: readonly { readonly id: string }[];
  readonly criteria: readonly Criterion[];
}

/**
 * Everything in payment terms that can't be meant: names that aren't there, terms that are given twice, amounts and
 * percents that can't be paid, days out of order, limits that contradict each other. Their shape is taken to be
 * right.
 *
 * @returns Issues with their path from `payment` on: `unknown-arm`, `unknown-criterion`, `unknown-degree`,
 *   `unknown-end-reason`, `criterion-not-in-contract`, `duplicate-term`, `impossible-amount`, `impossible-percent`,
 *   `instalments-not-whole`, `clawback-on-itself`, `impossible-date`, `index-out-of-order`,
 *   `minimum-above-cap` (of its own period or a longer one), `contract-end-missing`; none for terms that can be settled.
 */
export function paymentIssues(plan: PaymentPlan, parts: PaymentParts): readonly PaymentIssue[] {
  checkGiven("paymentIssues", { payment: plan });
  for (const [index, terms] of plan.terms.entries()) {
    checkGiven("paymentIssues", { terms }, `paymentIssues.payment.terms[${index}]`);
  }
  requireObject("paymentIssues.parts", parts, {
    expected: "what the terms are of: { arms, criteria }, such as a protocol",
    accepts: ({ arms, criteria }) => Array.isArray(arms) && Array.isArray(criteria),
  });
  return [
    ...dayIssues(plan),
    ...duplicates(
      plan.terms.map(({ arm }) => arm),
      (index) => `payment.terms[${index}].arm`,
    ),
    ...plan.terms.flatMap((terms, index) => armIssues(terms, `payment.terms[${index}]`, plan, parts)),
  ];
}

function armIssues(
  terms: ArmTerms,
  path: string,
  plan: PaymentPlan,
  parts: PaymentParts,
): readonly PaymentIssue[] {
  const { arm, base, bonuses, noBaseFor = [], lateStart, indexation = [], vat } = terms;
  return [
    ...unknownName(
      "arm",
      arm,
      parts.arms.map(({ id }) => id),
      `${path}.arm`,
    ),
    ...(base === undefined ? [] : amountIssues(base.amount, `${path}.base.amount`)),
    ...noBaseFor.flatMap((reason, index) =>
      unknownName("end-reason", reason, endReasons, `${path}.noBaseFor[${index}]`),
    ),
    ...(lateStart === undefined ? [] : amountIssues(lateStart.amount, `${path}.lateStart.amount`)),
    ...duplicates(
      bonuses.map(({ criterion }) => criterion),
      (index) => `${path}.bonuses[${index}].criterion`,
    ),
    ...bonuses.flatMap((bonus, index) => bonusIssues(bonus, `${path}.bonuses[${index}]`, parts.criteria)),
    ...limitIssues(terms, path, plan),
    ...indexation.flatMap(({ from, percent }, index) => {
      const at = `${path}.indexation[${index}]`;
      const before = indexation[index - 1]?.from;
      return [
        ...dateIssues(from, `${at}.from`),
        ...(before === undefined || from > before
          ? []
          : [issue("index-out-of-order", `${at}.from`, from, `a day after ${before}, the step before`)]),
        ...percentIssues(percent, `${at}.percent`, { above: -100, most: 1000 }),
      ];
    }),
    ...(vat === undefined ? [] : percentIssues(vat, `${path}.vat`, { least: 0, most: 100 })),
  ];
}

function limitIssues({ caps = [], minimums = [] }: ArmTerms, path: string, { endsOn }: PaymentPlan) {
  return [
    ...caps.flatMap(({ amount }, index) => amountIssues(amount, `${path}.caps[${index}].amount`)),
    ...duplicates(
      caps.map(({ of, per }) => `${of} per ${per}`),
      (index) => `${path}.caps[${index}]`,
    ),
    ...duplicates(
      minimums.map(({ per }) => per),
      (index) => `${path}.minimums[${index}].per`,
    ),
    ...minimums.flatMap(({ per, amount }, index): readonly PaymentIssue[] => {
      const at = `${path}.minimums[${index}]`;
      const longer = caps.filter(
        (each) => each.of === "all" && (each.per === per || isLonger(each.per, per)),
      );
      const cap = longer.toSorted((a, b) => a.amount - b.amount)[0];
      return [
        ...amountIssues(amount, `${at}.amount`),
        ...(cap === undefined || amount <= cap.amount
          ? []
          : [
              issue(
                "minimum-above-cap",
                `${at}.amount`,
                amount,
                `no more than the cap per ${cap.per}, ${cap.amount}`,
              ),
            ]),
        ...(per !== "contract" || endsOn !== undefined
          ? []
          : [
              issue("contract-end-missing", `${at}.per`, per, "payment.endsOn, the last day of the contract"),
            ]),
      ];
    }),
  ];
}

function dayIssues({ startsOn, endsOn }: PaymentPlan): readonly PaymentIssue[] {
  return [
    ...(startsOn === undefined ? [] : dateIssues(startsOn, "payment.startsOn")),
    ...(endsOn === undefined ? [] : dateIssues(endsOn, "payment.endsOn")),
    ...(startsOn === undefined || endsOn === undefined || startsOn <= endsOn
      ? []
      : [issue("impossible-date", "payment.endsOn", endsOn, `a day from ${startsOn}, startsOn`)]),
  ];
}

function dateIssues(date: string, path: string): readonly PaymentIssue[] {
  return /^\d{4}-/.test(date) && readDay(date) !== undefined
    ? []
    : [issue("impossible-date", path, date, "a day of the calendar as YYYY-MM-DD")];
}

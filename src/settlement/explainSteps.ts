import type { FollowedReferral } from "../outcomes/index.js";
import type { AmountStep, LineRule, TermedLine } from "./explainTypes.js";
import { timesLate } from "./lateStart.js";
import { periodOf } from "./periods.js";
import { indexed, stepOn } from "./rates.js";
import type { BonusTerm, Ore, PaymentPeriod, PaymentPlan } from "./terms.js";
import type { LineItem } from "./types.js";

/** What the arithmetic of a line looks at beside its term. */
interface Surroundings {
  readonly items: readonly LineItem[];
  readonly referral: FollowedReferral | undefined;
  readonly plan: PaymentPlan;
}

/** The arithmetic of a line, from the plan's rate to its amount and VAT. */
export function stepsOf(rule: LineRule, line: TermedLine, around: Surroundings): readonly AmountStep[] {
  const { item, terms } = line;
  const vat: readonly AmountStep[] =
    terms.vat === undefined ? [] : [{ step: "vat", percent: terms.vat, amount: item.vat }];
  return [...amountSteps(rule, line, around), ...vat];
}

function amountSteps(rule: LineRule, line: TermedLine, around: Surroundings): readonly AmountStep[] {
  const { item } = line;
  switch (rule.of) {
    case "base":
      return rateSteps(rule.base.amount, line);
    case "late-start": {
      const { referral } = around;
      const times = referral === undefined ? 1 : timesLate(rule.lateStart, referral, item.date);
      const whole = 0 - times * indexed(rule.lateStart.amount, item.date, line.terms.indexation);
      return [
        ...rateSteps(rule.lateStart.amount, line),
        { step: "times", times, amount: whole },
        ...(whole === item.amount ? [] : [{ step: "at-most", amount: item.amount } as const]),
      ];
    }
    case "bonus":
      return bonusSteps(rule.bonus, line);
    case "clawback": {
      const { term, citizen, amount, aboveCaps = 0 } = item;
      const bonus = term.replace(/\.clawback$/, "");
      const paid = around.items
        .filter((each) => each.term === bonus && each.citizen === citizen)
        .reduce((sum, each) => sum + each.amount, 0);
      const percent = rule.bonus.clawback?.percent ?? 0;
      return [
        { step: "paid", amount: paid - aboveCaps },
        { step: "taken-back", percent, amount },
      ];
    }
    case "cap":
      return limitSteps(rule.cap, item, around);
    case "minimum":
      return limitSteps(rule.minimum, item, around);
  }
}

/** The rate, and the index of the line's day where one counts. */
function rateSteps(rate: Ore, { item: { date }, terms: { indexation } }: TermedLine): readonly AmountStep[] {
  const step = stepOn(date, indexation);
  return [
    { step: "rate", amount: rate },
    ...(step === undefined
      ? []
      : [{ step: "index", ...step, amount: indexed(rate, date, indexation) } as const]),
  ];
}

function bonusSteps({ amount, degrees, instalments }: BonusTerm, line: TermedLine): readonly AmountStep[] {
  const { item } = line;
  const ofDegree = item.degree === undefined ? undefined : degrees?.[item.degree];
  const percent = item.instalment === undefined ? undefined : instalments?.[item.instalment - 1]?.percent;
  return [
    ...rateSteps(ofDegree ?? amount, line),
    ...(percent === undefined ? [] : [{ step: "instalment", percent, amount: item.amount } as const]),
  ];
}

/** A limit and what was paid against it: the line is the difference. */
function limitSteps(
  limit: { readonly per: PaymentPeriod; readonly amount: Ore },
  { date, amount }: LineItem,
  { plan }: Surroundings,
): readonly AmountStep[] {
  const { first } = periodOf(date, limit.per, plan);
  const from = limit.per === "contract" ? {} : { from: first };
  return [
    { step: "sum", ...from, to: date, amount: limit.amount - amount },
    { step: "limit", amount: limit.amount },
    { step: "difference", amount },
  ];
}

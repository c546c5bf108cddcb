import type {
  ArmCost,
  CostComparison,
  CostEffectivenessData,
  ExpectedAmount,
  ExpectedPaymentsData,
  LineItem,
  LineKind,
  MonthSum,
  NetBenefit,
  OpenAmount,
  OpenBonus,
  StatementData,
  Unpaid,
} from "../../settlement/index.js";
import {
  closed,
  codes,
  count,
  date,
  exactly,
  flag,
  listOf,
  mayMiss,
  month,
  number,
  orNull,
  ref,
  text,
  type Members,
  type Schema,
} from "./build.js";
import { facts, resultOrNull } from "./common.js";

const kind = codes<LineKind>({
  "base": true,
  "bonus": true,
  "late-start": true,
  "clawback": true,
  "cap": true,
  "minimum": true,
});

type Named = StatementData["criteria"][number];

const expected: Members<ExpectedAmount> = {
  certain: number,
  expected: number,
  interval: orNull(ref("limits")),
};

const openAmount: Members<OpenAmount> = {
  ...expected,
  best: number,
  worst: number,
  notEstimable: closed<OpenAmount["notEstimable"]>({ citizens: number, amount: number }),
  months: listOf(closed<OpenAmount["months"][number]>({ month, ...expected })),
  later: closed<ExpectedAmount>(expected),
};

const pair = closed<CostComparison["mean"]>({ cost: number, effect: number });

/** What is owed, what results cost, and what is still to be paid; amounts in øre. */
export const MONEY: Readonly<Record<string, Schema>> = {
  lineItem: closed<LineItem>({
    arm: text,
    kind,
    term: text,
    date,
    amount: number,
    vat: number,
    citizen: mayMiss(text),
    sequence: mayMiss(count),
    referredOn: mayMiss(date),
    criterion: mayMiss(text),
    degree: mayMiss(text),
    week: mayMiss(count),
    instalment: mayMiss(count),
    team: mayMiss(text),
    aboveCaps: mayMiss(number),
  }),
  namedCriteria: listOf(
    closed<Named>({
      id: text,
      name: ref("wording"),
      degrees: mayMiss(
        listOf(closed<NonNullable<Named["degrees"]>[number]>({ id: text, name: ref("wording") })),
      ),
    }),
  ),
  statement: closed<StatementData>({
    ...facts,
    kind: exactly("statement"),
    asOf: date,
    criteria: ref("namedCriteria"),
    items: listOf(ref("lineItem")),
    unpaid: listOf(
      closed<Unpaid>({
        arm: text,
        citizen: text,
        sequence: count,
        referredOn: mayMiss(date),
        kind: codes<Unpaid["kind"]>({ base: true, bonus: true }),
        term: text,
        criterion: mayMiss(text),
        instalment: mayMiss(count),
        standing: codes<Unpaid["standing"]>({ open: true, lost: true, unknown: true }),
        reason: text,
        weeks: mayMiss(count),
      }),
    ),
    months: listOf(closed<MonthSum>({ arm: text, month, kind, lines: count, amount: number, vat: number })),
    totals: listOf(
      closed<StatementData["totals"][number]>({
        arm: text,
        name: text,
        base: number,
        bonus: number,
        adjustments: number,
        total: number,
        vat: number,
      }),
    ),
  }),
  costComparison: closed<CostComparison>({
    arm: text,
    reference: text,
    citizens: closed<CostComparison["citizens"]>({ comparator: count, reference: count }),
    mean: pair,
    difference: pair,
    cost: closed<CostComparison["cost"]>({ estimate: number, lower: number, upper: number, level: number }),
    effect: ref("estimate"),
    standing: codes<CostComparison["standing"]>({
      "too-early": true,
      "more-for-less": true,
      "more-for-more": true,
      "more-for-alike": true,
      "fewer-for-less": true,
      "fewer-for-more": true,
      "fewer-for-alike": true,
      "alike-for-less": true,
      "alike-for-more": true,
      "nothing-shown": true,
    }),
    perAdditionalSuccess: resultOrNull("estimate"),
    resampled: ref("estimate"),
    netBenefit: listOf(
      closed<NetBenefit>({ willingnessToPay: number, saved: flag, benefit: ref("estimate") }),
    ),
    acceptability: listOf(
      closed<CostComparison["acceptability"][number]>({ willingnessToPay: number, probability: number }),
    ),
  }),
  costs: closed<CostEffectivenessData>({
    ...facts,
    kind: exactly("cost-effectiveness"),
    asOf: date,
    criterion: text,
    criterionName: ref("wording"),
    matureThrough: date,
    level: number,
    isTooEarly: flag,
    payments: listOf(
      closed<CostEffectivenessData["payments"][number]>({
        arm: text,
        name: text,
        citizens: count,
        furtherReferrals: count,
        courses: count,
        contractSuccesses: count,
        paid: number,
      }),
    ),
    arms: listOf(
      closed<ArmCost>({
        arm: text,
        name: text,
        citizens: count,
        courses: count,
        successes: count,
        contractSuccesses: count,
        cost: number,
        perReferral: number,
        perCourse: number,
        rate: number,
        covariance: listOf(listOf(number)),
        perSuccess: resultOrNull("estimate"),
      }),
    ),
    comparisons: listOf(ref("costComparison")),
  }),
  expectedPayments: closed<ExpectedPaymentsData>({
    ...facts,
    kind: exactly("expected-payments"),
    asOf: date,
    level: number,
    bonuses: listOf(
      closed<OpenBonus>({
        ...openAmount,
        arm: text,
        name: text,
        term: text,
        criterion: text,
        criterionName: ref("wording"),
        pending: count,
        lost: count,
        unknown: count,
        successes: count,
        failures: count,
      }),
    ),
    total: closed<OpenAmount>(openAmount),
  }),
};

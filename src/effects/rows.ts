import { sumShown, type Publishable } from "../core/index.js";
import type { Row } from "../display/index.js";
import type { Estimate, TestData } from "../inference/index.js";
import { limitColumns } from "./limitColumns.js";
import type { ArmComparison, ArmRate, ContractualRate, PublishableEffect } from "./types.js";

/**
 * An effect as plain rows, the same columns in each: one per arm's rate, per difference (by blocks and
 * without) and test, per sensitivity analysis, per subgroup, per line of the balance and per provisional rate of the
 * contract, told apart by `row`.
 */
export function effectRows(effect: PublishableEffect): readonly Row[] {
  return [
    ...effect.rates.map((rate) => rateRow(effect, rate)),
    ...effect.comparisons.flatMap((comparison) => comparisonRows(effect, comparison)),
    ...effect.contractual.map((rate) => contractualRow(effect, rate)),
  ];
}

const EMPTY = {
  allocated: null,
  mature: null,
  success: null,
  failure: null,
  unknown: null,
  pending: null,
  excluded: null,
  boundLower: null,
  boundUpper: null,
  verdict: null,
  analysis: null,
  decides: null,
  factor: null,
  group: null,
} as const;

function rateRow(
  { criterion, anchor }: PublishableEffect,
  { arm, counts, rate, bounds }: Publishable<ArmRate>,
): Row {
  return {
    row: "rate",
    criterion,
    anchor,
    arm,
    reference: null,
    ...EMPTY,
    ...counts,
    ...estimateColumns(rate),
    boundLower: bounds.lower,
    boundUpper: bounds.upper,
  };
}

function comparisonRows(effect: PublishableEffect, comparison: Publishable<ArmComparison>): readonly Row[] {
  const { arm, reference, difference, unstratified, bounds } = comparison;
  const shared = { criterion: effect.criterion, anchor: effect.anchor, arm, reference };
  const verdict = effect.verdicts.find((each) => each.arm === arm)?.code ?? null;
  return [
    { row: "difference", ...shared, ...EMPTY, ...estimateColumns(difference), verdict },
    {
      row: "difference-unstratified",
      ...shared,
      ...EMPTY,
      ...estimateColumns(unstratified),
      boundLower: bounds.lower,
      boundUpper: bounds.upper,
    },
    ...[comparison.randomization, comparison.fisher].flatMap((test) =>
      test?.status === "estimated" ? [{ row: "test", ...shared, ...EMPTY, ...testColumns(test) }] : [],
    ),
    ...comparison.sensitivity.map(({ analysis, decides, citizens, difference: other, region }) => ({
      row: "sensitivity",
      ...shared,
      ...EMPTY,
      mature: citizens,
      ...estimateColumns(other),
      boundLower: region?.lower ?? null,
      boundUpper: region?.upper ?? null,
      analysis,
      decides,
    })),
    ...comparison.subgroups.flatMap(({ factor, groups }) =>
      groups.map(({ group, comparator, reference: theirs, difference: within }) => ({
        row: "subgroup",
        ...shared,
        ...EMPTY,
        mature: sumShown([comparator.mature, theirs.mature]),
        ...estimateColumns(within),
        factor,
        group,
      })),
    ),
    ...comparison.balance.map(({ column, category = null, difference: apart }) => ({
      row: "balance",
      ...shared,
      ...EMPTY,
      ...estimateColumns(apart),
      // By the draw whatever differs here is chance, so that a test has nothing to ask.
      pValue: null,
      factor: column,
      group: category,
    })),
  ];
}

function contractualRow({ criterion }: PublishableEffect, contractual: Publishable<ContractualRate>): Row {
  const { arm, success, failure, unknown, pending, rate } = contractual;
  return {
    row: "contractual-rate",
    criterion,
    anchor: "contract",
    arm,
    reference: null,
    ...EMPTY,
    allocated: sumShown([contractual.complete, pending]),
    success,
    failure,
    unknown,
    pending,
    ...estimateColumns(rate),
  };
}

/** Of a test without an estimate. */
function testColumns({ method, pValue }: Publishable<TestData>): Row {
  const none = { estimate: null, lower: null, upper: null, level: null, reason: null };
  return { measure: null, method, ...none, pValue };
}

function estimateColumns(given: Publishable<Estimate>): Row {
  const { method, measure, estimate, test } = given;
  return { measure, method, estimate, ...limitColumns(given), pValue: test?.pValue ?? null };
}

import { sumShown } from "../../core/index.js";
import type { Row } from "../../display/index.js";
import { limitColumns, readableComparisons, type PublishableEffect } from "../../effects/index.js";

// What stands beside the deciding comparison, a table for each heading of the review.

type Comparison = PublishableEffect["comparisons"][number];
type Figures = Comparison["difference"];

/** What the arms' citizens were like before the draw. */
export function balanceRows({ comparisons }: PublishableEffect): readonly Row[] {
  return comparisons.flatMap(({ arm, reference, balance }) =>
    balance.map(({ column, category = null, origin, comparator, reference: theirs, standardized }) => ({
      arm,
      reference,
      factor: column,
      group: category,
      origin,
      armValue: comparator,
      referenceValue: theirs,
      standardized: standardized?.estimate ?? null,
      lower: standardized?.lower ?? null,
      upper: standardized?.upper ?? null,
    })),
  );
}

/** The rates among all referred, those who started and those who completed. */
export function setRows({ sets }: PublishableEffect): readonly Row[] {
  return sets.flatMap(({ set, rates }) =>
    rates.map(({ arm, counts: { mature, success, failure }, rate }) => ({
      set,
      arm,
      mature,
      success,
      known: sumShown([success, failure]),
      rate: rate.estimate,
      ...limitColumns(rate),
    })),
  );
}

/** The difference by each analysis. */
export function sensitivityRows(effect: PublishableEffect): readonly Row[] {
  return readableComparisons(effect).flatMap(({ arm, reference, sensitivity }) =>
    sensitivity.map(({ analysis, decides, citizens, difference, region }) => ({
      arm,
      reference,
      analysis,
      decides,
      citizens,
      ...figures(difference),
      boundLower: region?.lower ?? null,
      boundUpper: region?.upper ?? null,
    })),
  );
}

/** The difference in each subgroup, with the test of whether the groups differ in each row. */
export function subgroupRows(effect: PublishableEffect): readonly Row[] {
  return readableComparisons(effect).flatMap(({ arm, reference, subgroups }) =>
    subgroups.flatMap(({ factor, groups, interaction, adjustedPValue }) =>
      groups.map(({ group, comparator, reference: theirs, difference }) => ({
        arm,
        reference,
        factor,
        group,
        armEvents: comparator.success,
        armTotal: sumShown([comparator.success, comparator.failure]),
        referenceEvents: theirs.success,
        referenceTotal: sumShown([theirs.success, theirs.failure]),
        ...figures(difference),
        interactionPValue: interaction?.pValue ?? null,
        adjustedPValue,
      })),
    ),
  );
}

function figures(given: Figures): Row {
  const { method, estimate, test } = given;
  return { method, estimate, ...limitColumns(given), pValue: test?.pValue ?? null };
}

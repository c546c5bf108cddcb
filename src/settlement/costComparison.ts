import { mean } from "d3-array";
import { pairMembers, type ArmComparison, type Effect } from "../effects/index.js";
import {
  acceptability,
  bootstrapCostEffectiveness,
  netMonetaryBenefit,
  welchTest,
  type Estimate,
} from "../inference/index.js";
import type { CohortMember, Criterion, Outcomes } from "../outcomes/index.js";
import { withoutBlocks } from "./costBlocks.js";
import { costPerEffect, covarianceOfDifferences } from "./costMoments.js";
import { costedCitizens } from "./costSample.js";
import { costStanding } from "./costStanding.js";
import type { CostComparison, NetBenefit } from "./costTypes.js";
import { valueOfSuccess } from "./costValue.js";
import type { Ore } from "./terms.js";
import type { Statement } from "./types.js";

export interface CostGround {
  readonly outcomes: Outcomes;
  readonly statement: Statement;
  readonly effect: Effect;
  readonly comparison: ArmComparison;
  readonly criterion: Criterion;
  readonly members: readonly CohortMember[];
}

export interface CostSettings {
  readonly times: number;
  readonly seed: string | number;
  readonly willingnessToPay: readonly Ore[];
  readonly savedPerMonth?: Ore;
}

const STEPS = 40;

/** One arm's costs and successes against the reference arm's, among the citizens whose draw could have gone either way. */
export function compareCosts(ground: CostGround, settings: CostSettings): CostComparison {
  const { outcomes, statement, comparison, effect, criterion, members } = ground;
  const { arm, reference } = comparison;
  const { level } = comparison.difference.interval;
  const pair = costedCitizens(outcomes, pairMembers(members, arm, reference), statement);
  const { comparator: first, reference: second, degreesOfFreedom } = withoutBlocks(pair, arm);
  const cost = welchTest(first.cost, second.cost, { level });
  const covariance = covarianceOfDifferences(first, second);
  const [more, dearer] = [difference(first.effect, second.effect), difference(first.cost, second.cost)];
  const freedom = degreesOfFreedom < 1 ? {} : { degreesOfFreedom };
  const joint = { cost: dearer, effect: more, covariance };
  const perAdditionalSuccess = costPerEffect(joint, degreesOfFreedom, level);
  const { times, seed } = settings;
  const saved =
    settings.savedPerMonth === undefined ? undefined : valueOfSuccess(criterion, settings.savedPerMonth);
  const values = [
    ...(saved === undefined ? [] : [{ willingnessToPay: saved, saved: true }]),
    ...settings.willingnessToPay.map((willingnessToPay) => ({ willingnessToPay, saved: false })),
  ];
  // Fixed prices have no error: the difference is what it is.
  const costLimits = covariance[0][0] === 0 ? { lower: dearer, upper: dearer } : cost.interval;
  const tooEarly = effect.verdicts.some((verdict) => verdict.arm === arm && verdict.code === "too-early");
  return {
    arm,
    reference,
    citizens: { comparator: first.cost.length, reference: second.cost.length },
    difference: { cost: dearer, effect: more },
    cost,
    effect: comparison.difference,
    standing: tooEarly ? "too-early" : costStanding(comparison.difference.interval, costLimits),
    perAdditionalSuccess,
    resampled: bootstrapCostEffectiveness(first, second, { times, seed, level }),
    netBenefit: values.map(({ willingnessToPay, saved: isSaved }): NetBenefit => ({
      willingnessToPay,
      saved: isSaved,
      benefit: netMonetaryBenefit({ ...joint, ...freedom }, { willingnessToPay, level }),
    })),
    acceptability: acceptability(joint, { willingnessToPay: grid(values, perAdditionalSuccess) }),
  };
}

function difference(first: readonly number[], second: readonly number[]): number {
  return (mean(first) ?? 0) - (mean(second) ?? 0);
}

/** From 0 to twice the largest amount that is asked about, or twice the cost of an additional success. */
function grid(
  values: readonly { readonly willingnessToPay: number }[],
  ratio: Estimate | null,
): readonly number[] {
  const asked = values.map(({ willingnessToPay }) => willingnessToPay);
  const top = 2 * Math.max(...asked, Math.abs(ratio?.estimate ?? 0), 1_000_00);
  return Array.from({ length: STEPS + 1 }, (_, step) => (top * step) / STEPS);
}

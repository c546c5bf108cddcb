import { mean } from "d3-array";
import { pairMembers, type ArmComparison, type Effect } from "../effects/index.js";
import {
  acceptability,
  bootstrapCostEffectiveness,
  fieller,
  incrementalCostEffect,
  netMonetaryBenefit,
  type CostEffectColumns,
} from "../inference/index.js";
import type { CohortMember, Criterion, Outcomes } from "../outcomes/index.js";
import { costPerEffect } from "./costMoments.js";
import { costedCitizens, type Costed } from "./costSample.js";
import { costStanding } from "./costStanding.js";
import type { CostComparison, CostDifference, NetBenefit } from "./costTypes.js";
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
  readonly contractSuccesses: ReadonlySet<string>;
}

export interface CostSettings {
  readonly times: number;
  readonly seed: string | number;
  readonly willingnessToPay: readonly Ore[];
  readonly savedPerMonth?: Ore;
}

const STEPS = 40;

/** A difference this much smaller than 1 is 0 but for rounding. */
const ROUNDING = 1e-12;

/**
 * One arm's costs and successes against the reference arm's, among the citizens whose draw could have gone either way;
 * undefined where the blocks of the draw have too few of each arm to tell.
 */
export function compareCosts(ground: CostGround, settings: CostSettings): CostComparison | undefined {
  const { outcomes, statement, comparison, effect, criterion, members, contractSuccesses } = ground;
  const { arm, reference } = comparison;
  const { level } = comparison.difference.interval;
  const pair = costedCitizens(outcomes, pairMembers(members, arm, reference), statement, contractSuccesses);
  const [first, second] = [columnsOf(pair, arm), columnsOf(pair, reference)];
  const { times, seed } = settings;
  const resampled = bootstrapCostEffectiveness(first, second, { times, seed, level });
  if (resampled.differences === undefined) return undefined;
  const found = incrementalCostEffect(first, second);
  const joint = {
    ...found,
    effect: Math.abs(found.effect) < ROUNDING ? 0 : found.effect,
  };
  const cost = costDifference(joint, level);
  const perAdditionalSuccess = costPerEffect(joint, joint.degreesOfFreedom, level);
  const values = valuesOf(criterion, settings);
  const tooEarly = effect.verdicts.some((verdict) => verdict.arm === arm && verdict.code === "too-early");
  return {
    arm,
    reference,
    citizens: { comparator: first.cost.length, reference: second.cost.length },
    mean: { cost: mean(pair, (each) => each.cost) ?? 0, effect: mean(pair, (each) => each.effect) ?? 0 },
    difference: { cost: joint.cost, effect: joint.effect },
    cost,
    effect: comparison.difference,
    standing: tooEarly ? "too-early" : costStanding(comparison.difference.interval, cost),
    perAdditionalSuccess,
    resampled,
    netBenefit: values.map(({ willingnessToPay, saved }): NetBenefit => ({
      willingnessToPay,
      saved,
      benefit: netMonetaryBenefit(joint, { willingnessToPay, level }),
    })),
    acceptability: acceptability(joint, {
      willingnessToPay: grid(values, perAdditionalSuccess?.estimate ?? 0),
    }),
  };
}

function columnsOf(
  citizens: readonly Costed[],
  arm: string,
): CostEffectColumns & { cost: readonly number[] } {
  const own = citizens.filter((each) => each.arm === arm);
  return {
    cost: own.map(({ cost }) => cost),
    effect: own.map(({ effect }) => effect),
    block: own.map(({ block }) => block),
  };
}

interface Joint {
  readonly cost: number;
  readonly covariance: readonly [readonly [number, number], readonly [number, number]];
  readonly degreesOfFreedom: number;
}

/** The difference in cost with its limits, which are the difference itself where prices are fixed. */
function costDifference(
  { cost, covariance: [[variance]], degreesOfFreedom }: Joint,
  level: number,
): CostDifference {
  if (variance === 0) return { estimate: cost, lower: cost, upper: cost, level };
  // By a denominator that is known to be 1.
  const ratio = {
    numerator: cost,
    denominator: 1,
    covariance: [
      [variance, 0],
      [0, 0],
    ],
  } as const;
  const { lower, upper } = fieller({ ...ratio, degreesOfFreedom }, { level }).interval;
  return { estimate: cost, lower, upper, level };
}

function valuesOf(
  criterion: Criterion,
  { savedPerMonth, willingnessToPay }: CostSettings,
): readonly { readonly willingnessToPay: number; readonly saved: boolean }[] {
  const saved = savedPerMonth === undefined ? undefined : valueOfSuccess(criterion, savedPerMonth);
  return [
    ...(saved === undefined ? [] : [{ willingnessToPay: saved, saved: true }]),
    ...willingnessToPay.map((each) => ({ willingnessToPay: each, saved: false })),
  ];
}

/** From 0 to twice the largest amount that is asked about, or twice the cost of an additional success. */
function grid(values: readonly { readonly willingnessToPay: number }[], ratio: number): readonly number[] {
  const asked = values.map(({ willingnessToPay }) => willingnessToPay);
  const top = 2 * Math.max(...asked, Math.abs(ratio), 1_000_00);
  return Array.from({ length: STEPS + 1 }, (_, step) => (top * step) / STEPS);
}

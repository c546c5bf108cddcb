import { provenanceOf, type Notice } from "../core/index.js";
import type { ReferenceSet } from "../allocation/index.js";
import { compareProportions, testProportions } from "../inference/index.js";
import { cohortOf, countArm, requireOutcomes, type CohortMember, type Outcomes } from "../outcomes/index.js";
import { sourceOf } from "../tables/index.js";
import { balanceNotices, balanceOf } from "./balance.js";
import { baselineOf, type Baseline } from "./baseline.js";
import { contractualRates } from "./contractual.js";
import { decidingDifference } from "./difference.js";
import { replayNotices, replayOf, testByDraw } from "./drawTest.js";
import { exitNotices, exitsOf } from "./exits.js";
import {
  blockNotices,
  courseNotices,
  designNotices,
  householdNotices,
  probabilityNotices,
  rateNotices,
  sampleRatioNotices,
  unreportedNotices,
} from "./guardrails.js";
import { makeEffect } from "./make.js";
import { pairBlocks, pairMembers } from "./pair.js";
import { resolveAnalysis, type ResolvedAnalysis } from "./plan.js";
import { armRate, knownCount, ratesBySet } from "./rates.js";
import { sensitivityOf } from "./sensitivity.js";
import {
  subgroupNotices,
  subgroupPlan,
  subgroupsOf,
  withAdjustedPValues,
  type SubgroupPlan,
} from "./subgroups.js";
import type { AnalysisPlan, ArmComparison, CompareOptions, Effect, Verdict } from "./types.js";
import { differenceBounds } from "./unknown.js";
import { verdictOf } from "./verdict.js";

/**
 * Tells which arm's citizens succeed more often, by the plan that was agreed before the first referral.
 *
 * Everyone stays in the arm that was drawn. The mature cohort is cut by referral date, the same for
 * all arms, and success is measured in a window from the referral, equally long for all. Per arm the
 * rate p = successes / known outcomes with Wilson's interval; per arm against the reference arm the
 * Mantel-Haenszel risk difference over the blocks b of the draw,
 * Σ w_b (p₁b − p₀b) / Σ w_b with w_b = n₁b n₀b / (n₁b + n₀b), with Sato's variance and its z-test; it
 * decides the verdict ({@link verdictOf}). Where probabilities differ within a block (quotas) Hájek's
 * weights decide instead, where households were drawn the variance between households. Beside it the
 * randomization test by the recorded draw, Newcombe's interval and Fisher's exact test, these without blocks.
 * With k arms each comparison has the level 1 − (1 − level)/(k − 1).
 *
 * Each comparison carries its `sensitivity` (the same difference by other analyses), its `subgroups` (by the
 * strata of the draw, or as the plan names them) with a test of interaction, adjusted for their number by Holm,
 * and the `balance` of what was known before the draw.
 *
 * Citizens whose outcome is unknown are in no denominator; `bounds` tell what they could change.
 * Citizens for whom the draw left only one arm possible are counted as `excluded`. A comparison tells
 * which of the arms does better, not that either helps: no arm is left untreated.
 *
 * @param analysis The protocol's `analysis`: `primary`, `referenceArm`, `level` (0.95), `margin` (none),
 *   `minimumMature` (100 per arm), `subgroups` (the draw's strata), `covariates` (all that are known).
 * @param options `criterion`: another criterion of the protocol, `primary` in the result being false;
 *   `replay`: `times` and `seed` of the randomization test for designs that have no exact one; `baseline`: what
 *   was known before the draw, such as the referrals' own columns; `subgroups`: others than the plan's.
 * @returns An effect with `rates` by arm, `comparisons` and `verdicts` by non-reference arm, and the
 *   contract's provisional rates.
 * @throws CompetitionError `impossible-input`, `unknown-option`, `impossible-option`, `unknown-criterion`, `unknown-arm`,
 *   `nothing-to-compare`, `unknown-subgroup`, `impossible-subgroup`, `impossible-baseline`.
 * @example
 * const effect = compareArms(outcomes, protocol.analysis);
 * effect.verdicts[0]?.code; // "better"
 * @example
 * // The year after the first referral: nobody's follow-up is complete.
 * compareArms(outcomes, protocol.analysis).verdicts[0]?.code; // "too-early"
 */
export function compareArms(
  outcomes: Outcomes,
  analysis: AnalysisPlan,
  options: CompareOptions = {},
): Effect {
  requireOutcomes(outcomes, "compareArms");
  const plan = resolveAnalysis(outcomes, analysis, options);
  const { matureThrough, members } = cohortOf(outcomes, plan.criterion.id);
  const rates = outcomes.protocol.arms.map((arm) => armRate(members, arm, plan.level));
  const exits = exitsOf(outcomes, members);
  const baseline = baselineOf(outcomes, plan.baseline);
  const subgroups = subgroupPlan(baseline, plan.subgroups);
  const ground = { outcomes, members, baseline, subgroups, replayed: replayOf(outcomes, plan.replay) };
  const compared = plan.comparators.map((arm) => compareWithReference(ground, arm, plan));
  const comparisons = withAdjustedPValues(compared.map((each) => each.comparison));
  return makeEffect({
    kind: "effect",
    method: comparisons[0]?.difference.method ?? "mantel-haenszel",
    references: [...new Set(resultsOf(comparisons).flatMap((result) => result.references))],
    notices: [
      ...designNotices(outcomes, plan, subgroups),
      ...sampleRatioNotices(members, outcomes.ledger.opening.arms),
      ...replayNotices(outcomes, plan.replay),
      ...baseline.notices,
      ...unreportedNotices(outcomes),
      ...rates.flatMap(rateNotices),
      ...exitNotices(exits),
      ...compared.flatMap((each) => each.notices),
    ],
    provenance: provenanceOf("compareArms", plan.record, {
      participants: outcomes.participants.length,
      ...(plan.baseline === undefined ? {} : { baseline: sourceOf(plan.baseline) }),
      outcomes: outcomes.provenance,
    }),
    criterion: plan.criterion.id,
    criterionName: plan.criterion.name,
    primary: plan.primary,
    anchor: "referral",
    asOf: outcomes.asOf,
    matureThrough,
    level: plan.level,
    margin: plan.margin,
    minimumMature: plan.minimumMature,
    rates,
    comparisons,
    verdicts: compared.map((each) => each.verdict),
    contractual: contractualRates(outcomes, plan.criterion.id, plan.level),
    sets: ratesBySet(members, outcomes.protocol.arms, plan.level),
    exits,
  });
}

interface Compared {
  readonly comparison: ArmComparison;
  readonly verdict: Verdict;
  readonly notices: readonly Notice[];
}

/** What all comparisons of an effect start from. */
interface Ground {
  readonly outcomes: Outcomes;
  readonly members: readonly CohortMember[];
  readonly baseline: Baseline;
  readonly subgroups: SubgroupPlan;
  readonly replayed: ReferenceSet | undefined;
}

function compareWithReference(
  { outcomes, members, baseline, subgroups, replayed }: Ground,
  arm: string,
  plan: ResolvedAnalysis,
): Compared {
  const { referenceArm: reference, comparisonLevel: level, minimumMature, margin } = plan;
  const arms = { arm, reference };
  const pair = pairMembers(members, arm, reference);
  const blocks = pairBlocks(pair, arm, reference);
  const [ours, theirs] = [countArm(pair, arm), countArm(pair, reference)];
  const difference = decidingDifference(pair, blocks, arm, level);
  const balance = balanceOf(pair, arms, baseline.columns, level);
  const groups = subgroupsOf(pair, arms, subgroups, level);
  const draw = testByDraw(pair, blocks, arms, outcomes, replayed);
  return {
    comparison: {
      arm,
      reference,
      difference,
      randomization: draw.test,
      unstratified: compareProportions(knownCount(ours), knownCount(theirs), {
        measure: "risk-difference",
        method: "newcombe",
        level,
      }),
      fisher: testProportions(knownCount(ours), knownCount(theirs), { method: "fisher" }),
      bounds: differenceBounds(pair, arms, level),
      sensitivity: sensitivityOf({
        members: pair,
        blocks,
        pair: arms,
        difference,
        allocation: outcomes.ledger.opening.allocation,
        covariates: baseline.columns.filter(({ name }) => plan.covariates?.includes(name) ?? true),
        level,
      }),
      subgroups: groups,
      balance,
    },
    verdict: {
      arm,
      reference,
      code: verdictOf({
        mature: [ours.mature, theirs.mature],
        minimumMature,
        interval: difference.interval,
        margin,
      }),
    },
    notices: [
      ...blockNotices({ ...arms, difference }, blocks),
      ...probabilityNotices(pair, blocks, arms),
      ...householdNotices(pair, arms),
      ...draw.notices,
      ...courseNotices(pair, arms, level),
      ...balanceNotices(balance, arms),
      ...subgroupNotices(groups, arms),
    ],
  };
}

function resultsOf(
  comparisons: readonly ArmComparison[],
): readonly { readonly references: readonly string[] }[] {
  return comparisons.flatMap(
    ({ difference, randomization, unstratified, fisher, sensitivity, subgroups }) => [
      difference,
      ...(randomization === null ? [] : [randomization]),
      unstratified,
      fisher,
      ...sensitivity.map((each) => each.difference),
      ...subgroups.flatMap((each) => each.interaction ?? []),
    ],
  );
}

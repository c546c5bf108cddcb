import { SUPPRESSED } from "../../core/index.js";
import {
  verdictOf,
  type EffectData,
  type PublishableEffect,
  type PublishableVerdict,
  type Verdict,
} from "../../effects/index.js";
import { compareProportions } from "../../inference/index.js";
import type { CountBounds } from "../disclosure/index.js";
import { standingIds, type StandingIds } from "./standings.js";

/** Between which values a count must lie for whoever has the edition and those before it. */
type BoundsOf = (cell: string) => CountBounds;

/** The cells that withheld verdicts turn on. */
export function verdictCells(effects: readonly PublishableEffect[], cohortOf: CohortOf): readonly string[] {
  return effects.flatMap((effect) =>
    effect.verdicts.flatMap((verdict) => {
      if (verdict.code !== SUPPRESSED) return [];
      return pairIds(effect, verdict, cohortOf).flatMap(({ mature, success, failure }) => [
        mature,
        success,
        failure,
      ]);
    }),
  );
}

type CohortOf = (matureThrough: string) => string;

/**
 * The effect with those of its withheld verdicts that tell nothing of the hidden counts: whatever these are, within
 * what is published, the counts lead to the same one.
 *
 * Between its bounds each arm's best case is its most successes with its fewest failures. Both limits of Newcombe's
 * interval rise from the comparator's worst case against the reference's best to the other way round, and with them the
 * verdict from worse by inconclusive and not worse to better: where both ends agree, so does everything between them.
 * Whether a verdict is told therefore follows from what is published alone. What it says is the deciding analysis's,
 * which knows the blocks of the draw, of which no counts are published.
 */
export function withConstantVerdicts(
  published: PublishableEffect,
  effect: EffectData,
  cohortOf: CohortOf,
  boundsOf: BoundsOf,
): PublishableEffect {
  return {
    ...published,
    verdicts: published.verdicts.map((shown): PublishableVerdict => {
      const verdict = effect.verdicts.find(({ arm }) => arm === shown.arm);
      if (shown.code !== SUPPRESSED || verdict === undefined) return shown;
      return isConstant(effect, verdict, pairIds(effect, verdict, cohortOf), boundsOf) ? verdict : shown;
    }),
  };
}

function pairIds(
  { criterion, matureThrough }: Pick<EffectData, "criterion" | "matureThrough">,
  { arm, reference }: Pick<Verdict, "arm" | "reference">,
  cohortOf: CohortOf,
): readonly StandingIds[] {
  const cohort = cohortOf(matureThrough);
  return [arm, reference].map((each) => standingIds({ who: [each], criterion, cohort }));
}

function isConstant(
  { comparisons, margin, minimumMature, level: shared }: EffectData,
  { arm }: Verdict,
  ids: readonly StandingIds[],
  boundsOf: BoundsOf,
): boolean {
  const matures = ids.map(({ mature }) => boundsOf(mature));
  if (matures.some(({ upper }) => upper < minimumMature)) return true;
  if (matures.some(({ lower }) => lower < minimumMature)) return false;
  const outcomes = ids.map(({ success, failure }) => ({
    success: boundsOf(success),
    failure: boundsOf(failure),
  }));
  const [ours, theirs] = outcomes;
  if (ours === undefined || theirs === undefined) return false;
  const level = comparisons.find((each) => each.arm === arm)?.difference.interval.level ?? shared;
  const atEnds = (us: "lower" | "upper", them: "lower" | "upper"): Verdict["code"] =>
    verdictOf({
      mature: [minimumMature, minimumMature],
      minimumMature,
      margin,
      interval: compareProportions(
        countAt(ours.success[us], ours.failure[them]),
        countAt(theirs.success[them], theirs.failure[us]),
        { measure: "risk-difference", method: "newcombe", level },
      ).interval,
    });
  return atEnds("lower", "upper") === atEnds("upper", "lower");
}

function countAt(success: number, failure: number): { readonly events: number; readonly total: number } {
  return { events: success, total: success + failure };
}

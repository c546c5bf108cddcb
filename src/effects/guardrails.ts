import { mean } from "simple-statistics";
import { hasNominalProbabilities } from "../allocation/index.js";
import { parseDay, type Notice } from "../core/index.js";
import { compareProportions, NO_VARIANCE, type Count } from "../inference/index.js";
import { asksForCourse, isOpenEnded, type CohortMember, type Outcomes } from "../outcomes/index.js";
import { hadSameProbabilities, type PairBlock } from "./pair.js";
import type { ResolvedAnalysis } from "./plan.js";
import { MISMATCH, sampleRatio } from "./sampleRatio.js";
import type { SubgroupPlan } from "./subgroups.js";
import type { ArmComparison, ArmRate } from "./types.js";

/** Fewer events or non-events than this in an arm, and a large-sample interval is not to be trusted. */
const FEWEST_EVENTS = 10;

/** Mean course lengths that are this many days apart are said: a week, the unit in which tenders count. */
const NOTABLE_DAYS = 7;

/** What is to be known of the whole comparison: the design, the plan, and who stands outside. */
export function designNotices(
  outcomes: Outcomes,
  plan: ResolvedAnalysis,
  subgroups: SubgroupPlan,
): readonly Notice[] {
  const again = outcomes.participants.filter((participant) => participant.referrals > 1);
  const further = again.reduce((sum, participant) => sum + participant.referrals - 1, 0);
  const { level, comparisonLevel, comparators, criterion } = plan;
  return [
    ...when(!plan.planned, { code: "criterion-not-planned", severity: "warning", criterion: criterion.id }),
    ...when(isOpenEnded(criterion), {
      code: "follow-up-unstated",
      severity: "warning",
      criterion: criterion.id,
    }),
    ...when(outcomes.ledger.opening.allocation.design.kind === "alternation", {
      code: "predictable-allocation",
      severity: "caution",
    }),
    ...when(hasNominalProbabilities(outcomes.ledger.opening.allocation), {
      code: "nominal-probabilities",
      severity: "caution",
    }),
    ...when(comparators.length > 1, {
      code: "shared-level",
      severity: "info",
      level,
      comparisonLevel,
      comparisons: comparators.length,
    }),
    ...when(!subgroups.planned, { code: "subgroups-not-planned", severity: "caution" }),
    ...when(subgroups.missing.length > 0, {
      code: "planned-columns-missing",
      severity: "caution",
      columns: subgroups.missing,
    }),
    ...when(again.length > 0, {
      code: "referred-again",
      severity: "info",
      count: again.length,
      referrals: further,
    }),
  ];
}

/** That of nobody in an arm a course was reported, so that the contract's measure takes all as never started. */
export function unreportedNotices({ protocol, participants }: Outcomes): readonly Notice[] {
  if (!protocol.criteria.some(asksForCourse)) return [];
  return protocol.arms.flatMap(({ id }): readonly Notice[] => {
    const own = participants.filter(({ arm }) => arm === id);
    const isUnreported = own.every(({ participation }) => participation === "not-reported");
    return when(own.length > 0 && isUnreported, {
      code: "no-courses-reported",
      severity: "caution",
      arm: id,
    });
  });
}

/**
 * That the arms have other numbers than the draw's probabilities give, so that something happened beside the
 * draw: of those for whom more than one arm was possible, households counted once.
 */
export function sampleRatioNotices(
  members: readonly CohortMember[],
  arms: readonly string[],
): readonly Notice[] {
  const ratio = sampleRatio(
    members.map(({ participant }) => participant),
    arms,
  );
  if (ratio === undefined) return [];
  return when(ratio.pValue < MISMATCH, {
    code: "sample-ratio-mismatch",
    severity: "warning",
    arms,
    counts: ratio.arms.map(({ count }) => count),
    expected: ratio.arms.map(({ expected }) => Math.round(10 * expected) / 10),
    pValue: ratio.pValue,
  });
}

/** What is to be known of one arm's counts before its rate is read. */
export function rateNotices({ arm, counts }: ArmRate): readonly Notice[] {
  const { success, failure, unknown, excluded, mature } = counts;
  return [
    ...when(success + failure > 0 && Math.min(success, failure) < FEWEST_EVENTS, {
      code: "few-events",
      severity: "caution",
      arm,
      events: success,
      nonEvents: failure,
      fewest: FEWEST_EVENTS,
    }),
    ...when(unknown > 0, { code: "unknown-outcomes", severity: "caution", arm, unknown, mature }),
    ...when(excluded > 0, { code: "excluded-from-comparison", severity: "info", arm, citizens: excluded }),
  ];
}

/** What is to be known of the blocks that a comparison stratifies by, and of its variance over them. */
export function blockNotices(
  { arm, reference, difference }: Pick<ArmComparison, "arm" | "reference" | "difference">,
  blocks: readonly PairBlock[],
): readonly Notice[] {
  const total = blocks.reduce((sum, block) => sum + known(block), 0);
  const lone = blocks.filter(
    (block) => known(block) > 0 && block.comparator.total * block.reference.total === 0,
  );
  return [
    ...when(lone.length > 0, {
      code: "blocks-without-both-arms",
      severity: "caution",
      arm,
      reference,
      blocks: lone.length,
      citizens: lone.reduce((sum, block) => sum + known(block), 0),
      of: total,
    }),
    ...when(difference.reason === NO_VARIANCE, {
      code: "zero-variance",
      severity: "warning",
      arm,
      reference,
    }),
  ];
}

/** That chance wasn't the same for all: within blocks, or from block to block. */
export function probabilityNotices(
  pair: readonly CohortMember[],
  blocks: readonly PairBlock[],
  { arm, reference }: { readonly arm: string; readonly reference: string },
): readonly Notice[] {
  const uneven = blocks.filter((block) => !block.sameProbabilities).length;
  return [
    ...when(uneven > 0, {
      code: "probabilities-vary-within-block",
      severity: "info",
      arm,
      reference,
      blocks: uneven,
    }),
    ...when(uneven === 0 && !hadSameProbabilities(pair), {
      code: "probabilities-vary-between-blocks",
      severity: "caution",
      arm,
      reference,
    }),
  ];
}

/** That some were drawn together, where the comparison goes household by household. */
export function householdNotices(
  pair: readonly CohortMember[],
  { arm, reference }: { readonly arm: string; readonly reference: string },
): readonly Notice[] {
  const households = pair.flatMap(({ participant }) => participant.household ?? []);
  const several = new Set(households.filter((each, index) => households.indexOf(each) < index)).size;
  return when(several > 0, {
    code: "households-drawn",
    severity: "info",
    arm,
    reference,
    households: several,
  });
}

/**
 * What differs between the arms besides the result: the length of completed courses, by a week or
 * more in the mean, and the share returned, where its difference excludes zero at the plan's level.
 */
export function courseNotices(
  pair: readonly CohortMember[],
  { arm, reference }: { readonly arm: string; readonly reference: string },
  level: number,
): readonly Notice[] {
  const [ours, theirs] = [coursesOf(pair, arm), coursesOf(pair, reference)];
  const apart =
    ours.meanDays !== undefined &&
    theirs.meanDays !== undefined &&
    Math.abs(ours.meanDays - theirs.meanDays) >= NOTABLE_DAYS;
  const { interval } = compareProportions(ours.returned, theirs.returned, {
    measure: "risk-difference",
    method: "newcombe",
    level,
  });
  return [
    ...when(apart, {
      code: "unequal-course-lengths",
      severity: "caution",
      arm,
      meanDays: ours.meanDays ?? null,
      reference,
      referenceMeanDays: theirs.meanDays ?? null,
    }),
    ...when(interval.lower > 0 || interval.upper < 0, {
      code: "unequal-return-rates",
      severity: "caution",
      arm,
      returned: ours.returned.events,
      total: ours.returned.total,
      reference,
      referenceReturned: theirs.returned.events,
      referenceTotal: theirs.returned.total,
    }),
  ];
}

interface Courses {
  readonly meanDays: number | undefined;
  readonly returned: Count;
}

function coursesOf(pair: readonly CohortMember[], arm: string): Courses {
  const here = pair.map((member) => member.participant).filter((participant) => participant.arm === arm);
  const lengths = here.flatMap(({ participation, course }) =>
    participation === "completed" && course?.startedOn !== undefined && course.endedOn !== undefined
      ? [parseDay(course.endedOn, "endedOn") - parseDay(course.startedOn, "startedOn") + 1]
      : [],
  );
  const returned = here.filter((participant) => participant.participation === "returned").length;
  return {
    meanDays: lengths.length === 0 ? undefined : mean(lengths),
    returned: { events: returned, total: here.length },
  };
}

function known(block: PairBlock): number {
  return block.comparator.total + block.reference.total;
}

function when(condition: boolean, notice: Notice): readonly Notice[] {
  return condition ? [notice] : [];
}

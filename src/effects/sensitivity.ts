import type { AllocationPlan } from "../allocation/index.js";
import { isCompetitionError } from "../core/index.js";
import {
  adjustedDifference,
  boundsForMissing,
  compareProportions,
  complierEffect,
  exactEffectInterval,
  stratifiedComparison,
  withoutFalseCertainty,
  type Estimate,
  type PartlyKnownCount,
  type Stratum,
} from "../inference/index.js";
import { countArm, type ArmCounts, type CohortMember } from "../outcomes/index.js";
import { predictorsOf, type BaselineColumn } from "./baseline.js";
import { comparisonColumns, decidingDifference, knownMembers } from "./difference.js";
import { isUniformWithinBlocks, type Pair } from "./drawTest.js";
import { shareHouseholds } from "./households.js";
import { hadSameProbabilities, pairBlocks, type PairBlock } from "./pair.js";
import { knownCount } from "./rates.js";
import type { SensitivityAnalysis, SensitivityCode } from "./types.js";
import { supposedDifference, type Supposition } from "./unknown.js";

/** What the sensitivity analyses of one comparison start from. */
export interface SensitivityGround {
  readonly members: readonly CohortMember[];
  readonly blocks: readonly PairBlock[];
  readonly pair: Pair;
  /** The difference that decides. */
  readonly difference: Estimate;
  readonly allocation: AllocationPlan;
  /** What the adjusted comparison takes in. */
  readonly covariates: readonly BaselineColumn[];
  readonly level: number;
}

type Found = Omit<SensitivityAnalysis, "analysis" | "decides">;

/** Analyses by their code; those that this draw or these data leave no room for are not there. */
type Analyses = Partial<Record<SensitivityCode, Found>>;

const DECIDING: Readonly<Record<string, SensitivityCode>> = {
  "mantel-haenszel": "stratified",
  "hajek": "weighted",
  "difference-in-means": "households",
};

/**
 * The same difference by other analyses, the one that decides first: without regard to the draw's blocks, within
 * them, weighted, adjusted for what was known beforehand, by the draw alone; among those who took part; and with
 * the unknown at their bounds.
 */
export function sensitivityOf(ground: SensitivityGround): readonly SensitivityAnalysis[] {
  const { members, difference } = ground;
  const deciding = DECIDING[difference.method] ?? "stratified";
  const analyses: Analyses = {
    [deciding]: { citizens: knownMembers(members).length, difference },
    ...ofTheDraw(ground),
    ...adjusted(ground),
    ...ofTakingPart(ground),
    ...ofTheUnknown(ground),
  };
  const codes = Object.keys(analyses) as SensitivityCode[];
  return codes.flatMap((analysis) => {
    const found = analyses[analysis];
    if (found === undefined) return [];
    const result = withoutFalseCertainty(found.difference);
    return [{ analysis, decides: analysis === deciding, ...found, difference: result }];
  });
}

/** With and without the blocks and the probabilities of the draw. */
function ofTheDraw({ members, blocks, pair, allocation, difference, level }: SensitivityGround): Analyses {
  const citizens = knownMembers(members).length;
  const isClustered = shareHouseholds(members);
  const { clusters, blocks: drawnIn, ...columns } = comparisonColumns(members, pair.arm);
  const households = isClustered ? { clusters } : {};
  const strata = blocks.map(({ comparator, reference }) => ({ comparator, reference }));
  const [ours, theirs] = [countArm(members, pair.arm), countArm(members, pair.reference)];
  const plain = isClustered
    ? adjustedDifference({ ...columns, ...households }, { method: "difference-in-means", level })
    : compareProportions(knownCount(ours), knownCount(theirs), { level });
  const weighted = { ...columns, ...households, blocks: drawnIn };
  const exact =
    isUniformWithinBlocks(allocation) && !isClustered ? exactDifference(strata, level) : undefined;
  return {
    ...(hadSameProbabilities(members) ? { unadjusted: { citizens, difference: plain } } : {}),
    ...(isClustered || difference.method === "mantel-haenszel"
      ? {}
      : { stratified: { citizens, difference: stratifiedComparison(strata, { level }) } }),
    ...(difference.method === "hajek"
      ? {}
      : { weighted: { citizens, difference: adjustedDifference(weighted, { method: "hajek", level }) } }),
    ...(exact === undefined ? {} : { exact: { citizens, difference: exact } }),
  };
}

/** None for a single block that is too large for an enumeration. */
function exactDifference(strata: readonly Stratum[], level: number): Estimate | undefined {
  try {
    return exactEffectInterval(strata, { level });
  } catch (error) {
    if (isCompetitionError(error, "too-many-observations")) return undefined;
    throw error;
  }
}

/** Lin's regression on what was known beforehand: within the blocks, or weighted where probabilities differ. */
function adjusted({ members, pair, difference, covariates, level }: SensitivityGround): Analyses {
  const known = knownMembers(members);
  const { treatment, response, blocks, weights, clusters } = comparisonColumns(members, pair.arm);
  const citizens = known.map(({ participant }) => participant.citizen);
  const isWeighted = difference.method === "hajek";
  // Within blocks everyone has the same stratum.
  const used = covariates.filter(({ origin }) => isWeighted || origin !== "stratum");
  if (used.length === 0) return {};
  const predictors = Object.assign({}, ...used.map((column) => predictorsOf(column, citizens))) as Record<
    string,
    readonly number[]
  >;
  const data = {
    treatment,
    response,
    covariates: predictors,
    ...(isWeighted ? { weights } : { blocks }),
    ...(shareHouseholds(members) ? { clusters } : {}),
  };
  const found = adjustedDifference(data, { method: "lin", level });
  return { "regression-adjusted": { citizens: citizens.length, difference: found } };
}

/** Whether a course with this arm was begun. */
function began({ participant: { course } }: CohortMember, arm: string): boolean {
  return course?.startedOn !== undefined && course.deliveredBy === arm;
}

/**
 * Those who began a course with the arm that was drawn; and what a course with the comparator does for those who
 * begin one only if they are drawn to it. The first is no longer a comparison by chance.
 */
function ofTakingPart({ members, pair, level }: SensitivityGround): Analyses {
  const { arm, reference } = pair;
  const known = knownMembers(members);
  const faithful = known.filter((member) => began(member, member.participant.arm));
  if (faithful.length === known.length || faithful.length === 0) return {};
  const { treatment, response, clusters } = comparisonColumns(known, arm);
  const compliance = {
    assigned: treatment,
    received: known.map((member) => (began(member, arm) ? 1 : 0)),
    response,
    // The probability of the draw is all that has to be held equal where it differs.
    ...(!hadSameProbabilities(known)
      ? {
          covariates: {
            probability: known.map(({ participant }) => participant.designProbabilities[arm] ?? 0),
          },
        }
      : {}),
    ...(shareHouseholds(members) ? { clusters } : {}),
  };
  const compliers = complierEffect(compliance, { level });
  const isWeak = compliers.notices.some(({ code }) => code === "weak-instrument");
  return {
    "per-protocol": {
      citizens: faithful.length,
      difference: decidingDifference(faithful, pairBlocks(faithful, arm, reference), arm, level),
    },
    // Where the draw hardly made anyone begin with the comparator, or kept them from it, there are no compliers.
    ...(isWeak || !leadsTo(compliance)
      ? {}
      : { compliers: { citizens: known.length, difference: compliers } }),
  };
}

/** Whether those drawn to the comparator receive it more often, by a tenth at least. */
function leadsTo({
  assigned,
  received,
}: {
  readonly assigned: readonly number[];
  readonly received: readonly number[];
}): boolean {
  const share = (group: 0 | 1): number => {
    const own = received.filter((_, i) => assigned[i] === group);
    return own.reduce((sum, each) => sum + each, 0) / Math.max(1, own.length);
  };
  return share(1) - share(0) >= 0.1;
}

/**
 * The unknown as failures, and at their worst and their best for the difference, each by the comparison that
 * decides; and trimmed (Lee) where citizens were drawn one by one with the same probabilities.
 */
function ofTheUnknown({ members, pair, level }: SensitivityGround): Analyses {
  const [ours, theirs] = [countArm(members, pair.arm), countArm(members, pair.reference)];
  const nothing = knownCount(ours).total * knownCount(theirs).total === 0;
  if (nothing || ours.unknown + theirs.unknown === 0) return {};
  const supposing = (supposition: Supposition): Found => ({
    citizens: members.length,
    difference: supposedDifference(members, pair, supposition, level),
  });
  const isPlain = hadSameProbabilities(members) && !shareHouseholds(members);
  return {
    "unknown-as-failures": supposing("failures"),
    "unknown-worst": supposing("worst"),
    "unknown-best": supposing("best"),
    ...(isPlain ? { "unknown-lee": trimmed(ours, theirs, level) } : {}),
  };
}

function trimmed(ours: ArmCounts, theirs: ArmCounts, level: number): Found {
  const missing = { comparator: ofAll(ours), reference: ofAll(theirs) };
  const difference = boundsForMissing(missing, { method: "lee", level });
  return { citizens: ours.mature + theirs.mature, difference, region: difference.region };
}

/** Successes among all whose outcome should be known by now. */
function ofAll({ success, mature, unknown }: ArmCounts): PartlyKnownCount {
  return { events: success, total: mature, unknown };
}

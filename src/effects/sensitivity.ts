import type { AllocationPlan } from "../allocation/index.js";
import { isCompetitionError } from "../core/index.js";
import {
  adjustedDifference,
  boundsForMissing,
  compareProportions,
  complierEffect,
  exactEffectInterval,
  stratifiedComparison,
  type Estimate,
  type PartlyKnownCount,
  type Stratum,
} from "../inference/index.js";
import { countArm, type ArmCounts, type CohortMember } from "../outcomes/index.js";
import { predictorsOf, type BaselineColumn } from "./baseline.js";
import { comparisonColumns, decidingDifference, knownMembers } from "./difference.js";
import { isUniformWithinBlocks, type Pair } from "./drawTest.js";
import { shareHouseholds } from "./households.js";
import { pairBlocks, type PairBlock } from "./pair.js";
import { knownCount } from "./rates.js";
import type { SensitivityAnalysis, SensitivityCode } from "./types.js";

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

/** Analyses by their code; those that this draw or these data leave no room for are not there. */
type Analyses = Partial<Record<SensitivityCode, Omit<SensitivityAnalysis, "analysis" | "decides">>>;

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
    ...ofTheDraw(ground, deciding),
    ...adjusted(ground),
    ...ofTakingPart(ground),
    ...ofTheUnknown(ground),
  };
  const codes = Object.keys(analyses) as SensitivityCode[];
  return codes.flatMap((analysis) => {
    const found = analyses[analysis];
    return found === undefined ? [] : [{ analysis, decides: analysis === deciding, ...found }];
  });
}

/** With and without the blocks and the probabilities of the draw. */
function ofTheDraw(
  { members, blocks, pair, allocation, level }: SensitivityGround,
  deciding: SensitivityCode,
): Analyses {
  const citizens = knownMembers(members).length;
  const { treatment, response, weights, clusters, blocks: drawnIn } = comparisonColumns(members, pair.arm);
  if (deciding === "households") {
    const plain = { treatment, response, clusters };
    const difference = adjustedDifference(plain, { method: "difference-in-means", level });
    return { unadjusted: { citizens, difference } };
  }
  const [ours, theirs] = [countArm(members, pair.arm), countArm(members, pair.reference)];
  const strata = blocks.map(({ comparator, reference }) => ({ comparator, reference }));
  const exact = isUniformWithinBlocks(allocation) ? exactDifference(strata, level) : undefined;
  const weighted = { treatment, response, weights, blocks: drawnIn };
  return {
    unadjusted: { citizens, difference: compareProportions(knownCount(ours), knownCount(theirs), { level }) },
    ...(deciding === "stratified"
      ? { weighted: { citizens, difference: adjustedDifference(weighted, { method: "hajek", level }) } }
      : { stratified: { citizens, difference: stratifiedComparison(strata, { level }) } }),
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
function ofTakingPart({ members, pair, difference, level }: SensitivityGround): Analyses {
  const { arm, reference } = pair;
  const known = knownMembers(members);
  const faithful = known.filter((member) => began(member, member.participant.arm));
  if (faithful.length === known.length || faithful.length === 0) return {};
  const { treatment, response, clusters } = comparisonColumns(known, arm);
  const compliance = {
    assigned: treatment,
    received: known.map((member) => (began(member, arm) ? 1 : 0)),
    response,
    // The design probability is all that has to be held equal where it differs.
    ...(difference.method === "hajek"
      ? {
          covariates: {
            probability: known.map(({ participant }) => participant.designProbabilities[arm] ?? 0),
          },
        }
      : {}),
    ...(shareHouseholds(members) ? { clusters } : {}),
  };
  return {
    "per-protocol": {
      citizens: faithful.length,
      difference: decidingDifference(faithful, pairBlocks(faithful, arm, reference), arm, level),
    },
    "compliers": { citizens: known.length, difference: complierEffect(compliance, { level }) },
  };
}

/** The unknown as failures, at their worst for either side, and trimmed (Lee). */
function ofTheUnknown({ members, pair, level }: SensitivityGround): Analyses {
  const [ours, theirs] = [countArm(members, pair.arm), countArm(members, pair.reference)];
  if (ours.unknown + theirs.unknown === 0) return {};
  const citizens = ours.mature + theirs.mature;
  const boundsBy = (method: "worst-case" | "lee"): Omit<SensitivityAnalysis, "analysis" | "decides"> => {
    const missing = { comparator: ofAll(ours), reference: ofAll(theirs) };
    const difference = boundsForMissing(missing, { method, level });
    return { citizens, difference, region: difference.region };
  };
  return {
    "unknown-as-failures": {
      citizens,
      difference: compareProportions(ofAll(ours), ofAll(theirs), { level }),
    },
    "unknown-worst-case": boundsBy("worst-case"),
    "unknown-lee": boundsBy("lee"),
  };
}

/** Successes among all whose outcome should be known by now. */
function ofAll({ success, mature, unknown }: ArmCounts): PartlyKnownCount {
  return { events: success, total: mature, unknown };
}

import type { Estimate } from "../inference/index.js";
import { proportion } from "../inference/index.js";
import {
  cohortOf,
  countArm,
  isOpenEnded,
  type ArmCounts,
  type CohortMember,
  type Outcome,
  type Outcomes,
  type Standing,
} from "../outcomes/index.js";
import { contractualRate } from "./contractual.js";
import { knownCount, rateBounds } from "./rates.js";
import type { Target, TargetRate, TargetStanding } from "./targetsTypes.js";

/** What intervals and standings are made by. */
interface Precision {
  readonly level: number;
  readonly fewest: number;
}

/** What a rate is held against, and by whether the criterion ever ends. */
interface Asked extends Precision {
  readonly share: number;
  readonly openEnded: boolean;
}

/** The rates of one target: each arm's, then all arms' together. */
export function targetRates(outcomes: Outcomes, target: Target, precision: Precision): readonly TargetRate[] {
  const { members, criterion } = cohortOf(outcomes, target.criterion);
  const held = { ...precision, share: target.share, openEnded: isOpenEnded(criterion) };
  const contract = outcomes.by(target.criterion, "contract");
  const isAsked = (anchor: Outcome["anchor"]): ((index: number) => boolean) => {
    const among = target.among === undefined ? undefined : outcomes.by(target.among, anchor);
    return (index) =>
      hasLevels(members[index], target.group) && (among === undefined || among[index]?.status === "success");
  };
  const ofReferral = isAsked("referral");
  const ofContract = isAsked("contract");
  const asked = members.flatMap((member, index) => (ofReferral(index) ? [everyone(member)] : []));
  const contracted = contract.filter((_, index) => ofContract(index));
  const arms = outcomes.protocol.arms.map((arm) =>
    targetRate(
      arm,
      countArm(asked, arm.id),
      contracted.filter((outcome) => outcome.arm === arm.id),
      held,
    ),
  );
  const all = arms.map(({ counts }) => counts).reduce(added);
  return [...arms, targetRate(undefined, all, contracted, held)];
}

function hasLevels(member: CohortMember | undefined, group: Target["group"] = {}): boolean {
  return Object.entries(group).every(([column, level]) => member?.participant.stratum[column] === level);
}

/** A target asks of all who were referred: whom chance didn't place stands as the outcome is. */
function everyone(member: CohortMember): CohortMember {
  if (member.standing !== "excluded") return member;
  const { status } = member.outcome;
  const standing: Standing = status === "success" || status === "failure" ? status : "unknown";
  return { ...member, standing };
}

function targetRate(
  arm: { readonly id: string; readonly name: string } | undefined,
  counts: ArmCounts,
  contracted: readonly Outcome[],
  held: Asked,
): TargetRate {
  const { level, openEnded } = held;
  const known = knownCount(counts);
  const rate = proportion(known, { method: "wilson", level });
  const { arm: _arm, name: _name, ...contract } = contractualRate(contracted, arm ?? ALL, level, openEnded);
  const contractKnown = contract.success + contract.failure;
  return {
    arm: arm?.id ?? null,
    name: arm?.name ?? "",
    counts,
    rate,
    bounds: rateBounds(counts),
    standing: standingOf(rate, known.total, held),
    contract: { ...contract, standing: standingOf(contract.rate, contractKnown, held) },
  };
}

const ALL = { id: "", name: "" };

/** Where an interval lies beside a target; by a criterion without an end nothing is ever decided. */
function standingOf(
  { interval }: Estimate,
  known: number,
  { share, fewest, openEnded }: Asked,
): TargetStanding {
  if (openEnded) return "undecided";
  if (known < fewest) return "too-few";
  if (interval.lower >= share) return "reached";
  return interval.upper < share ? "not-reached" : "undecided";
}

function added(one: ArmCounts, other: ArmCounts): ArmCounts {
  return {
    allocated: one.allocated + other.allocated,
    mature: one.mature + other.mature,
    success: one.success + other.success,
    failure: one.failure + other.failure,
    unknown: one.unknown + other.unknown,
    pending: one.pending + other.pending,
    excluded: one.excluded + other.excluded,
  };
}

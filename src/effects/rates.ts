import type { Arm } from "../allocation/index.js";
import { proportion, type Count } from "../inference/index.js";
import { analysisSets, countArm, isInSet, type ArmCounts, type CohortMember } from "../outcomes/index.js";
import type { ArmRate, Bounds, SetRates } from "./types.js";

/** Successes among those whose outcome is known: the unknown are in no denominator. */
export function knownCount(counts: ArmCounts): Count {
  return { events: counts.success, total: counts.success + counts.failure };
}

/** The rate if every unknown were a failure, and if every one were a success. */
export function rateBounds({ success, unknown, mature }: ArmCounts): Bounds {
  if (mature === 0) return { lower: null, upper: null };
  return { lower: success / mature, upper: (success + unknown) / mature };
}

/** One arm's citizens and their success rate, with Wilson's interval. */
export function armRate(members: readonly CohortMember[], arm: Arm, level: number): ArmRate {
  const counts = countArm(members, arm.id);
  return {
    arm: arm.id,
    name: arm.name,
    counts,
    rate: proportion(knownCount(counts), { method: "wilson", level }),
    bounds: rateBounds(counts),
  };
}

/** Each arm's rate among all allocated, those who started and those who completed their course. */
export function ratesBySet(
  members: readonly CohortMember[],
  arms: readonly Arm[],
  level: number,
): readonly SetRates[] {
  return analysisSets.map((set) => {
    const inSet = members.filter(({ participant }) => isInSet(participant, set));
    return { set, rates: arms.map((arm) => armRate(inSet, arm, level)) };
  });
}

import type { Notice } from "../core/index.js";
import type { CohortMember, Destination, Outcomes } from "../outcomes/index.js";
import type { ArmExits } from "./types.js";

const NONE: Record<Destination, number> = {
  "ordinary-work": 0,
  "education": 0,
  "subsidized-work": 0,
  "municipal-support": 0,
  "other-support": 0,
  "own-means": 0,
  "not-observed": 0,
  "gone": 0,
};

/** Where the mature citizens of each arm were on the deciding day. */
export function exitsOf({ protocol }: Outcomes, members: readonly CohortMember[]): readonly ArmExits[] {
  return protocol.arms.map(({ id, name }) => {
    const own = members.filter(({ participant }) => participant.arm === id);
    return { arm: id, name, successes: counted(own, "success"), others: counted(own, "failure") };
  });
}

function counted(
  members: readonly CohortMember[],
  standing: CohortMember["standing"],
): Record<Destination, number> {
  const counts = { ...NONE };
  for (const member of members) {
    const { destination } = member.outcome;
    if (member.standing === standing && destination !== undefined) counts[destination] += 1;
  }
  return counts;
}

/** Of how many of an arm the registers don't tell where they were. */
export function exitNotices(exits: readonly ArmExits[]): readonly Notice[] {
  return exits.flatMap(({ arm, successes, others }): readonly Notice[] => {
    const citizens = successes["not-observed"] + others["not-observed"];
    return citizens === 0 ? [] : [{ code: "exits-not-observed", severity: "caution", arm, citizens }];
  });
}

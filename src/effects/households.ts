import { group } from "d3-array";
import type { Count } from "../inference/index.js";
import type { CohortMember } from "../outcomes/index.js";

/** Whether some of them were drawn together. */
export function shareHouseholds(members: readonly CohortMember[]): boolean {
  const seen = new Set<string>();
  return members.some(({ participant: { household } }) => {
    if (household === undefined) return false;
    const again = seen.has(household);
    seen.add(household);
    return again;
  });
}

/** The known outcomes of each household; a citizen without one is a household of one. */
export function householdCounts(members: readonly CohortMember[]): readonly Count[] {
  const households = group(
    members,
    ({ participant }) => participant.household ?? `citizen ${participant.citizen}`,
  );
  return Array.from(households.values(), (household) => {
    const events = household.filter(({ standing }) => standing === "success").length;
    return { events, total: events + household.filter(({ standing }) => standing === "failure").length };
  });
}

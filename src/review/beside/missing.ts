import { cohortOf, type OutcomeReason, type Outcomes } from "../../outcomes/index.js";
import type { ArmMissing } from "./types.js";

const KINDS: Readonly<Partial<Record<OutcomeReason, "noHistory" | "moved" | "beforeCoverage">>> = {
  "no-history": "noHistory",
  "left-observation": "moved",
  "before-coverage": "beforeCoverage",
};

/** Why outcomes of the mature cohort aren't known, by arm. */
export function missingOf(outcomes: Outcomes, criterion: string): readonly ArmMissing[] {
  const { members } = cohortOf(outcomes, criterion);
  return outcomes.protocol.arms.map(({ id, name }) => {
    const counts = { mature: 0, noHistory: 0, moved: 0, beforeCoverage: 0, other: 0 };
    for (const { participant, outcome, standing } of members) {
      if (participant.arm !== id || standing === "pending" || standing === "excluded") continue;
      counts.mature += 1;
      if (standing === "unknown") counts[KINDS[outcome.reason] ?? "other"] += 1;
    }
    return { arm: id, name, ...counts };
  });
}

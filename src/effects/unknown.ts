import type { Estimate } from "../inference/index.js";
import type { CohortMember } from "../outcomes/index.js";
import { decidingDifference } from "./difference.js";
import type { Pair } from "./drawTest.js";
import { pairBlocks } from "./pair.js";
import type { Bounds } from "./types.js";

/** What the unknown outcomes are supposed to be: failures, at their worst or at their best for the difference. */
export type Supposition = "failures" | "worst" | "best";

/** The difference that decides, as if every unknown outcome were known. */
export function supposedDifference(
  pair: readonly CohortMember[],
  arms: Pair,
  supposition: Supposition,
  level: number,
): Estimate {
  const successful = { failures: undefined, worst: arms.reference, best: arms.arm }[supposition];
  const supposed = pair.map((member) =>
    member.standing === "unknown"
      ? {
          ...member,
          standing: member.participant.arm === successful ? ("success" as const) : ("failure" as const),
        }
      : member,
  );
  const { arm, reference } = arms;
  return decidingDifference(supposed, pairBlocks(supposed, arm, reference), arm, level);
}

/** The difference that decides with all unknowns at their worst for either side. */
export function differenceBounds(pair: readonly CohortMember[], arms: Pair, level: number): Bounds {
  return {
    lower: supposedDifference(pair, arms, "worst", level).estimate,
    upper: supposedDifference(pair, arms, "best", level).estimate,
  };
}

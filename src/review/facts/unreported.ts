import { SUPPRESSED } from "../../core/index.js";
import type { EditionData } from "../types.js";

/** Whether citizens were referred to the arm, and of none of them a course is known. */
export function hasNoCourse({ flow }: Pick<EditionData, "flow">, arm: string): boolean {
  const own = flow.arms.find((each) => each.arm === arm);
  if (own === undefined || own.allocated === 0 || own.allocated === SUPPRESSED) return false;
  return own.participation["not-reported"] === own.allocated;
}

/** Of more than a tenth of an arm's referrals that no course is known of a reader of its costs must know. */
const FEW_UNREPORTED = 0.1;

/** How many referrals to the arm no course is known of, and so no amount, where they aren't few. */
export function manyUnreported({ statement, flow }: EditionData, arm: string): number | undefined {
  const notice = statement?.notices.find(
    (each) => each.code === "course-not-reported" && each["arm"] === arm,
  );
  const allocated = flow.arms.find((each) => each.arm === arm)?.allocated;
  const count = notice?.["count"];
  return typeof count === "number" && typeof allocated === "number" && count > FEW_UNREPORTED * allocated
    ? count
    : undefined;
}

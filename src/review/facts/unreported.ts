import { SUPPRESSED } from "../../core/index.js";
import type { EditionData } from "../types.js";

/** Whether citizens were referred to the arm, and of none of them a course is known. */
export function hasNoCourse({ flow }: Pick<EditionData, "flow">, arm: string): boolean {
  const own = flow.arms.find((each) => each.arm === arm);
  if (own === undefined || own.allocated === 0 || own.allocated === SUPPRESSED) return false;
  return own.participation["not-reported"] === own.allocated;
}

import { requireObject } from "../core/index.js";

/**
 * Refuses what is no review, such as one's JSON, for callers whom no compiler tells.
 *
 * @throws CompetitionError `impossible-input`
 */
export function requireReview(operation: string, review: unknown): void {
  requireObject(`${operation}.review`, review, {
    expected: "a review, as composeReview gives it, or its published edition",
    hint: "Write composeReview({ protocol, outcomes }); its JSON alone can't be written.",
    accepts: (given) => typeof given["toBlocks"] === "function",
  });
}

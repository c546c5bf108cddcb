import type { Participant } from "./types.js";

/**
 * Whom a rate is about: everyone whom chance allocated (`allocated`, intention to treat), those of them who
 * started a course (`started`), or whose course ran to an end of its own (`completed`: not sent back, expired
 * or broken off).
 */
export type AnalysisSet = "allocated" | "started" | "completed";

/** The sets from the widest to the narrowest; each is part of the one before. */
export const analysisSets: readonly AnalysisSet[] = Object.freeze(["allocated", "started", "completed"]);

/**
 * Tells whether someone belongs to an analysis set. Only the first is what chance made: who starts and who
 * completes is a result of the arm, so that the others can't be compared between arms without bias.
 *
 * @example
 * outcomes.participants.filter((participant) => isInSet(participant, "started")).length;
 * @example
 * isInSet({ ...participant, participation: "never-started" }, "allocated"); // true
 */
export function isInSet({ participation, course }: Participant, set: AnalysisSet): boolean {
  if (set === "allocated") return true;
  const started = course?.startedOn !== undefined;
  return set === "started" ? started : started && participation === "completed";
}

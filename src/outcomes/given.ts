import { competitionError, requireObject } from "../core/index.js";
import type { Criterion, Wording } from "./criterion.js";

/**
 * Refuses what isn't shaped as a criterion, for callers whom no compiler tells.
 *
 * @throws CompetitionError `impossible-input`.
 */
export function requireCriterion(criterion: Criterion, operation: string): void {
  requireObject(`${operation}.criterion`, criterion, {
    expected: "a criterion with amount, continuity and window",
    hint: "Give one of the protocol's: protocol.criteria[0].",
    accepts: ({ amount, window, continuity }) =>
      [amount, window].every((part) => typeof part === "object" && part !== null) &&
      typeof continuity === "string",
  });
}

/**
 * Refuses what aren't outcomes, for callers whom no compiler tells.
 *
 * @throws CompetitionError `impossible-input`.
 */
export function requireOutcomes(outcomes: unknown, operation: string): void {
  requireObject(`${operation}.outcomes`, outcomes, {
    expected: "outcomes, as deriveOutcomes gives them",
    hint: "Write deriveOutcomes({ protocol, ledger, courses, histories, asOf }).",
    accepts: ({ kind, participants }) => kind === "outcomes" && Array.isArray(participants),
  });
}

const LANGUAGES: readonly (keyof Wording)[] = ["da", "en"];

/** @throws CompetitionError `impossible-option` for a language that there are no words in. */
export function requireLanguage(language: keyof Wording, operation: string): void {
  if (LANGUAGES.includes(language)) return;
  throw competitionError({
    code: "impossible-option",
    path: `${operation}.language`,
    received: language,
    expected: `one of ${LANGUAGES.join(", ")}`,
  });
}

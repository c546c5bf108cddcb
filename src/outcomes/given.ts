import { competitionError } from "../core/index.js";
import type { Criterion, Wording } from "./criterion.js";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/**
 * Refuses what isn't shaped as a criterion, for callers whom no compiler tells.
 *
 * @throws CompetitionError `impossible-input`.
 */
export function requireCriterion(criterion: Criterion, operation: string): void {
  const given: unknown = criterion;
  const { amount, window, continuity } = isRecord(given) ? given : {};
  if (isRecord(amount) && isRecord(window) && typeof continuity === "string") return;
  throw competitionError({
    code: "impossible-input",
    path: `${operation}.criterion`,
    received: given,
    expected: "a criterion with amount, continuity and window",
    hint: "Give one of the protocol's: protocol.criteria[0].",
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

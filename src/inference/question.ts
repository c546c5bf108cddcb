import { competitionError, type OptionRule, type ResolvedOption } from "../core/index.js";
import type { Question } from "./decision.js";
import type { Limits } from "./kernels/limits.js";
import type { Alternative } from "./types.js";

/** The measures of two proportions. */
export type Measure = "risk-difference" | "risk-ratio" | "odds-ratio";

/** The values a measure can take, and the one that means no difference. */
const MEASURES: Readonly<Record<Measure, { readonly space: Limits; readonly nullValue: number }>> = {
  "risk-difference": { space: { lower: -1, upper: 1 }, nullValue: 0 },
  "risk-ratio": { space: { lower: 0, upper: Infinity }, nullValue: 1 },
  "odds-ratio": { space: { lower: 0, upper: Infinity }, nullValue: 1 },
};

export const alternativeRule: OptionRule<Alternative> = {
  expected: "one of two-sided, greater, less",
  accepts: (value) => value === "two-sided" || value === "greater" || value === "less",
};

export const marginRule: OptionRule<number> = {
  expected: "a number above 0 and below 1",
  accepts: (value) => typeof value === "number" && value > 0 && value < 1,
};

/** The options that make up a question, as far as they were given. */
export interface Asked {
  readonly measure: Measure;
  readonly level: number;
  readonly alternative?: Alternative;
  readonly margin?: number;
}

/** A question and where its alternative comes from. */
export interface ResolvedQuestion {
  readonly question: Question;
  readonly alternative: ResolvedOption;
}

/**
 * Turns options into a question. A margin m asks whether the comparator is worse by less than m: it
 * tests comparator − reference ≤ −m against `greater`.
 *
 * @throws CompetitionError `impossible-option` for a margin of a ratio, or with another alternative.
 */
export function questionOf(operation: string, asked: Asked): ResolvedQuestion {
  const { measure, level, alternative, margin } = asked;
  const { space, nullValue } = MEASURES[measure];
  if (margin === undefined) {
    const chosen = alternative ?? "two-sided";
    return {
      question: { level, alternative: chosen, nullValue, space },
      alternative: { value: chosen, source: alternative === undefined ? "default" : "given" },
    };
  }
  if (measure !== "risk-difference") {
    throw contradiction(`${operation}.margin`, margin, "no margin: only a risk difference has one");
  }
  if (alternative !== undefined && alternative !== "greater") {
    throw contradiction(`${operation}.alternative`, alternative, "greater, which is what a margin tests");
  }
  return {
    question: { level, alternative: "greater", nullValue: -margin, space },
    alternative: { value: "greater", source: alternative === undefined ? "derived" : "given" },
  };
}

function contradiction(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-option", path, received, expected });
}

import { defaultStates, type StateVocabulary } from "../histories/index.js";
import { criterionIssues } from "./check.js";
import type { Criterion } from "./criterion.js";
import { requireCriterion } from "./given.js";
import { questions, type Question } from "./questions.js";

/** Another defensible reading of a criterion. */
export interface Reading {
  /** The question that it answers, as `lintCriterion` names it. */
  readonly question: string;
  readonly reading: string;
  /** The criterion by that reading, everything else as it was. */
  readonly criterion: Criterion;
}

/**
 * Gives the other defensible readings of a criterion: for each question that it leaves open, the criterion
 * by each answer that isn't the default. What the criterion states has no other reading.
 *
 * @param states The protocol's own states, as far as it has any: which of them are wage subsidy or state support
 *   follows from their properties.
 * @returns one per answer, the question's code with it; none for a criterion that leaves nothing open.
 *
 * @example
 * readings(tenders.fredericiaA.criteria[0]).map(({ reading }) => reading);
 * // ["first-part-counts", "both-parts-count", "window-opens-with-next", "most-days", "not-assessable", …]
 * @example
 * readings({ ...criterion, dayRule: "any-day" }).some(({ question }) => question === "day-rule-unstated"); // false
 */
export function readings(criterion: Criterion, states: StateVocabulary = defaultStates): readonly Reading[] {
  requireCriterion(criterion, "readings");
  return questions.flatMap((question) =>
    othersOf(question, criterion, states).map((other) => ({ question: question.code, ...other })),
  );
}

/** A criterion by an answer to each question that it leaves open. */
export interface CombinedReading {
  /** The answer by the question's code. */
  readonly answers: Readonly<Record<string, string>>;
  readonly criterion: Criterion;
}

/**
 * Gives every combination of answers to the questions that a criterion leaves open; the one by all
 * defaults comes first. An answer can settle another question, which has no answer then (days that are
 * added up have no day rule), or open one (a window of the own course asks for who never starts).
 *
 * @param codes The questions that are varied, as `lintCriterion` names them; all by default. The others
 * keep their default.
 * @param states The protocol's own states, as far as it has any.
 * @returns at least one, the criterion as it is.
 *
 * @example
 * combinedReadings(criterion, ["day-rule-unstated"]).map(({ answers }) => answers["day-rule-unstated"]);
 * // ["any-day", "most-days"]
 * @example
 * combinedReadings(criterion, []); // [{ answers: {}, criterion }]
 */
export function combinedReadings(
  criterion: Criterion,
  codes?: readonly string[],
  states: StateVocabulary = defaultStates,
): readonly CombinedReading[] {
  requireCriterion(criterion, "combinedReadings");
  return questions
    .filter(({ code }) => codes === undefined || codes.includes(code))
    .reduce<readonly CombinedReading[]>(
      (combinations, question) => combinations.flatMap((combined) => answered(combined, question, states)),
      [{ answers: {}, criterion }],
    );
}

function answered(
  combined: CombinedReading,
  question: Question,
  states: StateVocabulary,
): readonly CombinedReading[] {
  const { answers, criterion } = combined;
  if (!question.isOpen(criterion, states)) return [combined];
  const { code, reading } = question;
  return [{ reading, criterion }, ...othersOf(question, criterion, states)].map((answer) => ({
    answers: { ...answers, [code]: answer.reading },
    criterion: answer.criterion,
  }));
}

/** The other answers to a question that is open; one that contradicts what the criterion states is none. */
function othersOf(
  { isOpen, others }: Question,
  criterion: Criterion,
  states: StateVocabulary,
): readonly Pick<Reading, "reading" | "criterion">[] {
  if (!isOpen(criterion, states)) return [];
  return others
    .map(({ reading, apply }) => ({ reading, criterion: apply(criterion, states) }))
    .filter((other) => criterionIssues(other.criterion).length === 0);
}

/**
 * Whether the answers to a question can change only the contract's own measure: measured from the referral, as arms
 * are compared, all of them come to the same or to nothing that could be compared.
 *
 * @example
 * isContractOnly("never-started-unstated"); // true: from the referral nobody is asked whether they started
 * @example
 * isContractOnly("day-rule-unstated"); // false
 */
export function isContractOnly(question: string): boolean {
  return questions.some(({ code, contractOnly }) => code === question && contractOnly === true);
}

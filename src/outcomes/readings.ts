import type { Criterion } from "./criterion.js";
import { questions } from "./questions.js";

/** Another defensible reading of a criterion. */
export interface Reading {
  /** The question that it answers, as `lintCriterion` names it. */
  readonly question: string;
  readonly reading: string;
  /** The criterion by that reading, everything else as it was. */
  readonly criterion: Criterion;
}

/**
 * The other defensible readings of a criterion: for each question that it leaves open, the criterion
 * by each answer that isn't the default. What the criterion states has no other reading.
 *
 * @returns one per answer, the question's code with it; none for a criterion that leaves nothing open.
 *
 * @example
 * readings(tenders.fredericiaA.criteria[0]).map(({ reading }) => reading);
 * // ["first-part-counts", "both-parts-count", "window-opens-with-next", "most-days", "not-assessable", …]
 * @example
 * readings({ ...criterion, dayRule: "any-day" }).some(({ question }) => question === "day-rule-unstated"); // false
 */
export function readings(criterion: Criterion): readonly Reading[] {
  return questions
    .filter(({ isOpen }) => isOpen(criterion))
    .flatMap(({ code, others }) =>
      others.map(({ reading, apply }) => ({ question: code, reading, criterion: apply(criterion) })),
    );
}

/** A criterion by an answer to each question that it leaves open. */
export interface CombinedReading {
  /** The answer by the question's code. */
  readonly answers: Readonly<Record<string, string>>;
  readonly criterion: Criterion;
}

/**
 * Every combination of answers to some of the questions that a criterion leaves open; the one by all
 * defaults comes first.
 *
 * @param codes The questions that are varied; all by default. The others keep their default.
 */
export function combinedReadings(
  criterion: Criterion,
  codes?: readonly string[],
): readonly CombinedReading[] {
  return questions
    .filter(({ code, isOpen }) => isOpen(criterion) && (codes === undefined || codes.includes(code)))
    .reduce<readonly CombinedReading[]>(
      (combinations, { code, reading, others, isOpen }) =>
        combinations.flatMap(({ answers, criterion: read }) => [
          { answers: { ...answers, [code]: reading }, criterion: read },
          // An earlier answer can settle a later question: as many days have no day rule.
          ...(isOpen(read) ? others : []).map((other) => ({
            answers: { ...answers, [code]: other.reading },
            criterion: other.apply(read),
          })),
        ]),
      [{ answers: {}, criterion }],
    );
}

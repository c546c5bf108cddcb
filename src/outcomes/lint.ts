import type { Notice } from "../core/index.js";
import { defaultStates, type StateVocabulary } from "../histories/index.js";
import type { Criterion } from "./criterion.js";
import { shareOfDaysThatFit } from "./fit.js";
import { requireCriterion } from "./given.js";
import { isOpenEnded } from "./places.js";
import { points, questions } from "./questions.js";
import type { CourseTerms } from "./types.js";

/**
 * Names what a criterion leaves open, with the reading that is taken by default, so that it can be
 * agreed on.
 *
 * @param states The protocol's own states, as far as it has any.
 * @returns `spell-start-unstated` (when a spell must begin), `cumulative-months-unstated` (months or as
 * many days), `course-ends-mid-month` (which months count when a window opens or closes in the middle of
 * one), `day-rule-unstated` (whether one day breaks a month), `never-started-unstated` (what someone is
 * who never began), `state-support-unstated` (whether the state's support is meant too),
 * `wage-subsidy-unstated` (whether it is municipal support), `support-beside-unstated` (whether work with a
 * benefit beside it counts), `joining-unstated` (whether a job and an
 * education after it are one spell), `death-and-emigration-unstated`, `pension-unstated`,
 * `move-unstated` (what someone is who leaves); and, without a default, `measurer-unstated` and
 * `payable-unstated`. None if nothing is open. Before them, what nobody or hardly anybody can reach:
 * `amount-never-fits` (the window has no room for the amount), `amount-seldom-fits` (only where it opens
 * on a few days of the calendar); and what can't be assessed: `follow-up-unstated` (the window has no end, so
 * that nobody has ever been followed for long enough, and no rate follows).
 * @throws CompetitionError `impossible-input` for what isn't a criterion.
 *
 * @example
 * lintCriterion(tenders.hillerod.criteria[0]).map(({ code }) => code)[0]; // "spell-start-unstated"
 * @example
 * lintCriterion({ ...criterion, dayRule: "any-day" }); // without day-rule-unstated
 */
export function lintCriterion(
  criterion: Criterion,
  states: StateVocabulary = defaultStates,
): readonly Notice[] {
  requireCriterion(criterion, "lintCriterion");
  const { id } = criterion;
  return [
    ...roomFor(criterion),
    ...(isOpenEnded(criterion)
      ? [{ code: "follow-up-unstated", severity: "caution", criterion: id } as const]
      : []),
    ...questions
      .filter(({ isOpen }) => isOpen(criterion, states))
      .map(({ code, reading }): Notice => ({ code, severity: "info", criterion: id, reading })),
    ...points
      .filter(({ isOpen }) => isOpen(criterion, states))
      .map(({ code }): Notice => ({ code, severity: "info", criterion: id })),
  ];
}

/** Under this share of the days a window has room for its amount only by chance. */
const SELDOM = 0.2;

function roomFor(criterion: Criterion): readonly Notice[] {
  const share = shareOfDaysThatFit(criterion);
  if (share > SELDOM) return [];
  const code = share === 0 ? "amount-never-fits" : "amount-seldom-fits";
  return [{ code, severity: share === 0 ? "warning" : "caution", criterion: criterion.id, share }];
}

/**
 * Names what the course terms leave open: an extension that is allowed without saying how long.
 *
 * @returns `extension-unstated`, one for each such length with the levels of its group; outcomes
 * can't be derived before its figure is stated.
 *
 * @example
 * lintCourse({ lengths: [{ length: { weeks: 13 }, extension: "unstated" }] }).length; // 1
 * @example
 * lintCourse({ lengths: [{ length: { weeks: 13 } }] }); // []
 */
export function lintCourse(course: CourseTerms): readonly Notice[] {
  return course.lengths
    .filter(({ extension }) => extension === "unstated")
    .map(({ group = {} }) => ({
      code: "extension-unstated",
      severity: "caution",
      group: Object.entries(group).map(([column, level]) => `${column}: ${level}`),
    }));
}

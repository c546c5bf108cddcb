export { analysisSets, isInSet, type AnalysisSet } from "./analysis-set.js";
export { criterionIssues, type CriterionIssue } from "./check.js";
export { daysBeforehand } from "./beforehand.js";
export { daysBeyond, type SuccessBeyond } from "./beyond.js";
export {
  cohortOf,
  countArm,
  findCriterion,
  type ArmCounts,
  type Cohort,
  type CohortMember,
  type Standing,
} from "./cohort.js";
export { longestCourse } from "./course-terms.js";
export { endReasons, parseCourses } from "./courses.js";
export { deriveOutcomes } from "./derive.js";
export { describeCriterion } from "./describe.js";
export { explainOutcome, type OutcomeStory } from "./explain.js";
export { compareOutcomes } from "./flips.js";
export type {
  FlipCounts,
  FlipKind,
  OutcomeComparison,
  OutcomeComparisonData,
  OutcomeFlip,
} from "./flips-types.js";
export { followUps, type FollowUp } from "./follow-ups.js";
export type { OutcomesInput } from "./input.js";
export { lintCourse, lintCriterion } from "./lint.js";
export { requireOutcomes } from "./given.js";
export { occupancy } from "./occupancy.js";
export type { OccupancyInput } from "./occupancy-input.js";
export type {
  ArmOccupancy,
  Occupancy,
  OccupancyData,
  OccupancyGuarantee,
  OccupancyMonth,
  OccupancyStanding,
  OccupancyYear,
} from "./occupancy-types.js";
export {
  combinedReadings,
  isContractOnly,
  readings,
  type CombinedReading,
  type Reading,
} from "./readings.js";
export { asksForCourse, isOpenEnded } from "./places.js";
export { questionName, readingName } from "./reading-words.js";
export { permittedCourseEnd, statedCourseEnd } from "./stated-course.js";
export { tellOutcome } from "./story-text.js";
export type { MonthStory, SpellStory, TotalStory, WeekStory } from "./stories.js";
export type {
  Amount,
  AnchoredWindow,
  CourseWindow,
  Criterion,
  CriterionWindow,
  Degree,
  Leaving,
  LeavingTreatment,
  LongestCourseWindow,
  SpellBounds,
  SpellWindow,
  StateSelector,
  Wording,
} from "./criterion.js";
export type {
  Anchor,
  Course,
  CourseLength,
  CourseTerms,
  Destination,
  EndReason,
  FollowedReferral,
  Outcome,
  OutcomeReason,
  OutcomeStatus,
  Outcomes,
  OutcomesProtocol,
  Participant,
} from "./types.js";
export { nameOf as stateName, spanInWords } from "./words.js";

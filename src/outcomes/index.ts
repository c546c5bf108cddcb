export { daysBeforehand } from "./beforehand.js";
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
export { parseCourses } from "./courses.js";
export { deriveOutcomes } from "./derive.js";
export { describeCriterion } from "./describe.js";
export { explainOutcome, type OutcomeStory } from "./explain.js";
export type { OutcomesInput } from "./input.js";
export { lintCourse, lintCriterion } from "./lint.js";
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
export type { MonthStory, SpellStory } from "./stories.js";
export type {
  Amount,
  Anchor,
  Course,
  CourseLength,
  CourseTerms,
  Criterion,
  CriterionWindow,
  Destination,
  EndReason,
  Outcome,
  OutcomeReason,
  OutcomeStatus,
  Outcomes,
  OutcomesProtocol,
  Participant,
  StateSelector,
  Wording,
} from "./types.js";
export { spanInWords } from "./words.js";

export { compareArms } from "./compare.js";
export {
  balanceBlocks,
  exitBlocks,
  readableComparisons,
  sensitivityBlocks,
  setBlocks,
  subgroupBlocks,
  intervalCell,
  withReason,
} from "./detailFace.js";
export { DETAIL_WORDS as EFFECT_DETAIL_WORDS } from "./detailWords.js";
export { withoutEarlyComparisons } from "./early.js";
export { effectBlocks, verdictSentence } from "./face.js";
export { describeEffectNotice } from "./noticeWords.js";
export { pairMembers } from "./pair.js";
export { limitColumns } from "./limitColumns.js";
export { effectRows } from "./rows.js";
export { specificationSensitivity, type SpecificationOptions } from "./specification.js";
export {
  readingSentence,
  restsOnReading,
  shownSpecifications,
  specificationBlocks,
  specificationRows,
} from "./specificationFace.js";
export type {
  Flips,
  Specification,
  SpecificationData,
  SpecificationResult,
  SpecifiedComparison,
} from "./specificationTypes.js";
export { compareWithTargets, countTargetsMet, type TargetOptions } from "./targets.js";
export {
  nameOf as targetName,
  numberOf as targetNumber,
  targetBlocks,
  targetLead,
  targetRows,
  titleOf as targetTitle,
} from "./targetsFace.js";
export { expectedShare, type ExpectedShare } from "./targetsExpected.js";
export { checkExpectedMix } from "./targetsMix.js";
export type {
  ExpectedMix,
  ExpectedMixData,
  LabeledShare,
  MixRow,
  ObservedOutcome,
} from "./targetsMixTypes.js";
export type {
  GroupShare,
  Target,
  TargetComparison,
  TargetRate,
  Targets,
  TargetsData,
  TargetsMet,
  TargetStanding,
} from "./targetsTypes.js";
export { compareRatings } from "./ratings.js";
export { ratingsBlocks, ratingsRows } from "./ratingsFace.js";
export { parseRatings, type Rating } from "./ratingsFile.js";
export type { ArmRatings, RatingComparison, Ratings, RatingsData } from "./ratingsTypes.js";
export { MISMATCH, sampleRatio, type SampleRatio } from "./sampleRatio.js";
export { timeToSuccess, type TimeToSuccessOptions } from "./timeToSuccess.js";
export { hasSuccess, timeBlocks } from "./timeToSuccessFace.js";
export type { ArmFollowUps, TimeToSuccess, TimeToSuccessData } from "./timeToSuccessTypes.js";
export { monthlyResults } from "./months.js";
export { monthBlocks } from "./monthsFace.js";
export type { ArmMonth, MonthlyResults, MonthlyResultsData, ReferralMonth } from "./monthsTypes.js";
export type {
  AnalysisPlan,
  ArmComparison,
  ArmExits,
  ArmRate,
  BalanceRow,
  BaselineRow,
  Bounds,
  CompareOptions,
  ContractualRate,
  Effect,
  EffectData,
  PublishableEffect,
  PublishableVerdict,
  SensitivityAnalysis,
  SensitivityCode,
  SetRates,
  Subgroup,
  SubgroupLevel,
  Verdict,
  VerdictCode,
} from "./types.js";
export { verdictOf, type VerdictFacts } from "./verdict.js";

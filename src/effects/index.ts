export { compareArms } from "./compare.js";
export { balanceBlocks, exitBlocks, sensitivityBlocks, setBlocks, subgroupBlocks } from "./detailFace.js";
export { DETAIL_WORDS as EFFECT_DETAIL_WORDS } from "./detailWords.js";
export { effectBlocks, verdictSentence } from "./face.js";
export { describeEffectNotice } from "./noticeWords.js";
export { pairMembers } from "./pair.js";
export { specificationSensitivity, type SpecificationOptions } from "./specification.js";
export {
  shownSpecifications,
  specificationBlocks,
  specificationRows,
  specificationSentence,
} from "./specificationFace.js";
export type {
  Flips,
  Specification,
  SpecificationData,
  SpecificationResult,
  SpecifiedComparison,
} from "./specificationTypes.js";
export { compareWithTargets, type TargetOptions } from "./targets.js";
export { targetBlocks, targetRows } from "./targetsFace.js";
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
  SensitivityAnalysis,
  SensitivityCode,
  SetRates,
  Subgroup,
  SubgroupLevel,
  Verdict,
  VerdictCode,
} from "./types.js";
export { verdictOf, type VerdictFacts } from "./verdict.js";

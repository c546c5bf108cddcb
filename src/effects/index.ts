export { compareArms } from "./compare.js";
export { balanceBlocks, exitBlocks, sensitivityBlocks, subgroupBlocks } from "./detailFace.js";
export { DETAIL_WORDS as EFFECT_DETAIL_WORDS } from "./detailWords.js";
export { effectBlocks, verdictSentence } from "./face.js";
export { describeEffectNotice } from "./noticeWords.js";
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
  Subgroup,
  SubgroupLevel,
  Verdict,
  VerdictCode,
} from "./types.js";
export { verdictOf, type VerdictFacts } from "./verdict.js";

export { compareArms } from "./compare.js";
export { effectBlocks, verdictSentence } from "./face.js";
export { describeEffectNotice } from "./noticeWords.js";
export type {
  AnalysisPlan,
  ArmComparison,
  ArmRate,
  Bounds,
  CompareOptions,
  ContractualRate,
  Effect,
  EffectData,
  Verdict,
  VerdictCode,
} from "./types.js";
export { verdictOf, type VerdictFacts } from "./verdict.js";

export type {
  AnalysisPlan,
  ArmComparison,
  ArmCounts,
  ArmRate,
  ContractualRate,
  Effect,
  EffectData,
  Verdict,
  VerdictCode,
} from "./types.js";

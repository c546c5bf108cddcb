export { allocate, type AllocateOptions, type Allocation } from "./allocate.js";
export { allocateBatch, type BatchAllocation, type BatchOptions } from "./allocate-batch.js";
export {
  amend,
  type Amended,
  type Amendment,
  type AmendOptions,
  type Exemption,
  type FoundError,
} from "./amend.js";
export {
  allocationProbabilities,
  type AllocationProbabilities,
  type ProbabilityOptions,
  type ReferralProbabilities,
} from "./allocation-probabilities.js";
export { assessDesign, type AssessOptions } from "./assess-design.js";
export type {
  Assessment,
  AssessmentData,
  ImbalanceSummary,
  Measured,
  ScenarioKind,
  ScenarioSummary,
} from "./assessment/types.js";
export type { Declared } from "./declared.js";
export { freezeRoster, type FreezeOptions, type FrozenRoster } from "./freeze-roster.js";
export type { Key } from "./key.js";
export { formatLedger } from "./lines.js";
export type { LedgerResumption } from "./open-checkpoint.js";
export { openLedger } from "./open-ledger.js";
export { parseLedger } from "./parse-ledger.js";
export { parseReferrals } from "./parse-referrals.js";
export { planIssues, type PlanIssue } from "./plan-issues.js";
export { hasNominalProbabilities, lintPlan } from "./plan-lint.js";
export { pseudonymize } from "./pseudonymize.js";
export { lintQuotas } from "./quotas/index.js";
export { receipt, type Receipt, type ReceiptOptions } from "./receipt.js";
export { recordOccupancy, type OccupancyReport, type RecordedOccupancy } from "./record-occupancy.js";
export { referenceSet, type ReferenceSet, type ReferenceSetOptions } from "./reference-set.js";
export { startLedger, type Appended, type StartOptions } from "./start-ledger.js";
export { verifyLedger, type LedgerLines, type VerifyOptions } from "./verify-ledger.js";
export { verifyReceipt, type ReceiptVerification } from "./verify-receipt.js";
export type {
  AllocationPlan,
  AllocationProtocol,
  AllocationRecord,
  AlternationDesign,
  AmendmentRecord,
  Arm,
  BiasedCoinDesign,
  BigStickDesign,
  ClosedReason,
  CompleteDesign,
  Design,
  ErrorRecord,
  ExemptionRecord,
  Ledger,
  LedgerCheckpoint,
  LedgerFinding,
  LedgerHead,
  LedgerRecord,
  LedgerVerification,
  Levels,
  LineBase,
  MinimizationDesign,
  Mode,
  OccupancyQuota,
  OccupancyRecord,
  OpeningRecord,
  PeriodQuota,
  PermutedBlockDesign,
  Probabilities,
  Quota,
  QuotaPeriod,
  Referral,
  RosterRecord,
  RosterReferral,
  SimpleDesign,
  StratumStand,
  UrnDesign,
  WeeksQuota,
  Weights,
} from "./types.js";

export { costEffectiveness, withoutEarlyCosts, type CostOptions } from "./cost.js";
export { pricesAllArms } from "./costNotices.js";
export { costBlocks, costRows, costSentence } from "./costFace.js";
export type {
  ArmCost,
  ArmPayments,
  CostComparison,
  CostEffectiveness,
  CostEffectivenessData,
  CostInput,
  CostStanding,
  NetBenefit,
} from "./costTypes.js";
export { costsByShare } from "./share.js";
export type { CostsByShare, CostsByShareData, Range, ShareOptions, ShareRow } from "./shareTypes.js";
export { parseClaims, type Claim } from "./claims.js";
export { explainLineItem } from "./explain.js";
export type { AmountStep, LineItemStory, LineItemStoryData, LineRule } from "./explainTypes.js";
export { statementRows } from "./face.js";
export { gamingSigns, type GamingOptions } from "./gaming.js";
export type {
  CountedSign,
  GamingCode,
  GamingSign,
  GamingSigns,
  GamingSignsData,
  SignSubject,
} from "./gamingTypes.js";
export { expectedPaymentsBlocks } from "./liabilityFace.js";
export { expectedPayments, type ExpectedPaymentsInput, type ExpectedPaymentsOptions } from "./liability.js";
export type {
  ExpectedAmount,
  ExpectedMonth,
  ExpectedPayments,
  ExpectedPaymentsData,
  OpenAmount,
  OpenBonus,
  PaymentInterval,
} from "./liabilityTypes.js";
export { compareReported } from "./reported.js";
export { reportedBlocks } from "./reportedFace.js";
export type { Reported, ReportedCriterion, ReportedData } from "./reportedTypes.js";
export { reconcileClaims } from "./reconcile.js";
export { reconciliationBlocks } from "./reconcileFace.js";
export { notOwedReasons } from "./reconcileReason.js";
export { disputes, type DisputeSide } from "./reconcileDisputes.js";
export { unstatedOf, type Unstated } from "./stated.js";
export { SETTLEMENT_FORMATS } from "./tables.js";
export { settlementFiles, settlementTables, type SettlementTablesOptions } from "./settlementTables.js";
export type {
  DrawnCitizen,
  NotOwedReason,
  ReconciledEntry,
  Reconciliation,
  ReconciliationData,
  ReconciliationOptions,
  ReconciliationStatus,
  ReconciliationSums,
  StatusSum,
} from "./reconcileTypes.js";
export type { PaymentIssue } from "./issues.js";
export { lintPayment, type LintedProtocol } from "./lint.js";
export { describeStatementNotice } from "./noticeWords.js";
export { paymentIssues, type PaymentParts } from "./planIssues.js";
export { settleAccounts } from "./settle.js";
export type {
  ArmTerms,
  BaseTerm,
  BonusTerm,
  Clawback,
  IndexStep,
  Instalment,
  LateStart,
  Ore,
  PaymentCap,
  PaymentMinimum,
  PaymentPeriod,
  PaymentPlan,
} from "./terms.js";
export type {
  ArmTotal,
  LineItem,
  LineKind,
  MonthSum,
  Statement,
  StatementData,
  Unpaid,
  UnpaidReason,
} from "./types.js";
export { compareTerms } from "./whatIf.js";
export type { ComparedTotal, TermsCompared, TermsComparedData } from "./whatIfTypes.js";

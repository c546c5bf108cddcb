export { parseClaims, type Claim } from "./claims.js";
export { explainLineItem } from "./explain.js";
export type { AmountStep, LineItemStory, LineItemStoryData, LineRule } from "./explainTypes.js";
export { statementBlocks } from "./face.js";
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
export { reconcileClaims } from "./reconcile.js";
export { disputes, type DisputeSide } from "./reconcileDisputes.js";
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

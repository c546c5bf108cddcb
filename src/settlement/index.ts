export { statementBlocks } from "./face.js";
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
export { describeStatementNotice } from "./words.js";

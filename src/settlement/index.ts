export { statementBlocks } from "./face.js";
export { settleAccounts } from "./settle.js";
export type { ArmTerms, BonusTerm, LineItem, Ore, PaymentPlan, Statement, StatementData } from "./types.js";
export { describeStatementNotice } from "./words.js";

export type { ArmTerms, BonusTerm, LineItem, Ore, PaymentPlan, Statement, StatementData } from "./types.js";

export { lintProtocol } from "./lint.js";
export { lintProgram } from "./program-lint.js";
export type {
  AgreementParts,
  CountedGroup,
  ExpectedEffects,
  Intake,
  Mix,
  NamedBonus,
  Program,
  Quantity,
  Remark,
} from "./program-types.js";
export { describeProgramNotice } from "./program-words.js";
export { defineProgram, protocolOf } from "./program.js";
export { defineProtocol, parsePayment, parseProtocol } from "./protocol.js";
export type { ColumnLabel, Protocol, ProtocolDocument, ReviewPlan } from "./types.js";

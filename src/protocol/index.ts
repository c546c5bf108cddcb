export { lintProtocol } from "./lint.js";
export { defineProtocol, parseProtocol } from "./protocol.js";
export type { Protocol, ProtocolDocument, ReviewPlan } from "./types.js";

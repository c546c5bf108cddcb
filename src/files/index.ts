export { readBytes } from "./bytes.js";
export { fileExists } from "./exists.js";
export { appendToLedger, updateLedger, type LedgerFile } from "./ledger.js";
export type { LedgerEnd } from "./ledgerEnd.js";
export { readLedger } from "./readLedger.js";
export { sweepRemains } from "./remains.js";
export { writeFiles, type FileContent } from "./write.js";

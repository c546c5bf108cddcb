export { readBytes } from "./bytes.js";
export { fileExists } from "./exists.js";
export { appendToLedger, type LedgerEnd } from "./ledger.js";
export { writeFiles, type FileContent } from "./write.js";

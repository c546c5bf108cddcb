export type * from "./allocationTypes.js";
export {
  allocate,
  allocateBatch,
  allocationProbabilities,
  amend,
  assessDesign,
  formatLedger,
  freezeRoster,
  hasNominalProbabilities,
  lintPlan,
  openLedger,
  parseLedger,
  parseReferrals,
  planIssues,
  pseudonymize,
  receipt,
  recordOccupancy,
  referenceSet,
  startLedger,
  verifyLedger,
  verifyReceipt,
} from "../allocation/index.js";
export {
  CompetitionError,
  isCompetitionError,
  VERSION,
  type Issue,
  type Notice,
  type Source,
} from "../core/index.js";
export type { ParsedTable, TableOptions } from "../tables/index.js";

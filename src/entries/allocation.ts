export * from "../allocation/index.js";
export {
  CompetitionError,
  isCompetitionError,
  VERSION,
  type Issue,
  type Notice,
  type Source,
} from "../core/index.js";
export type { ParsedTable, TableOptions } from "../tables/index.js";

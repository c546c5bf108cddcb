export * from "../allocation/index.js";
export * from "../benchmark/index.js";
export {
  CompetitionError,
  isCompetitionError,
  VERSION,
  type Issue,
  type Notice,
  type Provenance,
  type Source,
  type Span,
} from "../core/index.js";
export type { Language, Row, ShowOptions, Shown } from "../display/index.js";
export * from "../effects/index.js";
export * from "../figures/index.js";
export * from "../histories/index.js";
export * from "../inference/index.js";
export * from "../outcomes/index.js";
export * from "../protocol/index.js";
export * from "../review/index.js";
export * from "../settlement/index.js";
export * from "../simulation/index.js";
export type { ParsedTable, TableOptions } from "../tables/index.js";
export * as tenders from "../tenders/index.js";

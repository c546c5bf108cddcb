export {
  CompetitionError,
  isCompetitionError,
  VERSION,
  type Notice,
  type Provenance,
  type Span,
} from "../core/index.js";
export * from "../inference/index.js";
export * from "../allocation/index.js";
export * from "../histories/index.js";
export * from "../outcomes/index.js";
export * from "../effects/index.js";
export * from "../benchmark/index.js";
export * from "../settlement/index.js";
export * from "../protocol/index.js";
export * as tenders from "../tenders/index.js";
export * from "../simulation/index.js";

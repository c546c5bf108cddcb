export {
  CompetitionError,
  isCompetitionError,
  VERSION,
  type Notice,
  type Provenance,
} from "../core/index.js";
export * from "../inference/index.js";

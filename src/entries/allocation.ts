export { CompetitionError, isCompetitionError, VERSION, type Notice } from "../core/index.js";
export * from "../allocation/index.js";

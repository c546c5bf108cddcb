export { CompetitionError, isCompetitionError, VERSION } from "../core/index.js";
export * from "../files/index.js";

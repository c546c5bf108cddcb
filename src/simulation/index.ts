export type { Assumptions, PeerAssumption } from "./assumptions.js";
export { simulateCompetition, type Competition } from "./competition.js";

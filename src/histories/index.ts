export type {
  Histories,
  Spell,
  StatePeriod,
  StateProperty,
  StateVocabulary,
  StatusHistory,
} from "./types.js";

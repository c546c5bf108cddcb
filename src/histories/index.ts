export { deriveHistories, type HistoriesOptions } from "./derive.js";
export { parseSpells, type SpellOptions } from "./spells.js";
export type {
  Coverage,
  Histories,
  HistoryColumns,
  Spell,
  StatePeriod,
  StateProperty,
  StateVocabulary,
  StatusHistory,
} from "./types.js";
export { defaultStates, hasProperty, isVocabulary, stateProperties } from "./vocabulary.js";

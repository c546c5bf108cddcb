export { parseCodes, type CodeOptions } from "./codes.js";
export type { CodeMeaning } from "./codes-types.js";
export { compareDeliveries } from "./deliveries.js";
export type {
  DayRange,
  DeliveryComparison,
  DeliveryComparisonData,
  PeriodChange,
  RevisionBand,
  RevisionReach,
  StateChange,
} from "./deliveries-types.js";
export type { HistorySource } from "./coverage.js";
export { deriveHistories, type HistoriesOptions } from "./derive.js";
export { parseDream, type DreamOptions } from "./dream.js";
export type { DreamHistoriesOptions } from "./dream-setting.js";
export type { CodedWeeks, DreamRow, DreamTable, EmployedMonths } from "./dream-types.js";
export type { EmploymentRule } from "./employment.js";
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
export { defaultStates, hasProperty, stateProperties } from "./vocabulary.js";
export type { MonthOfWeek } from "./weeks.js";

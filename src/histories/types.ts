import type { Day, Notice, Provenance } from "../core/index.js";

/** What a rule can ask of a state. */
export type StateProperty =
  | "municipal-support"
  | "state-support"
  | "ordinary-employment"
  | "part-time"
  | "subsidized-employment"
  | "fleksjob"
  | "ordinary-education"
  | "practice"
  | "pension"
  | "dead"
  | "emigrated"
  | "moved";

/** States by name, each with the properties that rules can ask for. */
export type StateVocabulary = Readonly<Record<string, readonly StateProperty[]>>;

/** A run of days in one state; first and last day inclusive. */
export interface Spell {
  readonly citizen: string;
  readonly state: string;
  /** ISO date of the first day. */
  readonly from: string;
  /** ISO date of the last day; absent while it goes on. */
  readonly to?: string;
}

/** Days in one state, half-open, merged and sorted; different states may overlap. */
export interface StatePeriod {
  readonly state: string;
  readonly start: Day;
  readonly end: Day;
}

/** One citizen's states over time; days without a period are days without any record. */
export interface StatusHistory {
  readonly citizen: string;
  readonly periods: readonly StatePeriod[];
}

/** The histories of many citizens and what was observed of them. */
export interface Histories {
  readonly kind: "histories";
  readonly states: StateVocabulary;
  /** ISO date: the first day of coverage; absent where nothing limits it. */
  readonly observedFrom?: string;
  /** ISO date: the last day that the register's extract covers. */
  readonly observedUntil: string;
  /** How many citizens have a history. */
  readonly size: number;
  of(citizen: string): StatusHistory | undefined;
  readonly notices: readonly Notice[];
  readonly provenance: Provenance;
}

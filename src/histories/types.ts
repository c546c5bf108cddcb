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
  | "su-eligible"
  | "qualifying-education"
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

/** The days between which one source tells of some states. */
export interface Coverage {
  readonly source: string;
  /** The states it tells of; no state belongs to two sources. */
  readonly states: readonly string[];
  /** ISO date of the first day; absent where nothing limits it. */
  readonly observedFrom?: string;
  /** ISO date of the last day, the register's lag taken off. */
  readonly observedUntil: string;
}

/** All periods as columns, for whoever goes through many citizens: a few bytes each instead of objects. */
export interface HistoryColumns {
  /** Who has a history, by position. */
  citizens(): Iterable<string>;
  /** The position of a citizen; `undefined` for someone without history. */
  numberOf(citizen: string): number | undefined;
  /** Whether someone without any record was observed too: a file with a row for everyone tells that there is none. */
  readonly everyoneListed: boolean;
  /** States by number. */
  readonly stateNames: readonly string[];
  /** Citizen c has the periods from `bounds[c]` up to `bounds[c + 1]`, in order of their first day. */
  readonly bounds: Int32Array;
  readonly state: Int32Array;
  readonly start: Int32Array;
  /** First day after the period. */
  readonly end: Int32Array;
}

/** The histories of many citizens and what was observed of them. */
export interface Histories {
  readonly kind: "histories";
  readonly states: StateVocabulary;
  /** ISO date: the first day that the extract covers; absent where nothing limits it. */
  readonly observedFrom?: string;
  /** ISO date: the last day that the register's extract covers; single sources may end earlier. */
  readonly observedUntil: string;
  /** What single sources cover, where they differ; states of no source here are covered as the whole is. */
  readonly coverage: readonly Coverage[];
  /** How many citizens have a history. */
  readonly size: number;
  of(citizen: string): StatusHistory | undefined;
  columns(): HistoryColumns;
  readonly notices: readonly Notice[];
  readonly provenance: Provenance;
}

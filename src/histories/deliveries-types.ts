import type { ResultFacts, Shown } from "../display/index.js";

/** Days one after another; first and last inclusive, as ISO dates. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** A citizen's days in a state that one delivery tells otherwise than the other, within the days that both cover. */
export interface PeriodChange {
  readonly citizen: string;
  readonly state: string;
  /** `came`: only the later delivery has it; `went`: only the earlier one; `changed`: both, with other days. */
  readonly change: "came" | "went" | "changed";
  /** The periods that share a day with one of the other delivery's; empty where it came. */
  readonly before: readonly DayRange[];
  /** Empty where it went. */
  readonly after: readonly DayRange[];
}

/** What changed in one state, over all citizens whom both deliveries have. */
export interface StateChange {
  readonly state: string;
  /** Days in it that only the later delivery has. */
  readonly daysGained: number;
  /** Days in it that only the earlier one has. */
  readonly daysLost: number;
  /** Citizens with any such day. */
  readonly citizens: number;
}

/** How much of what lay so far back was changed afterwards. */
export interface RevisionBand {
  /** Days before the end of the earlier delivery; 0 is its last day. */
  readonly fromDaysBack: number;
  /** The band's last, inclusive; `null` where it has no end. */
  readonly toDaysBack: number | null;
  readonly changedDays: number;
  /** Days of all citizens that both deliveries cover; `null` where nothing limits them. */
  readonly coveredDays: number | null;
  /** changed / covered; `null` where that isn't known. */
  readonly share: number | null;
}

/** How many days back a share of all changed days lies, or nearer. */
export interface RevisionReach {
  /** 0.5 for half of the changed days, 1 for all. */
  readonly share: number;
  readonly daysBack: number;
}

export interface DeliveryComparisonData extends ResultFacts {
  readonly kind: "delivery-comparison";
  /** The last day of the earlier delivery, from which days are counted back. */
  readonly observedUntil: string;
  /** The days that both cover; `from` is absent where nothing limits them, all of it where there are none. */
  readonly covered?: { readonly from?: string; readonly to: string };
  readonly citizens: {
    readonly both: number;
    /** Those of both with another history. */
    readonly changed: number;
    readonly onlyBefore: readonly string[];
    readonly onlyAfter: readonly string[];
  };
  /** Citizen by citizen, in the earlier delivery's order. */
  readonly changes: readonly PeriodChange[];
  /** States with a change only. */
  readonly states: readonly StateChange[];
  /** Days on which a citizen's states differ at all; each counts once. */
  readonly changedDays: number;
  readonly bands: readonly RevisionBand[];
  /** Empty where nothing changed. */
  readonly reach: readonly RevisionReach[];
}

/** What a later delivery of a register tells otherwise than an earlier one. */
export type DeliveryComparison = DeliveryComparisonData & Shown;

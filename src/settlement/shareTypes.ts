import type { ResultFacts, Shown } from "../display/index.js";

export interface Range {
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
}

/** What a year would come to if so large a share were bought outside. */
export interface ShareRow {
  /** Of the referrals; what is asked for, 0 to 1. */
  readonly share: number;
  /** Referrals to the supplier, and to the arm that it is compared with; the capacity of either may leave some without. */
  readonly outside: number;
  readonly inside: number;
  /** Referrals that neither has room for. */
  readonly without: number;
  /** øre. */
  readonly cost: Range;
  readonly successes: Range;
}

export interface CostsByShareData extends ResultFacts {
  readonly kind: "costs-by-share";
  readonly arm: string;
  readonly armName: string;
  readonly reference: string;
  readonly referenceName: string;
  readonly volume: number;
  /** The share of the citizens whom the draw sent to the supplier, at which costs and successes were seen. */
  readonly drawn: number;
  readonly level: number;
  readonly rows: readonly ShareRow[];
}

/** Costs and successes by the share bought outside. */
export type CostsByShare = CostsByShareData & Shown;

/** How many referrals a period has, and how many each arm can take. */
export interface ShareOptions {
  /** Referrals in the period that is planned for. */
  readonly volume: number;
  /** Most referrals that an arm can take in it; absent: any number. */
  readonly capacity?: Readonly<Record<string, number>>;
  /** 0, 0.1, … 1 by default. */
  readonly shares?: readonly number[];
  /** The arm whose share it is; the only one compared with the reference arm by default. */
  readonly arm?: string;
}

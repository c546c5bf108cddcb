import type { Suppressed } from "../../core/index.js";

/**
 * How a count can differ between two reviews of the same competition, as anyone can tell without
 * seeing it: `fixed` can't (the referrals of a month that was over), `growing` can only have grown
 * (successes of those followed for long enough), `drawn` can only have grown, and can't have
 * changed where both reviews rest on the same ledger (everyone allocated so far).
 */
export type Since = "fixed" | "growing" | "drawn";

/** One count that a review shows: how many citizens there are of some kind. */
export interface CountCell {
  /** Its name, the same in every review of the competition: `mature.success.supplier`. */
  readonly id: string;
  /** A whole number from 0. */
  readonly count: number;
  /** The cost of hiding it, above 0: of two counts that would do, the one with the larger weight stays visible. */
  readonly weight: number;
  /** Left out where the count may rise and fall. */
  readonly since?: Since;
}

/** A total and its parts, which everyone can add up: each citizen of `total` is in exactly one of `parts`. */
export interface CountSum {
  readonly total: string;
  readonly parts: readonly string[];
  /**
   * Which part a citizen is in is his or her own affair (success or failure; not: pending, which
   * follows from a date). If all of such a total are in one part, the zeros of the others are hidden.
   */
  readonly personal?: true;
}

/** Every count that a review shows, and how they add up. */
export interface CountModel {
  readonly cells: readonly CountCell[];
  readonly sums: readonly CountSum[];
}

/** The counts of a published review, as its JSON has them in `disclosure`: what anyone may start from who wants to work out more. */
export interface PublishedCounts {
  /** The review's date. */
  readonly asOf: string;
  /** Counts from 1 to one less than this are hidden. */
  readonly minimum: number;
  /** The Merkle root of the ledger's published head, if all of its entries are in the review; null where that isn't known. */
  readonly ledger: string | null;
  readonly cells: Readonly<Record<string, number | Suppressed>>;
  readonly sums: readonly CountSum[];
  /** Of the cells of which it is said, how they can differ between two reviews. */
  readonly since: Readonly<Record<string, Since>>;
}

/** A step on the way to a hidden count: a sum with what is published of it. */
export interface DerivationStep {
  /** Which review the sum stands in; `both` says that a count can't have fallen, or changed, from the earlier to this one. */
  readonly review: "published" | "previous" | "both";
  /** Date of the earlier review, where it is one or is compared with one. */
  readonly asOf?: string;
  readonly total: DerivationTerm;
  readonly parts: readonly DerivationTerm[];
}

/** A count in such a step; `change` is how much it has grown since the earlier review. */
export interface DerivationTerm {
  readonly cell: string;
  readonly review: "published" | "previous" | "change";
  /** Date of the earlier review that the count stands in, or that it has grown since. */
  readonly asOf?: string;
  readonly count: number | Suppressed;
}

/** Something that a published review tells and shouldn't. */
export interface Disclosure {
  /**
   * - `small`: a visible count from 1 to `minimum − 1`.
   * - `derivable`: a hidden count that must lie within less than `minimum` of itself, or of which that can't be ruled out in time.
   * - `earlier`: the same of a count that an earlier review hid.
   * - `change`: a visible count that differs by 1 to `minimum − 1` from an earlier review's.
   * - `group`: all of a group are visibly in one part of a personal sum.
   * - `newcomers`: all who have come to a group since an earlier review are visibly in one part of it.
   * - `contradiction`: counts that can't all be right.
   */
  readonly kind: "small" | "derivable" | "earlier" | "change" | "group" | "newcomers" | "contradiction";
  readonly cell: string;
  /** Date of the earlier review of `earlier`, `change` and `newcomers`. */
  readonly asOf?: string;
  /** Least and greatest value that the count (of `change` and `newcomers`: the difference) can have; of a contradiction both are null. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** The sums that it takes, none of them superfluous; none where it can't be ruled out in time. */
  readonly chain: readonly DerivationStep[];
}

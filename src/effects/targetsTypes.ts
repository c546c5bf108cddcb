import type { ResultFacts, Shown } from "../display/index.js";
import type { Estimate } from "../inference/index.js";
import type { ArmCounts, Wording } from "../outcomes/index.js";
import type { Bounds, ContractualRate } from "./types.js";

/** A share of citizens that a tender wants to succeed, at the least. */
export interface Target {
  readonly criterion: string;
  /** Counted are only those who succeeded by this criterion: of those who applied, so many begin. */
  readonly among?: string;
  /** Levels of the strata that it is for; absent: everyone. */
  readonly group?: Readonly<Record<string, string>>;
  /** As a proportion: 0.5 for "at least 50 %". */
  readonly share: number;
  /** Section of the tender. */
  readonly source?: string;
}

/** A group's share of everyone. */
export interface GroupShare {
  readonly group: Readonly<Record<string, string>>;
  readonly share: number;
}

/**
 * Where a rate stands beside its target: the whole interval is at or above it, the whole interval is
 * below it, or it lies inside; `too-few`: fewer known outcomes than a rate is made of. `undecided` too where the
 * criterion has no end, and so no rate.
 */
export type TargetStanding = "reached" | "not-reached" | "undecided" | "too-few";

/** An arm's citizens, or all arms' together, beside one target. */
export interface TargetRate {
  /** Null for all arms together. */
  readonly arm: string | null;
  /** Empty for all arms together. */
  readonly name: string;
  /** Everyone referred, those whom chance didn't place among them: `excluded` is 0. */
  readonly counts: ArmCounts;
  /** Measured from the referral, in the mature cohort: successes among the known. */
  readonly rate: Estimate;
  /** The rate if every unknown were a failure, and if every one were a success. */
  readonly bounds: Bounds;
  readonly standing: TargetStanding;
  /** As the contract measures, of those whose window is complete. */
  readonly contract: Omit<ContractualRate, "arm" | "name"> & { readonly standing: TargetStanding };
}

/** One target with the rates that are held against it: each arm's, then all arms' together. */
export interface TargetComparison {
  /** Its place among the targets that were set, from 1; an edition that leaves some out keeps it. */
  readonly number: number;
  readonly target: Target;
  readonly criterionName: Wording;
  /** The name of the criterion by which those are told who are counted, where it is one. */
  readonly amongName?: Wording;
  /** ISO date: the last referral date of the mature cohort. */
  readonly matureThrough: string;
  readonly rates: readonly TargetRate[];
}

/** How many targets an arm, or all arms together, stand so beside, measured from the referral. */
export interface TargetsMet extends Readonly<Record<TargetStanding, number>> {
  readonly arm: string | null;
  readonly name: string;
}

export interface TargetsData extends ResultFacts {
  readonly kind: "targets";
  readonly asOf: string;
  readonly level: number;
  /** How many targets were set; an edition that leaves some out keeps it. */
  readonly agreed: number;
  readonly targets: readonly TargetComparison[];
  readonly met: readonly TargetsMet[];
}

/** Rates beside the targets that a tender sets. */
export type Targets = TargetsData & Shown;

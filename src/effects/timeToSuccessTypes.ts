import type { ResultFacts, Shown } from "../display/index.js";
import type { Curve } from "../inference/index.js";
import type { Wording } from "../outcomes/index.js";

/** How one arm's citizens were followed; the first is the sum of the others. */
export interface ArmFollowUps {
  readonly arm: string;
  readonly name: string;
  readonly allocated: number;
  /** Reached success, on a day that is known. */
  readonly success: number;
  /** Died, emigrated or retired first, so that success could come no more. */
  readonly gone: number;
  /** Neither by the end of the window, the last day that is known, or the day of moving out of sight. */
  readonly followed: number;
  /** Of whom no day from the referral on was seen: in no curve. */
  readonly unseen: number;
  /** For whom chance could not decide between the arms: in no curve. */
  readonly excluded: number;
}

export interface TimeToSuccessData extends ResultFacts {
  readonly kind: "time-to-success";
  readonly criterion: string;
  readonly criterionName: Wording;
  readonly asOf: string;
  /** Confidence level of the pointwise limits. */
  readonly level: number;
  readonly arms: readonly ArmFollowUps[];
  /** Cumulative incidence by arm (`group`), of `success` and `gone` (`cause`), by days from the referral. */
  readonly curve: Curve;
}

/** When successes came, from the referral on, by arm. */
export type TimeToSuccess = TimeToSuccessData & Shown;

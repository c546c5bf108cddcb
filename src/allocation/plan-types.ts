// What is agreed before anyone is drawn.

/** An arm of the competition. */
export interface Arm {
  /** Kebab-case word used in ledger, tables and settings. */
  readonly id: string;
  /** The unit's own name, as a report prints it. */
  readonly name: string;
}

/** A citizen referred to the competition. Further columns are strata and covariates, as they stood that day. */
export interface Referral {
  /** A pseudonym, never a CPR number. */
  readonly citizen: string;
  /** ISO date. */
  readonly referredOn: string;
  readonly household?: string;
  readonly [column: string]: string | number | undefined;
}

/** Whole-number weights of the arms, by id: 2 and 1 give the first arm two citizens of three. */
export type Weights = Readonly<Record<string, number>>;

/** Every citizen by an independent toss: arm k with probability wₖ/Σw. */
export interface SimpleDesign {
  readonly kind: "simple";
  readonly weights: Weights;
}

/**
 * Complete randomization within each batch and stratum: of n citizens, arm k gets n·wₖ/Σw, its
 * fraction rounded at random, so that every citizen's probability is exactly wₖ/Σw.
 */
export interface CompleteDesign {
  readonly kind: "complete";
  /** All referrals of one ISO week are drawn together. */
  readonly batch: "iso-week";
  readonly weights: Weights;
}

/**
 * Permuted blocks within each stratum: of a block of B citizens arm k gets exactly B·wₖ/Σw, in random
 * order. With several sizes each block's is drawn when it begins, all equally likely.
 */
export interface PermutedBlockDesign {
  readonly kind: "permuted-block";
  readonly weights: Weights;
  /** Block sizes, each a multiple of the sum of the weights in lowest terms; one is a fixed size. */
  readonly sizes: readonly number[];
}

/** Every second citizen to the other arm, in order of referral, the first by lot; predictable from then on. */
export interface AlternationDesign {
  readonly kind: "alternation";
}

/**
 * Efron's biased coin: the arms that have fewest get probability `bias` together (or their even share, where
 * that is more), the others the rest. Of unequal weights the equal shares are balanced instead of the arms.
 */
export interface BiasedCoinDesign {
  readonly kind: "biased-coin";
  readonly weights: Weights;
  /** From 1/2 (pure chance, for two equal arms) to 1; Efron's own is 2/3. */
  readonly bias: number;
}

/** Soares and Wu's big stick: pure chance until the arms differ by `tolerance`, then the way back only. */
export interface BigStickDesign {
  readonly kind: "big-stick";
  readonly weights: Weights;
  /** Largest difference between two arms of a stratum, from 1. */
  readonly tolerance: number;
}

/** Wei's urn: `initial` balls of each arm; a ball is drawn and put back, and `added` balls of each other arm. */
export interface UrnDesign {
  readonly kind: "urn";
  readonly weights: Weights;
  /** From 0 (then the first is pure chance). */
  readonly initial: number;
  /** From 1. */
  readonly added: number;
}

/** Pocock and Simon's minimization: the arm that keeps the factors' margins in balance gets probability `preference`. */
export interface MinimizationDesign {
  readonly kind: "minimization";
  readonly weights: Weights;
  /** Columns of the referrals to balance by, each with the weight of its imbalance, above 0. */
  readonly factors: Readonly<Record<string, number>>;
  readonly imbalance: "range" | "variance" | "marginal-balance";
  /**
   * Probability of the preferred arm, up to 1 (no chance but in ties; flagged), above 1/W with W the sum of the
   * weights in lowest terms: where they are unequal, it is one of their equal shares that is preferred.
   */
  readonly preference: number;
}

export type Design =
  | SimpleDesign
  | CompleteDesign
  | PermutedBlockDesign
  | AlternationDesign
  | BiasedCoinDesign
  | BigStickDesign
  | UrnDesign
  | MinimizationDesign;

/** What a quota counts in. An ISO week belongs to the month and the year of its Thursday. */
export type QuotaPeriod = "first-week" | "iso-week" | "calendar-month" | "calendar-year" | "agreement-year";

/** How many an arm takes in each period, counted in allocations that the ledger holds. */
export interface PeriodQuota {
  readonly arm: string;
  /** `agreement-year`: twelve months from the ledger's opening, and so on; `first-week`: the week of the first allocation only. */
  readonly per: QuotaPeriod;
  /**
   * Never more: little room lowers the arm's probability before the draw. Who comes when every arm is full is
   * refused (`no-room`), not drawn: the 401st of a year in which two arms take 200 each waits for the next
   * one, or goes where is agreed, by an exemption from the draw.
   */
  readonly most?: number;
  /**
   * At least, spread evenly over the weeks of the period; what a week couldn't give is caught up in later ones.
   * It is counted since the opening: what an arm got beyond its minimum in one period counts toward the next
   * ones, so that a minimum of 8 a month is 8 for every month that has passed, not 8 in each of them. For
   * designs that draw batches.
   */
  readonly least?: number;
}

/** In how many ISO weeks of a year an arm takes citizens in. */
export interface WeeksQuota {
  readonly arm: string;
  readonly weeksPerYear: number;
}

/** How many participants an arm holds, by the last `occupancy` line and the allocations since. */
export interface OccupancyQuota {
  readonly arm: string;
  readonly participants: number;
}

export type Quota = PeriodQuota | WeeksQuota | OccupancyQuota;

/** The part of a protocol that tells how chance decides. */
export interface AllocationPlan {
  readonly design: Design;
  /** Columns of the referrals that form the strata; may be empty. */
  readonly strata: readonly string[];
  /** Someone referred anew keeps the first arm, or is drawn again; counts once either way. */
  readonly referredAgain: "keep-arm" | "draw-again";
  /**
   * What is drawn: each citizen (the default), or a household, whose members share one draw and one arm. Where
   * batches are drawn within quotas, an arm's probability is lowered so far that its room is enough however the
   * households of each size are rounded; the last of the room may then stay empty for want of who fits.
   */
  readonly unit?: "citizen" | "household";
  /** The levels that a stratum or factor may have; another one is refused. A column that isn't named may have any. */
  readonly levels?: Readonly<Record<string, readonly string[]>>;
  /** What the arms can take. Without any, every arm can take everyone. */
  readonly quotas?: readonly Quota[];
  /**
   * Which public random value enters every draw, in words that leave no choice: "NIST beacon, the first pulse
   * of the first full hour after the head with the roster was published". It must not be known, to anyone, when
   * the roster is frozen and its head published. Then no batch is drawn without it (`missing-beacon`), and
   * whoever holds the key can't choose among draws by trying dates or rosters. For designs that draw batches.
   */
  readonly beacon?: string;
}

/** What allocation asks of a protocol. */
export interface AllocationProtocol {
  /** SHA-256 of the protocol's canonical JSON as it was given. */
  readonly digest: string;
  readonly arms: readonly Arm[];
  readonly allocation: AllocationPlan;
  /**
   * SHA-256 of each top-level part's canonical JSON. Where the protocol has them, the opening keeps them, so
   * that a changed protocol is refused with the names of the parts that differ.
   */
  readonly parts?: Readonly<Record<string, string>>;
}

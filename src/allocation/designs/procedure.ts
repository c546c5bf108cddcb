import type { Day, RandomStream } from "../../core/index.js";
import type { Shape } from "../shape.js";
import type { AllocationPlan, Design, Levels, Probabilities } from "../types.js";

/** Both probabilities of each arm for one citizen. */
export interface Odds {
  readonly designProbabilities: Probabilities;
  readonly drawProbabilities: Probabilities;
}

interface ProcedureBase {
  /** Name and version, as every entry records it. What it draws under a name never changes. */
  readonly algorithm: string;
  /** Whether someone who sees the earlier entries knows the next arm. */
  readonly predictable: boolean;
}

/** All citizens of a roster are drawn together. */
export interface BatchProcedure extends ProcedureBase {
  readonly draws: "batch";
  /** Name of the batch that a referral of a day belongs to. */
  readonly batchOf: (day: Day) => string;
  /** How a roster's groups are shared out within the limits; undefined where the arms have no room for them all. */
  readonly share: (groups: readonly Group[], limits: Limits) => Share | undefined;
}

/** Units of a roster that are drawn alike: citizens of one stratum, or its households of one size. */
export interface Group {
  readonly stratum: string;
  /** Referrals in each unit: a household's, or those of a citizen who keeps an arm; 1 where room isn't limited. */
  readonly members: number;
  readonly units: number;
}

/** What an arm can take in a batch, and what it is owed, in citizens. */
export interface Limit {
  /** Infinity where no quota says otherwise. */
  readonly room: number;
  readonly owed: number;
}

/** By arm; arms that aren't named have all the room and are owed nothing. */
export type Limits = Readonly<Record<string, Limit>>;

/** A batch before its draw. */
export interface Share {
  /** The same for every unit that is drawn. */
  readonly odds: Odds;
  /**
   * The arms of each group's units, in their order. `stream` gives the stream of a stratum, and without
   * one the stream of the whole batch; asked twice for the same, it begins anew.
   */
  readonly draw: (stream: (stratum?: string) => RandomStream) => readonly (readonly string[])[];
  /** The counts of units by chance, for each group in the order of the arms; within a group all orders are equally likely. */
  readonly counts: (choose: Choose) => readonly (readonly number[])[];
  /** Whether a draw could have given the arms these counts of units: for each group, in the order of the arms. */
  readonly possible: (counts: readonly (readonly number[])[]) => boolean;
}

/** Citizens are drawn one at a time, as they are referred. */
export interface SingleProcedure extends ProcedureBase {
  readonly draws: "single";
  /** Over the procedure's own tosses: the same for everyone. */
  readonly designProbabilities: Probabilities;
  /** The situation that the first citizen of a stratum meets. */
  readonly first: Turn;
  /** The situation that a checkpoint kept, by its `stand`; undefined where it isn't one of this procedure. */
  readonly turnAt: (stand: unknown) => Turn | undefined;
  /** Name of the block that the nth draw of a stratum (from 0) belongs to, where that is public. */
  readonly blockOf?: (drawn: number) => string;
}

/** What a draw gave: an arm, and which of its equal shares where an arm has several (weights 2 and 1). */
export interface Drawn {
  readonly arm: string;
  readonly slot?: number;
}

/** One thing that a draw can give, and how likely it is to. */
export interface Outcome {
  readonly drawn: Drawn;
  readonly probability: number;
}

/**
 * Settles something without a key: the place of one of these chances, which are in the ratio of their
 * probabilities. By a seeded stream where draws are simulated, by turns where all of them are enumerated.
 */
export type Choose = (chances: readonly number[]) => number;

/** The situation that the next citizen of a stratum meets, by what everyone may know: the earlier entries. */
export interface Turn {
  /** All of it as a plain JSON value, from which `turnAt` makes it again. */
  readonly stand: unknown;
  /** Each arm's probability for a citizen with these levels of the factors, given the earlier entries. */
  readonly drawProbabilities: (levels: Levels) => Probabilities;
  /** The same for all that can be drawn. */
  readonly outcomes: (levels: Levels) => readonly Outcome[];
  readonly draw: (envelopes: Envelopes, levels: Levels) => Drawn;
  /** The situation after this one when it gave this. */
  readonly after: (drawn: Drawn, levels: Levels) => Turn;
}

/** Where a turn takes its chance from: streams that are settled once the key is, as if they lay in sealed envelopes. */
export interface Envelopes {
  /** How many were drawn in the stratum before. */
  readonly drawn: number;
  /** The stream of this draw, which nothing about the citizen changes. */
  readonly stream: () => RandomStream;
  /** The stream of a whole block of the stratum, by its number from 0. */
  readonly block: (number: number) => RandomStream;
  /** The block of the stratum that was opened last; a place to remember, for the procedure alone. */
  readonly opened: { block?: OpenBlock };
}

/** A block as its stream gives it: the arms of the draws from `start` on. */
export interface OpenBlock {
  readonly number: number;
  readonly start: number;
  readonly order: readonly string[];
}

export type Procedure = BatchProcedure | SingleProcedure;

/** All there is to know of a kind of design: a new one is a file with this and an entry in the table. */
export interface DesignKind<Declared extends Design> {
  /** Fields and values that a declaration must have for these arms. */
  readonly shape: (arms: readonly string[]) => Shape;
  /** How it draws; `plan` is what the design is part of, for those that draw otherwise under quotas or by household. */
  readonly procedure: (
    design: Declared,
    arms: readonly string[],
    plan: Pick<AllocationPlan, "unit" | "quotas">,
  ) => Procedure;
}

/** Outcomes where nothing but the arm is drawn. */
export function armByArm(probabilities: Probabilities): readonly Outcome[] {
  return Object.entries(probabilities).map(([arm, probability]) => ({ drawn: { arm }, probability }));
}

/** The same probability for every arm. */
export function evenly(arms: readonly string[]): Probabilities {
  return Object.fromEntries(arms.map((arm) => [arm, 1 / arms.length]));
}

/** Probability 1 for one arm, 0 for the others. */
export function certainly(arm: string, arms: readonly string[]): Probabilities {
  return Object.fromEntries(arms.map((each) => [each, each === arm ? 1 : 0]));
}

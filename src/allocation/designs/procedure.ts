import type { Day, RandomStream } from "../../core/index.js";
import type { Shape } from "../shape.js";
import type { Design, Probabilities } from "../types.js";

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

/** All citizens of a roster are drawn together, stratum by stratum. */
export interface BatchProcedure extends ProcedureBase {
  readonly draws: "batch";
  /** Name of the batch that a referral of a day belongs to. */
  readonly batchOf: (day: Day) => string;
  /** The same for every citizen who is drawn. */
  readonly odds: Odds;
  /** The arms of the citizens of one stratum, in their order. */
  readonly draw: (citizens: number, stream: RandomStream) => readonly string[];
  /** Whether a draw could have given the arms these counts (in the order of the protocol). */
  readonly possible: (counts: readonly number[]) => boolean;
}

/** Citizens are drawn one at a time, as they are referred. */
export interface SingleProcedure extends ProcedureBase {
  readonly draws: "single";
  /** The situation that the first citizen of a stratum meets. */
  readonly first: Turn;
}

/** The situation that the next citizen of a stratum meets. */
export interface Turn {
  readonly odds: Odds;
  readonly draw: (stream: RandomStream) => string;
  /** The situation after this one when it gave an arm. */
  readonly after: (arm: string) => Turn;
}

export type Procedure = BatchProcedure | SingleProcedure;

/** All there is to know of a kind of design: a new one is a file with this and an entry in the table. */
export interface DesignKind<Declared extends Design> {
  /** Fields and values that a declaration must have for these arms. */
  readonly shape: (arms: readonly string[]) => Shape;
  readonly procedure: (design: Declared, arms: readonly string[]) => Procedure;
}

/** The same probability for every arm. */
export function evenly(arms: readonly string[]): Probabilities {
  return Object.fromEntries(arms.map((arm) => [arm, 1 / arms.length]));
}

/** Probability 1 for one arm, 0 for the others. */
export function certainly(arm: string, arms: readonly string[]): Probabilities {
  return Object.fromEntries(arms.map((each) => [each, each === arm ? 1 : 0]));
}

import { inAnyOrder } from "../chance.js";
import type { BatchProcedure, Choose, Procedure, SingleProcedure, Turn } from "../designs/procedure.js";
import type { Levels } from "../types.js";
import { tally, type Course, type Tally } from "./tally.js";

/** An intake that hasn't happened yet. */
export interface Intake {
  readonly procedure: Procedure;
  readonly arms: readonly string[];
  /** Of the arms, in lowest terms. */
  readonly weights: readonly number[];
  readonly citizens: number;
  /** Strata, equally likely. */
  readonly strata: number;
  /** Citizens that are drawn together, where batches are. */
  readonly perBatch: number;
  /** Columns that the design balances by, with the number of their levels, equally likely and independent. */
  readonly factors: readonly (readonly [name: string, levels: number])[];
}

/** Lets an intake go one way. */
export function courseOf(intake: Intake, choose: Choose): Course {
  const record = tally(intake.weights, intake.strata);
  if (intake.procedure.draws === "single") drawSingles(intake, intake.procedure, record, choose);
  else drawBatches(intake, intake.procedure, record, choose);
  return record.course();
}

function drawSingles(intake: Intake, { first }: SingleProcedure, record: Tally, choose: Choose): void {
  const { arms, citizens, strata, factors } = intake;
  const turns = Array.from({ length: strata }, () => first);
  for (let n = 0; n < citizens; n++) {
    const stratum = oneOf(strata, choose);
    const levels: Levels = Object.fromEntries(
      factors.map(([name, number]) => [name, String(oneOf(number, choose))]),
    );
    const turn: Turn = turns[stratum] ?? first;
    const outcomes = turn.outcomes(levels);
    const odds = arms.map(() => 0);
    for (const { drawn, probability } of outcomes) {
      const arm = arms.indexOf(drawn.arm);
      odds[arm] = (odds[arm] ?? 0) + probability;
    }
    record.guess(stratum, odds);
    const drawn = outcomes[choose(outcomes.map(({ probability }) => probability))]?.drawn ?? { arm: "" };
    record.take(stratum, arms.indexOf(drawn.arm));
    turns[stratum] = turn.after(drawn, levels);
  }
}

/** Whoever guesses sees the batches before, but nothing of the present one: it is drawn at once. */
function drawBatches(intake: Intake, procedure: BatchProcedure, record: Tally, choose: Choose): void {
  const { arms, citizens, strata, perBatch } = intake;
  for (let start = 0; start < citizens; start += perBatch) {
    const size = Math.min(perBatch, citizens - start);
    const strataOf = Array.from({ length: size }, () => oneOf(strata, choose));
    const present = [...new Set(strataOf)];
    const groups = present.map((stratum) => ({
      stratum: String(stratum),
      members: 1,
      units: strataOf.filter((each) => each === stratum).length,
    }));
    const share = procedure.share(groups, {});
    if (share === undefined) continue; // without limits there is always room
    const odds = arms.map((arm) => share.odds.drawProbabilities[arm] ?? 0);
    const orders = share.counts(choose).map((counts) => [...inAnyOrder(counts, choose)]);
    for (const stratum of strataOf) record.guess(stratum, odds);
    for (const stratum of strataOf) record.take(stratum, orders[present.indexOf(stratum)]?.shift() ?? 0);
  }
}

/** One of so many, all equally likely. */
function oneOf(number: number, choose: Choose): number {
  return number === 1 ? 0 : choose(Array.from({ length: number }, () => 1));
}

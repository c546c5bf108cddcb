import { addSpan, competitionError, formatDay, parseDay, type Day } from "../core/index.js";
import type { Criterion, Outcome } from "../outcomes/index.js";
import { indexed, partOf } from "./rates.js";
import type { BonusTerm, IndexStep, Ore } from "./terms.js";

/** An amount on a day. */
export interface Payment {
  readonly day: Day;
  readonly amount: Ore;
}

/** How a success is paid. */
export interface Reward {
  readonly certainOn: Day;
  /** When the bonus falls due. */
  readonly dueOn: Day;
  readonly amount: Ore;
  /** Amounts that it can still be. */
  readonly least: Ore;
  readonly most: Ore;
  /** The day of a relapse, after which nothing more is paid. */
  readonly relapsedOn?: Day;
}

/** The instalments of a bonus that falls due on a day, each at the rate of its own day. */
export function paymentsOf(
  { instalments = [{ percent: 100 }] }: BonusTerm,
  indexation: readonly IndexStep[] | undefined,
  dueOn: Day,
  rate: Ore,
): readonly Payment[] {
  return instalments.map(({ after }, position): Payment => {
    const day = after === undefined ? dueOn : addSpan(dueOn, after);
    const amount = indexation === undefined ? rate : indexed(rate, formatDay(day), indexation);
    return { day, amount: instalments.length === 1 ? amount : partOf(amount, instalments, position) };
  });
}

/**
 * How a success is paid: as the statement does, on the day on which it is payable (or certain, where the criterion
 * doesn't say) and its degree is certain, where the bonus goes by it; while that can still rise, when the window
 * closes.
 *
 * @param unless The citizen's outcome that takes the bonus back.
 * @throws CompetitionError `outcome-undated`.
 */
export function rewardOf(outcome: Outcome, criterion: Criterion, bonus: BonusTerm, unless?: Outcome): Reward {
  const { certainOn, reachedOn, payableOn, degree, degreeCertainOn, windowTo } = outcome;
  const certain = dayOf(certainOn ?? reachedOn, outcome);
  const owedFrom = payableOn === undefined ? certain : dayOf(payableOn, outcome);
  const amount = amountOf(bonus, degree);
  const relapse = unless?.status === "failure" ? { relapsedOn: dayOf(unless.certainOn, unless) } : {};
  const degrees = bonus.degrees === undefined ? [] : (criterion.degrees ?? []).map(({ id }) => id);
  if (degrees.length === 0) {
    return { certainOn: certain, dueOn: owedFrom, amount, least: amount, most: amount, ...relapse };
  }
  const higher = degrees.slice(0, degree === undefined ? degrees.length : degrees.indexOf(degree));
  const settledOn = degreeCertainOn ?? windowTo;
  const isOpen = degreeCertainOn === undefined && higher.length > 0 && !outcome.windowComplete;
  const possible = isOpen ? [amount, ...higher.map((id) => amountOf(bonus, id))] : [amount];
  return {
    certainOn: certain,
    dueOn: Math.max(owedFrom, settledOn === undefined ? owedFrom : dayOf(settledOn, outcome)),
    amount,
    least: Math.min(...possible),
    most: Math.max(...possible),
    ...relapse,
  };
}

/** The most that a success can be paid. */
export function highestOf(criterion: Criterion, bonus: BonusTerm): Ore {
  const { degrees = [] } = criterion;
  const last = degrees.at(-1);
  const anyDegree = last !== undefined && last.states === undefined && last.without === undefined;
  const amounts = degrees.map(({ id }) => amountOf(bonus, id));
  return Math.max(...amounts, ...(anyDegree ? [] : [bonus.amount]));
}

function amountOf({ amount, degrees }: BonusTerm, degree: string | undefined): Ore {
  return degree === undefined ? amount : (degrees?.[degree] ?? amount);
}

function dayOf(date: string | undefined, { citizen, criterion, status }: Outcome): Day {
  if (date !== undefined) return parseDay(date, `outcomes.by(${criterion})`);
  throw competitionError({
    code: "outcome-undated",
    path: `outcomes.by(${criterion})`,
    received: citizen,
    expected: `a day on which the ${status} was certain`,
  });
}

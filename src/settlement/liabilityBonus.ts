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
  /** The earliest day on which it can fall due. */
  readonly dueFrom: Day;
  /** Whether its degree may still rise, so that the statement has no line of it yet. */
  readonly isOpen: boolean;
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

/** Which of several amounts counts. */
export type Choose = (...amounts: readonly number[]) => number;

/**
 * The instalments of a bonus that falls due between two days, each at the rate of the day that gives the most (or the
 * least), and dated as if the bonus fell due on the last.
 *
 * @param to Without it any day from the first on.
 */
export function paymentsWithin(
  bonus: BonusTerm,
  indexation: readonly IndexStep[] | undefined,
  { from, to }: { readonly from: Day; readonly to?: Day | undefined },
  rate: Ore,
  choose: Choose,
): readonly Payment[] {
  const { instalments = [{ percent: 100 }] } = bonus;
  return instalments.map(({ after }, position): Payment => {
    const shifted = (day: Day): Day => (after === undefined ? day : addSpan(day, after));
    const first = formatDay(shifted(from));
    const last = to === undefined ? undefined : shifted(to);
    const steps = (indexation ?? []).filter(
      (step) => step.from > first && (last === undefined || step.from <= formatDay(last)),
    );
    const amounts = [first, ...steps.map((step) => step.from)].map((date) => {
      const amount = indexed(rate, date, indexation);
      return instalments.length === 1 ? amount : partOf(amount, instalments, position);
    });
    return { day: last ?? shifted(from), amount: choose(...amounts) };
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
    const stands = { dueOn: owedFrom, dueFrom: owedFrom, isOpen: false, least: amount, most: amount };
    return { certainOn: certain, amount, ...stands, ...relapse };
  }
  const higher = degrees.slice(0, degree === undefined ? degrees.length : degrees.indexOf(degree));
  const settledOn = degreeCertainOn ?? windowTo;
  const isOpen = degreeCertainOn === undefined && !outcome.windowComplete;
  const possible = isOpen ? [amount, ...higher.map((id) => amountOf(bonus, id))] : [amount];
  const dueOn = Math.max(owedFrom, settledOn === undefined ? owedFrom : dayOf(settledOn, outcome));
  return {
    certainOn: certain,
    dueOn,
    dueFrom: isOpen ? owedFrom : dueOn,
    isOpen,
    amount,
    least: Math.min(...possible),
    most: Math.max(...possible),
    ...relapse,
  };
}

/** The most that a success can be paid whose bonus falls due on a day or later, as its degree and the indexation may be. */
export function highestOf(
  criterion: Criterion,
  bonus: BonusTerm,
  indexation: readonly IndexStep[] | undefined,
  from: Day,
): Ore {
  const { degrees = [] } = criterion;
  const last = degrees.at(-1);
  const anyDegree = last !== undefined && last.states === undefined && last.without === undefined;
  const amounts = degrees.map(({ id }) => amountOf(bonus, id));
  const rates = [...amounts, ...(anyDegree ? [] : [bonus.amount])];
  return Math.max(
    ...rates.map((rate) =>
      paymentsWithin(bonus, indexation, { from }, rate, Math.max).reduce(
        (sum, { amount }) => sum + amount,
        0,
      ),
    ),
  );
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

import { bisectRight } from "d3-array";
import { monthOf, type Day } from "../core/index.js";
import { ahead, type Stay } from "./liabilityAhead.js";
import { paymentsOf, paymentsWithin, type Choose, type Reward } from "./liabilityBonus.js";
import type { BonusGround } from "./liabilityGround.js";
import type { Pending } from "./liabilityStanding.js";
import type { Ore } from "./terms.js";

/** Amounts by month, from the first after `asOf`; a month without any may be left out. */
export type ByMonth = number[];

/** What one bonus is expected to cost. */
export interface BonusEstimate {
  /** What successes that are there already will be paid, at the least that is still possible. */
  readonly certain: ByMonth;
  /** The same as they stand now. */
  readonly standing: ByMonth;
  /** What the pending lead one to expect, beside it. */
  readonly pending: ByMonth;
  readonly worst: Ore;
  readonly notEstimable: { readonly citizens: number; readonly amount: number };
}

/** The mean of what is paid, each pending citizen by the probabilities of what awaits those who stand alike. */
export function estimateBonus(ground: BonusGround): BonusEstimate {
  const pending: ByMonth = [];
  let citizens = 0;
  for (const alike of ground.alike) {
    const { successes, cumulative, open } = ahead(alike.stays);
    citizens += open * alike.pending.length;
    successes.forEach((stay, index) => {
      const probability = (cumulative[index] ?? 0) - (cumulative[index - 1] ?? 0);
      const rewards = rewardsOf(ground, stay);
      for (const each of alike.pending) {
        for (const reward of rewards) pay(pending, ground, each, stay, reward, probability / rewards.length);
      }
    });
  }
  const { highest } = ground;
  const most = totalOf(paidLater(ground, ({ most: amount }) => amount, Math.max));
  return {
    certain: paidLater(ground, ({ least }) => least, Math.min),
    standing: paidLater(ground, ({ amount }) => amount),
    pending,
    worst: most + ground.counts.pending * highest,
    notEstimable: { citizens, amount: citizens * highest },
  };
}

/** What is paid in one of the ways that it may go. */
export interface Drawn {
  /** Where everything that takes longer than anyone has been followed fails. */
  readonly paid: ByMonth;
  /** What is paid on top where all of it succeeds: at most, and by the first month in which it can be paid. */
  readonly beyond: ByMonth;
}

/**
 * What is paid in one of the ways that it may go: the citizens of the arm counted as often as they were drawn,
 * the curves estimated anew, and each pending citizen's own course of things drawn from them.
 *
 * @param weights How often each citizen was drawn, by position.
 * @param chances A number in [0, 1) for each citizen, the same for all bonuses: who is near to one success is near
 *   to the others.
 * @param choices Another, for what is paid where the success that was drawn has no amount yet.
 */
export function drawBonus(
  ground: BonusGround,
  weights: ArrayLike<number>,
  chances: ArrayLike<number>,
  choices: ArrayLike<number>,
): Drawn {
  const [paid, beyond]: [ByMonth, ByMonth] = [[], []];
  for (const alike of ground.alike) {
    const { successes, cumulative, open, followed } = ahead(alike.stays, weights);
    const known = cumulative.at(-1) ?? 0;
    for (const each of alike.pending) {
      const chance = chances[each.place] ?? 1;
      const stay = successes[bisectRight(cumulative, chance)];
      if (stay === undefined) {
        if (open > 0 && chance < known + open) {
          const earliest = each.since + Math.max(each.elapsed, followed) + 1 + ground.shortestDelay;
          add(beyond, monthsFrom(ground, earliest), ground.highest);
        }
        continue;
      }
      const rewards = rewardsOf(ground, stay);
      const reward = rewards[Math.floor((choices[each.place] ?? 0) * rewards.length)];
      if (reward !== undefined) pay(paid, ground, each, stay, reward, 1);
    }
  }
  return { paid, beyond };
}

/** How a success like one that is there is paid; where its degree may still rise, like any whose amount stands fast. */
function rewardsOf({ rewards, settled }: BonusGround, { place }: Stay): readonly Reward[] {
  const own = rewards.get(place);
  if (own === undefined) return [];
  return own.least === own.most || settled.length === 0 ? [own] : settled;
}

/** Writes down what a pending citizen is paid who succeeds after as many days as another did. */
function pay(
  months: ByMonth,
  ground: BonusGround,
  { since }: Pending,
  { time }: Stay,
  { certainOn, dueOn, amount }: Reward,
  probability: number,
): void {
  const due = since + time + (dueOn - certainOn);
  for (const { day, amount: part } of paymentsOf(ground.bonus, ground.indexation, due, amount)) {
    add(months, monthsFrom(ground, day), part * probability);
  }
}

/**
 * What successes that are there already are paid and isn't a line of the statement: after `asOf`; and where the
 * degree is open all of it, dated after `asOf` also where its days went by while nobody could see them.
 *
 * @param choose Which amount counts of those that the indexation leaves possible; as it stands without it.
 */
function paidLater(ground: BonusGround, amountOf: (reward: Reward) => Ore, choose?: Choose): ByMonth {
  const { rewards, unpaid, bonus, indexation, asOf } = ground;
  const months: ByMonth = [];
  for (const [place, reward] of rewards) {
    if (unpaid.has(place)) continue;
    const { dueFrom: from, dueOn: to, isOpen, relapsedOn } = reward;
    const rate = amountOf(reward);
    const payments =
      choose === undefined
        ? paymentsOf(bonus, indexation, to, rate)
        : paymentsWithin(bonus, indexation, { from, to }, rate, choose);
    for (const { day, amount } of payments) {
      if ((isOpen || day > asOf) && day <= (relapsedOn ?? day)) {
        add(months, monthsFrom(ground, day), amount);
      }
    }
  }
  return months;
}

function monthsFrom({ firstMonth }: BonusGround, day: Day): number {
  return Math.max(0, monthOf(day) - firstMonth);
}

function add(months: ByMonth, index: number, amount: number): void {
  while (months.length <= index) months.push(0);
  months[index] = (months[index] ?? 0) + amount;
}

/** The sum of amounts by month. */
export function totalOf(months: readonly number[]): number {
  return months.reduce((sum, amount) => sum + amount, 0);
}

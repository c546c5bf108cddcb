import type { IndexStep, Instalment, Ore } from "./terms.js";

/** The smallest step of a percent: four decimals. */
const STEPS = 10_000;

/** Whether a number is a percent that amounts can be computed with exactly. */
export function isExactPercent(percent: number): boolean {
  return Number.isFinite(percent) && Math.round(percent * STEPS) / STEPS === percent;
}

/** The sum of percents without the error of their binary fractions. */
export function sumOfPercents(percents: readonly number[]): number {
  return percents.reduce((sum, percent) => sum + Math.round(percent * STEPS), 0) / STEPS;
}

/**
 * So many percent of an amount, in whole øre. Half an øre is rounded up in size, so that what is taken back is
 * what was paid.
 */
export function percentOf(amount: Ore, percent: number): Ore {
  return shareOf(amount, Math.round(percent * STEPS), 100 * STEPS);
}

/** `part` of `whole` of an amount, both whole numbers, rounded likewise. */
export function shareOf(amount: Ore, part: number, whole: number): Ore {
  const product = BigInt(amount) * BigInt(part);
  const half = product < 0n ? -(BigInt(whole) / 2n) : BigInt(whole) / 2n;
  return Number((product + half) / BigInt(whole)); // division of whole numbers drops the rest
}

/** The step that counts on a day: the latest that has come. */
export function stepOn(date: string, steps: readonly IndexStep[] = []): IndexStep | undefined {
  return steps.findLast(({ from }) => from <= date);
}

/** A rate of the plan as it is on a day, rounded to the øre. */
export function indexed(rate: Ore, date: string, steps?: readonly IndexStep[]): Ore {
  const step = stepOn(date, steps);
  return step === undefined ? rate : percentOf(rate, 100 + step.percent);
}

/** One instalment of an amount: its part of the running sum, rounded, less the earlier ones', so that all sum to the amount. */
export function partOf(amount: Ore, instalments: readonly Instalment[], position: number): Ore {
  const upTo = (end: number): Ore =>
    percentOf(amount, sumOfPercents(instalments.slice(0, end).map(({ percent }) => percent)));
  return upTo(position + 1) - upTo(position);
}

/** A statistic of who got which arm, by the arms' numbers; NaN where an arm is empty. */
export type ReferenceStatistic = (assignment: ArrayLike<number>) => number;

/** Mean response of the comparator minus mean response of the reference. */
export function differenceInMeans(
  response: ArrayLike<number>,
  comparator: number,
  reference: number,
): ReferenceStatistic {
  return (assignment) => {
    let [ours, theirs, n1, n2] = [0, 0, 0, 0];
    for (let i = 0; i < response.length; i++) {
      const arm = assignment[i] as number;
      if (arm === comparator) {
        n1++;
        ours += response[i] as number;
      } else if (arm === reference) {
        n2++;
        theirs += response[i] as number;
      }
    }
    return ours / n1 - theirs / n2;
  };
}

/**
 * Sum of the comparator's responses, each of them `response + offset`, less `usual` times the offset: so many
 * are mostly in the comparator, and without their offset the sum keeps its digits.
 */
export function sumInComparator(
  response: ArrayLike<number>,
  comparator: number,
  offset: number,
  usual: number,
): ReferenceStatistic {
  return (assignment) => {
    let [sum, members] = [0, 0];
    for (let i = 0; i < response.length; i++) {
      if (assignment[i] !== comparator) continue;
      members++;
      sum += response[i] as number;
    }
    return sum + (members - usual) * offset;
  };
}

/** Shares of the draws, by weight, whose statistic is as extreme as the observed one. */
export interface Extremes {
  readonly twoSided: number;
  readonly greater: number;
  readonly less: number;
  /** Draws whose statistic is defined, and the smallest and largest of them. */
  readonly defined: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Statistics that differ by less, relative to their spread, are the same number rounded differently. */
const TIE = 1e-9;
/** So are those that differ by less relative to their size, which rounding hangs on. */
const ROUNDING = 64 * Number.EPSILON;

/** What two-sided extremeness is measured from: 0, or the mean over the draws. */
export type Center = "zero" | "mean";

/** Compares the observed statistic with those of the draws; a draw of weight 0 doesn't count as spread. */
export function extremes(
  statistics: Float64Array,
  weights: ArrayLike<number> | undefined,
  observed: number,
  center: Center,
): Extremes {
  let [total, sum, defined, lowest, highest] = [0, 0, 0, Infinity, -Infinity];
  for (let d = 0; d < statistics.length; d++) {
    const statistic = statistics[d] as number;
    if (Number.isNaN(statistic)) continue;
    const weight = weights === undefined ? 1 : (weights[d] as number);
    defined++;
    total += weight;
    sum += weight * statistic;
    if (weight === 0) continue;
    lowest = Math.min(lowest, statistic);
    highest = Math.max(highest, statistic);
  }
  const middle = center === "mean" ? sum / total : 0;
  const [least, most] = [Math.min(lowest, observed), Math.max(highest, observed)];
  const slack = Math.max(TIE * (most - least), ROUNDING * Math.max(Math.abs(least), Math.abs(most)));
  const distance = Math.abs(observed - middle) - slack;
  let [far, above, below] = [0, 0, 0];
  for (let d = 0; d < statistics.length; d++) {
    const statistic = statistics[d] as number;
    if (Number.isNaN(statistic)) continue;
    const weight = weights === undefined ? 1 : (weights[d] as number);
    if (Math.abs(statistic - middle) >= distance) far += weight;
    if (statistic >= observed - slack) above += weight;
    if (statistic <= observed + slack) below += weight;
  }
  return {
    twoSided: far / total,
    greater: above / total,
    less: below / total,
    defined,
    lowest,
    highest,
  };
}

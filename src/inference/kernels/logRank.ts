import type { Matrix } from "../../numerics/index.js";
import { inOrder } from "./riskSteps.js";

/** Follow-ups as columns of equal length, groups and strata numbered from 0. */
export interface GroupedFollowUps {
  readonly time: Float64Array;
  /** 1 for an event, 0 for censored. */
  readonly event: ArrayLike<number>;
  readonly group: ArrayLike<number>;
  readonly groups: number;
  readonly stratum: ArrayLike<number>;
}

/** Events by group beside those expected if the groups are alike. */
export interface LogRankSums {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  /** Of observed − expected. */
  readonly covariance: Matrix;
}

/**
 * The sums of the log-rank test: at each event time of each stratum the d events fall upon the n at
 * risk by lot, so group g expects d n_g/n, with the hypergeometric covariance
 * d (n − d)/(n − 1) · n_g/n (δ_gh − n_h/n).
 *
 * @see Mantel (1966), Cancer Chemotherapy Reports 50, 163–170
 */
export function logRankSums({ time, event, group, groups, stratum }: GroupedFollowUps): LogRankSums {
  const sums = {
    observed: zeros(groups),
    expected: zeros(groups),
    covariance: Array.from({ length: groups }, () => zeros(groups)),
  };
  for (const rows of rowsByStratum(time, stratum)) {
    const atRisk = countsOf(group, rows, groups);
    for (let from = 0; from < rows.length;) {
      let to = from + 1;
      while (to < rows.length && time[rows[to] ?? 0] === time[rows[from] ?? 0]) to++;
      const leaving = rows.slice(from, to);
      const failing = leaving.filter((row) => event[row] === 1);
      if (failing.length > 0) addEvents(sums, atRisk, countsOf(group, failing, groups));
      countsOf(group, leaving, groups).forEach(
        (count, index) => (atRisk[index] = (atRisk[index] ?? 0) - count),
      );
      from = to;
    }
  }
  return sums;
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

/** How many of some rows each group has. */
function countsOf(group: ArrayLike<number>, rows: readonly number[], groups: number): number[] {
  const counts = zeros(groups);
  for (const row of rows) counts[group[row] ?? 0] = (counts[group[row] ?? 0] ?? 0) + 1;
  return counts;
}

/** The rows of each stratum by time. */
function rowsByStratum(time: Float64Array, stratum: ArrayLike<number>): Iterable<readonly number[]> {
  const strata = new Map<number, number[]>();
  for (const row of inOrder(time)) {
    const index = stratum[row] ?? 0;
    const rows = strata.get(index);
    if (rows === undefined) strata.set(index, [row]);
    else rows.push(row);
  }
  return strata.values();
}

/** Adds what a time with events tells: how many each group has at risk, and how many of them fail. */
function addEvents(
  sums: { readonly observed: number[]; readonly expected: number[]; readonly covariance: number[][] },
  atRisk: readonly number[],
  failing: readonly number[],
): void {
  const total = sumOf(atRisk);
  const events = sumOf(failing);
  const spread = total > 1 ? (events * (total - events)) / (total - 1) : 0;
  atRisk.forEach((count, g) => {
    const share = count / total;
    sums.observed[g] = (sums.observed[g] ?? 0) + (failing[g] ?? 0);
    sums.expected[g] = (sums.expected[g] ?? 0) + events * share;
    const row = sums.covariance[g] ?? [];
    atRisk.forEach((other, h) => {
      row[h] = (row[h] ?? 0) + spread * share * ((g === h ? total - other : -other) / total);
    });
  });
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

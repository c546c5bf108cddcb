import { inOrder } from "./riskSteps.js";

/** Follow-ups as the partial likelihood meets them: stratum by stratum, and within each from the latest time back. */
export interface RiskSets {
  /** Row numbers; those who share a time stand together, events first. */
  readonly order: readonly number[];
  readonly moments: readonly Moment[];
  readonly events: number;
}

/** The places in the order that share a time of a stratum. */
export interface Moment {
  readonly from: number;
  readonly to: number;
  /** How many of them, from the first on, have the event. */
  readonly events: number;
  /** Whether no one of the stratum was followed longer. */
  readonly isLatest: boolean;
}

/**
 * Who is at risk at each event: at a moment, all of its stratum that stand before it in the order, and
 * those of the moment itself. Whoever is followed to no event of the stratum is in no risk set and is left out.
 */
export function riskSets(
  time: ArrayLike<number>,
  event: ArrayLike<number>,
  stratum: ArrayLike<number>,
): RiskSets {
  const order: number[] = [];
  const moments: Moment[] = [];
  let total = 0;
  for (const rows of latestFirst(time, stratum)) {
    const start = moments.length;
    let last = start;
    for (let next = 0; next < rows.length;) {
      const sharing = rows.slice(next, endOfTie(rows, next, time));
      const failing = sharing.filter((row) => event[row] === 1);
      const from = order.length;
      order.push(...failing, ...sharing.filter((row) => event[row] !== 1));
      moments.push({
        from,
        to: order.length,
        events: failing.length,
        isLatest: moments.length === start,
      });
      if (failing.length > 0) last = moments.length;
      total += failing.length;
      next += sharing.length;
    }
    moments.length = last;
    order.length = moments.at(-1)?.to ?? 0;
  }
  return { order, moments, events: total };
}

function latestFirst(time: ArrayLike<number>, stratum: ArrayLike<number>): Iterable<readonly number[]> {
  const strata = new Map<number, number[]>();
  for (const row of inOrder(time).toReversed()) {
    const index = stratum[row] ?? 0;
    const rows = strata.get(index);
    if (rows === undefined) strata.set(index, [row]);
    else rows.push(row);
  }
  return strata.values();
}

function endOfTie(rows: readonly number[], from: number, time: ArrayLike<number>): number {
  let to = from + 1;
  while (to < rows.length && time[rows[to] ?? 0] === time[rows[from] ?? 0]) to++;
  return to;
}

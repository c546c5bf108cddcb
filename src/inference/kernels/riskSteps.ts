/** What happens at one of the distinct times of a follow-up. */
export interface RiskStep {
  readonly time: number;
  /** How many are still followed, and free of any event, just before. */
  readonly atRisk: number;
  /** Events of any cause. */
  readonly events: number;
  /** Those who are followed no longer, though they had no event. */
  readonly censored: number;
  /** The events by cause: of cause 1, of cause 2, … */
  readonly byCause: readonly number[];
}

/**
 * The distinct times of a follow-up in order, with what happens at each. Whoever is censored at a
 * time is at risk there: events come first.
 *
 * @param time when each was last followed
 * @param cause why: 0 for censored, else 1 … `causes`
 */
export function riskSteps(
  time: ArrayLike<number>,
  cause: ArrayLike<number>,
  causes: number = 1,
): readonly RiskStep[] {
  const steps: RiskStep[] = [];
  const order = inOrder(time);
  let atRisk = order.length;
  for (let from = 0; from < order.length;) {
    const now = time[order[from] ?? 0] ?? 0;
    const byCause = Array.from({ length: causes }, () => 0);
    let to = from;
    let censored = 0;
    for (; to < order.length && time[order[to] ?? 0] === now; to++) {
      const index = cause[order[to] ?? 0] ?? 0;
      if (index === 0) censored++;
      else byCause[index - 1] = (byCause[index - 1] ?? 0) + 1;
    }
    steps.push({ time: now, atRisk, events: to - from - censored, censored, byCause });
    atRisk -= to - from;
    from = to;
  }
  return steps;
}

/** Row numbers by time, the earliest first. */
export function inOrder(time: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: time.length }, (_, row) => row);
  return order.toSorted((a, b) => (time[a] ?? 0) - (time[b] ?? 0) || a - b);
}

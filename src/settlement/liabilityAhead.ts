/** How long a citizen stood in one way, and what came of it; days counted from when that began. */
export interface Stay {
  /** The citizen, by the position among the participants. */
  readonly place: number;
  /** Until the citizen came to stand otherwise, was decided, or was last seen. */
  readonly stayed: number;
  /** Until the citizen was decided, or was last seen. */
  readonly time: number;
  readonly end: "success" | "failure" | "pending";
}

/** What became of those who stood alike: whose success awaits with which probability. */
export interface Ahead {
  /** In order of their time. */
  readonly successes: readonly Stay[];
  /** The probability of the first, of the first two, … */
  readonly cumulative: readonly number[];
  /** The probability that it takes longer than anyone has been followed. */
  readonly open: number;
}

/** Stays in the order in which {@link ahead} takes them. */
export function byTime(stays: readonly Stay[]): readonly Stay[] {
  return stays.toSorted((a, b) => a.time - b.time || a.place - b.place);
}

/**
 * What awaits someone who has stood in a way for `elapsed` days, judged by all who stood so for longer: of
 * these, from that day on, the Aalen-Johansen estimate of success, with failure as the competing event and the
 * pending as censored.
 *
 * A success at time t has the probability S(t−)/n, with n still followed just before and S(t−) the share not
 * decided by then. Where all leave a standing by being decided, this is (F(t) − F(u))/(1 − F(u) − G(u)) of the
 * curves F of success and G of failure from its beginning; where they leave it otherwise (a course ends), those
 * who had left it by then don't count: they were ahead.
 *
 * @param stays In order of time.
 * @param weights How often each citizen counts, by position; once each by default.
 */
export function ahead(stays: readonly Stay[], elapsed: number, weights?: ArrayLike<number>): Ahead {
  const weightOf = ({ place }: Stay): number => weights?.[place] ?? (weights === undefined ? 1 : 0);
  const alike = stays.filter((stay) => stay.stayed > elapsed && weightOf(stay) > 0);
  const successes: Stay[] = [];
  const cumulative: number[] = [];
  let [atRisk, undecided, probability] = [0, 1, 0];
  for (const stay of alike) atRisk += weightOf(stay);
  for (let from = 0; from < alike.length;) {
    const now = alike[from]?.time;
    let [to, left, decided] = [from, 0, 0];
    for (let stay = alike[to]; stay !== undefined && stay.time === now; stay = alike[++to]) {
      const weight = weightOf(stay);
      left += weight;
      if (stay.end !== "pending") decided += weight;
      if (stay.end !== "success") continue;
      probability += (undecided * weight) / atRisk;
      successes.push(stay);
      cumulative.push(probability);
    }
    undecided *= (atRisk - decided) / atRisk;
    atRisk -= left;
    from = to;
  }
  return { successes, cumulative, open: undecided };
}

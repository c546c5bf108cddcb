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
  /** How long that is; 0 where nobody was. */
  readonly followed: number;
}

/** Stays in the order in which {@link ahead} takes them. */
export function byTime(stays: readonly Stay[]): readonly Stay[] {
  return stays.toSorted((a, b) => a.time - b.time || a.place - b.place);
}

/** Those who stood in a way for longer than so many days. */
export function alikeAfter(elapsed: number, stays: readonly Stay[]): readonly Stay[] {
  return stays.filter(({ stayed }) => stayed > elapsed);
}

/**
 * What awaits someone who has stood in a way for some days, judged by all who stood so for longer: of these, from
 * that day on, the Aalen-Johansen estimate of success, with failure as the competing event and the pending as
 * censored.
 *
 * A success at time t has the probability S(t−)/n, with n still followed just before and S(t−) the share not
 * decided by then. Where all leave a standing by being decided, this is (F(t) − F(u))/(1 − F(u) − G(u)) of the
 * curves F of success and G of failure from its beginning, u being the days so far; where they leave it otherwise (a
 * course ends), those who had left it by then don't count: they were ahead.
 *
 * @param alike Those who stood so for longer, in order of time.
 * @param weights How often each citizen counts, by position; once each by default.
 */
export function ahead(alike: readonly Stay[], weights?: ArrayLike<number>): Ahead {
  const successes: Stay[] = [];
  const cumulative: number[] = [];
  let atRisk = 0;
  for (const { place } of alike) atRisk += weights?.[place] ?? 1;
  let now = 0;
  let [undecided, probability, decided, gone] = [1, 0, 0, 0];
  for (const stay of alike) {
    const weight = weights?.[stay.place] ?? 1;
    if (weight === 0) continue;
    if (stay.time > now) {
      undecided -= (undecided * decided) / atRisk;
      atRisk -= gone;
      now = stay.time;
      decided = 0;
      gone = 0;
    }
    gone += weight;
    if (stay.end === "pending") continue;
    decided += weight;
    if (stay.end === "failure") continue;
    probability += (undecided * weight) / atRisk;
    successes.push(stay);
    cumulative.push(probability);
  }
  const open = atRisk === 0 ? 1 : (undecided * (atRisk - decided)) / atRisk;
  return { successes, cumulative, open, followed: now };
}

import type { Tail } from "./tail.js";

/** Relative play in comparing with p: a probability that equals p but for rounding counts as reaching it. */
const PLAY = 2 ** -46;

/**
 * The smallest whole number in 0 … most at which P(X ≤ x) ≥ p (`"lower"`) or P(X > x) ≤ p (`"upper"`), or `most`.
 *
 * From the start it doubles its steps until the quantile lies between two counts, and then halves between them.
 */
export function discreteQuantile(
  cdf: (x: number) => number,
  p: number,
  tail: Tail,
  start: number,
  most: number,
): number {
  const reaches = (x: number): boolean =>
    tail === "lower" ? cdf(x) >= p * (1 - PLAY) : cdf(x) <= p * (1 + PLAY);
  const first = Math.min(Math.max(Math.round(start), 0), most);
  let short = first;
  let reached = first;
  if (reaches(first)) {
    for (let step = 1; short >= 0 && reaches(short); step *= 2) {
      reached = short;
      short = Math.max(short - step, -1);
    }
  } else {
    for (let step = 1; reached < most && !reaches(reached); step *= 2) {
      short = reached;
      reached = Math.min(reached + step, most);
    }
  }
  while (reached - short > 1) {
    const middle = Math.floor((short + reached) / 2);
    if (reaches(middle)) reached = middle;
    else short = middle;
  }
  return reached;
}

import { sumOf, type UnitCounts } from "./betaBinomialFit.js";

export interface CorrelationMoments {
  readonly mean: number;
  /** As it comes: negative where units differ by less than chance, above 1 at times. */
  readonly correlation: number;
}

/**
 * Mean p = Σx/N and intra-class correlation ρ from S = Σ n(x/n − p)², whose expectation is nearly
 * p(1 − p)[(k − 1) + ρ Σ(n − 1)(1 − n/N)].
 *
 * @see Kleinman (1973), Journal of the American Statistical Association 68, 46–54, with weights n
 */
export function correlationMoments({ events, totals }: UnitCounts): CorrelationMoments {
  const all = sumOf(totals);
  const mean = sumOf(events) / all;
  const spread = mean * (1 - mean);
  let [squares, room] = [0, 0];
  for (let i = 0; i < events.length; i++) {
    const n = totals[i] ?? NaN;
    squares += ((events[i] ?? NaN) - n * mean) ** 2 / n;
    room += (n - 1) * (1 - n / all);
  }
  return { mean, correlation: (squares - spread * (events.length - 1)) / (spread * room) };
}

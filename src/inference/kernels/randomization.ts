import { atLeast, atMost, type Distribution } from "./eventSums.js";

/** A sum of fractions, as one. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** Σ n·events/total, exactly: what the first group is expected to have of the events of each block. */
export function expectedEvents(
  blocks: readonly { readonly drawn: number; readonly events: number; readonly total: number }[],
): Fraction {
  const overs = new Map<number, bigint>();
  for (const { drawn, events, total } of blocks) {
    if (total > 0) overs.set(total, (overs.get(total) ?? 0n) + BigInt(drawn) * BigInt(events));
  }
  let sum: Fraction = { over: 0n, under: 1n };
  for (const [total, over] of overs) {
    const under = BigInt(total);
    sum = { over: sum.over * under + over * sum.under, under: sum.under * under };
  }
  return sum;
}

/** p-values of the number of events in the first group, for each alternative. */
export interface RandomizationPValues {
  /** P(|X − E| ≥ |x − E|), numbers equally far on the other side included. */
  readonly twoSided: number;
  readonly greater: number;
  readonly less: number;
}

/** How extreme x is among the sums that the draw could have given, E being their mean. */
export function randomizationPValues(
  sums: Distribution,
  observed: number,
  mean: Fraction,
): RandomizationPValues {
  const greater = atLeast(sums, observed);
  const less = atMost(sums, observed);
  // The number as far from the mean on the other side, 2E − x, as a fraction whose sign can't be lost to rounding.
  const over = 2n * mean.over - BigInt(observed) * mean.under;
  const mirror = Number(over / mean.under) - (over < 0n && over % mean.under !== 0n ? 1 : 0); // rounded down
  const isWhole = over % mean.under === 0n;
  const twice = BigInt(2 * observed) * mean.under;
  if (twice === 2n * mean.over) return { twoSided: 1, greater, less };
  const twoSided =
    twice > 2n * mean.over
      ? greater + atMost(sums, mirror)
      : less + atLeast(sums, isWhole ? mirror : mirror + 1);
  return { twoSided: Math.min(1, twoSided), greater, less };
}

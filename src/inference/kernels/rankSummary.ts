export interface RankSummary {
  /** Of ranks 1, 2, …. */
  readonly probabilities: Float64Array;
  readonly expectedRank: number;
  readonly medianRank: number;
  readonly lower: number;
  readonly upper: number;
  /** Probability of one of the best ranks. */
  readonly atTop: number;
}

/** What the counts of ranks are summarized by. */
export interface RankQuestion {
  readonly k: number;
  readonly times: number;
  readonly level: number;
  /** How many ranks are the best. */
  readonly top: number;
  /** Whether the lowest value has rank 1. */
  readonly fromBelow: boolean;
}

/** Each subject's ranks in short, from how often it had each of them. */
export function summarizeRanks(
  counts: Uint32Array,
  { k, times, level, top, fromBelow }: RankQuestion,
): readonly RankSummary[] {
  const tail = (1 - level) / 2;
  return Array.from({ length: k }, (_, subject) => {
    const own = counts.slice(subject * k, (subject + 1) * k);
    if (fromBelow) own.reverse();
    const probabilities = Float64Array.from(own, (count) => count / times);
    return {
      probabilities,
      expectedRank: own.reduce((sum, count, i) => sum + count * (i + 1), 0) / times,
      medianRank: quantileOf(own, times / 2),
      // At most the tail's share of the draws lies below, and as much above.
      lower: quantileOf(own, tail * times),
      upper: quantileOf(own, (1 - tail) * times),
      atTop: own.slice(0, top).reduce((sum, count) => sum + count, 0) / times,
    };
  });
}

/** The lowest rank that so many draws come up to; a few bits of play, as a share of them is rounded. */
function quantileOf(counts: Uint32Array, draws: number): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i] ?? 0;
    if (sum > 0 && sum >= draws * (1 - 2 ** -40)) return i + 1;
  }
  return counts.length;
}

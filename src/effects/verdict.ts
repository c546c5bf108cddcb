import type { VerdictCode } from "./types.js";

/** What a verdict is made from, and nothing else. */
export interface VerdictFacts {
  /** Citizens of the mature cohort in each of the two arms. */
  readonly mature: readonly [comparator: number, reference: number];
  readonly minimumMature: number;
  /** Two-sided interval [L, U] for comparator − reference; success is desirable. */
  readonly interval: { readonly lower: number; readonly upper: number };
  /** m, the largest loss that is still "not worse"; null where the protocol has none. */
  readonly margin: number | null;
}

/**
 * What may be said of an arm against the reference arm, the first rule that holds deciding:
 *
 * | rule | verdict |
 * |---|---|
 * | an arm has fewer mature citizens than the minimum | `too-early` |
 * | L = U: no variance could be estimated, so that nothing is known of the error | `inconclusive` |
 * | L > 0 | `better` |
 * | U < 0 | `worse`, also when L > −m: a loss that is small and certain is still a loss |
 * | L > −m | `not-worse` within the margin |
 * | otherwise | `inconclusive` |
 *
 * A difference that can't be estimated has the whole parameter space [−1, 1] as its interval and is
 * therefore `inconclusive` (or `too-early`) by the same rule, with no case of its own: m is below 1.
 * That two arms are alike can't be concluded, and there is no word for it.
 *
 * @example
 * verdictOf({ mature: [600, 600], minimumMature: 100, interval: { lower: 0.01, upper: 0.11 }, margin: null })
 * // "better"
 * @example
 * // An interval that touches 0 excludes nothing.
 * verdictOf({ mature: [600, 600], minimumMature: 100, interval: { lower: 0, upper: 0.1 }, margin: null })
 * // "inconclusive"
 */
export function verdictOf({ mature, minimumMature, interval, margin }: VerdictFacts): VerdictCode {
  if (mature.some((citizens) => citizens < minimumMature)) return "too-early";
  if (interval.lower === interval.upper) return "inconclusive";
  if (interval.lower > 0) return "better";
  if (interval.upper < 0) return "worse";
  if (margin !== null && interval.lower > -margin) return "not-worse";
  return "inconclusive";
}

/** How p-values can be adjusted for their number. */
export type PValueAdjustment =
  "holm" | "hochberg" | "bonferroni" | "benjamini-hochberg" | "benjamini-yekutieli";

interface Procedure {
  /** What the p-value of a rank, the smallest having rank 1, is multiplied by among so many tests. */
  readonly factor: (tests: number) => (rank: number) => number;
  /**
   * Adjusted values keep the order of the raw ones: from the smallest down the list none is below the one before, or
   * from the largest up the list none is above it.
   */
  readonly steps: "down" | "up";
}

const PROCEDURES: Readonly<Record<PValueAdjustment, Procedure>> = {
  "holm": { factor: (tests) => (rank) => tests - rank + 1, steps: "down" },
  "hochberg": { factor: (tests) => (rank) => tests - rank + 1, steps: "up" },
  "bonferroni": { factor: (tests) => () => tests, steps: "down" },
  "benjamini-hochberg": { factor: (tests) => (rank) => tests / rank, steps: "up" },
  "benjamini-yekutieli": {
    factor: (tests) => {
      const enlarged = harmonic(tests) * tests;
      return (rank) => enlarged / rank;
    },
    steps: "up",
  },
};

/** P-values in their own order, each the smallest level at which its hypothesis is rejected among all. */
export function adjusted(p: ArrayLike<number>, method: PValueAdjustment): number[] {
  const { factor, steps } = PROCEDURES[method];
  const multiplier = factor(p.length);
  const values = Array.from(p);
  const ranked = [...values.entries()].toSorted(([, a], [, b]) => a - b);
  const scaled = ranked.map(([place, value], k) => [place, Math.min(1, multiplier(k + 1) * value)] as const);
  let bound = steps === "down" ? 0 : 1;
  for (const [place, value] of steps === "down" ? scaled : scaled.toReversed()) {
    bound = steps === "down" ? Math.max(bound, value) : Math.min(bound, value);
    values[place] = bound;
  }
  return values;
}

/** 1 + 1/2 + … + 1/n. */
function harmonic(n: number): number {
  let sum = 0;
  for (let k = n; k >= 1; k--) sum += 1 / k;
  return sum;
}

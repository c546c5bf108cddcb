/** A rule by which a value is more than the usual ups and downs. */
export type ProcessSignal = "beyond-limit" | "near-limit" | "long-run" | "large-range";

/** What the spread of a process is taken from: the mean or the median of its moving ranges. */
export type RangeCenter = "mean" | "median";

/**
 * From a typical moving range to three standard deviations of single values, and to the largest range, as Wheeler prints
 * them: 3/d₂ and D₄ with d₂ = 1.128 and D₄ = 3.268, for the median 3/d₄ and D₆ with d₄ = 0.954 and D₆ = 3.865.
 */
export const RANGE_FACTORS: Readonly<
  Record<RangeCenter, { readonly values: number; readonly ranges: number }>
> = {
  mean: { values: 2.66, ranges: 3.268 },
  median: { values: 3.145, ranges: 3.865 },
};

/** Each value's distance from the one before. */
export function movingRanges(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? NaN)));
}

/** The middle of the values by mean or median. */
export function middleOf(values: readonly number[], center: "mean" | "median"): number {
  if (center === "mean") {
    // Seen from the first value, so that the mean of equal values is that value to the last digit.
    const [first = NaN] = values;
    return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
  }
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}

/** Values on one side of the center in a row that are a signal. */
const RUN = 8;
/** Of so many in a row … */
const WINDOW = 4;
/** … so many nearer to a limit than to the center are a signal. */
const NEAR = 3;

/** For each value, whether it is one of at least eight in a row on the same side of the center. */
export function longRuns(values: readonly number[], center: number): readonly boolean[] {
  const sides = values.map((value) => Math.sign(value - center));
  return marked(values.length, RUN, (from) => {
    const side = sides[from];
    return side !== 0 && sides.slice(from, from + RUN).every((each) => each === side)
      ? () => true
      : undefined;
  });
}

/** For each value, whether it is one of three among four in a row that lie nearer to the same limit than to the center. */
export function nearLimits(values: readonly number[], center: number, reach: number): readonly boolean[] {
  const zones = values.map((value) =>
    Math.abs(value - center) > reach / 2 && reach > 0 ? Math.sign(value - center) : 0,
  );
  const found = [1, -1].map((side) =>
    marked(values.length, WINDOW, (from) => {
      const near = zones.slice(from, from + WINDOW).filter((zone) => zone === side).length;
      return near >= NEAR ? (at) => zones[at] === side : undefined;
    }),
  );
  return values.map((_, i) => found.some((each) => each[i] === true));
}

/** The values of all windows that are a signal, as far as they take part in it. */
function marked(
  length: number,
  window: number,
  signal: (from: number) => ((at: number) => boolean) | undefined,
): readonly boolean[] {
  const result = Array.from({ length }, () => false);
  for (let from = 0; from + window <= length; from++) {
    const takesPart = signal(from);
    if (takesPart === undefined) continue;
    for (let at = from; at < from + window; at++) if (takesPart(at)) result[at] = true;
  }
  return result;
}

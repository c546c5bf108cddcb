import { competitionError, deepFreeze, oneOf, resolveOptions, type OptionRules } from "../core/index.js";
import { clamp } from "./kernels/limits.js";
import { readCounts, type LabelledCount } from "./labelledCounts.js";
import type { Study } from "./metaStudies.js";
import type { Count } from "./types.js";

/** Scales on which rates can be taken together. */
export type RateScale = "logit" | "log" | "arcsine" | "identity";

export interface RateStudyOptions {
  /** `logit` by default. */
  readonly scale?: RateScale | undefined;
}

const RULES: OptionRules<{ scale: RateScale }> = { scale: oneOf(["logit", "log", "arcsine", "identity"]) };

/** A rate's value on a scale with its variance, and the way back. */
interface Transformation {
  readonly of: (events: number, total: number) => { readonly estimate: number; readonly variance: number };
  readonly back: (value: number) => number;
  /** Whether rates of 0 and 1 have a value and a variance without halves. */
  readonly holdsEnds: boolean;
}

const SCALES: Readonly<Record<RateScale, Transformation>> = {
  logit: {
    of: (x, n) => ({ estimate: Math.log(x / (n - x)), variance: 1 / x + 1 / (n - x) }),
    back: (value) => 1 / (1 + Math.exp(-value)),
    holdsEnds: false,
  },
  log: {
    of: (x, n) => ({ estimate: Math.log(x / n), variance: (n - x) / x / n }),
    back: (value) => Math.min(Math.exp(value), 1),
    holdsEnds: false,
  },
  arcsine: {
    of: (x, n) => ({ estimate: Math.asin(Math.sqrt(x / n)), variance: 1 / (4 * n) }),
    back: (value) => Math.sin(clamp(value, 0, Math.PI / 2)) ** 2,
    holdsEnds: true,
  },
  identity: {
    of: (x, n) => ({ estimate: x / n, variance: ((x / n) * (1 - x / n)) / n }),
    back: (value) => clamp(value, 0, 1),
    holdsEnds: false,
  },
};

/**
 * Rates as {@link randomEffects} takes them: each on a scale, with its variance there.
 *
 * With x events among n: `logit`, ln(x/(n − x)) with 1/x + 1/(n − x); `log`, ln(x/n) with 1/x − 1/n; `arcsine`, arcsin √(x/n)
 * in radians with 1/(4n), which doesn't depend on the rate; `identity`, x/n with (x/n)(1 − x/n)/n, whose intervals may pass
 * 0 and 1. Where x is 0 or n, all scales but `arcsine` take x + 1/2 among n + 1, or they would have no variance; where that is
 * the rule rather than the exception, {@link binomialNormal} takes the counts as they are. Limits go back to rates by
 * {@link rateFromScale}.
 *
 * @param counts `{ label, events, total }` each, 0 ≤ events ≤ total, the total at least 1
 * @param options `scale`, `logit` by default
 * @returns a study for each count
 * @throws CompetitionError `impossible-counts`, `impossible-count`, `impossible-label`, `unknown-option` or
 *   `impossible-option`
 * @example
 * rateStudies([{ label: "A", events: 3, total: 20 }])[0]?.estimate // −1.735
 * @example
 * rateStudies([{ label: "A", events: 0, total: 20 }])[0]?.variance // 2.049
 * @see Stijnen, Hamza & Özdemir (2010), Statistics in Medicine 29, 3046–3067, doi:10.1002/sim.4040
 */
export function rateStudies(
  counts: readonly LabelledCount[],
  options?: RateStudyOptions,
): readonly Required<Study>[] {
  const { values } = resolveOptions("rateStudies", options, RULES);
  const given = readCounts(counts);
  given.forEach(requireSomeone);
  const { of, holdsEnds } = SCALES[values.scale];
  return deepFreeze(
    given.map(({ label, events, total }) => {
      const isEnd = events === 0 || events === total;
      const half = isEnd && !holdsEnds ? 0.5 : 0;
      return { label, ...of(events + half, total + 2 * half) };
    }),
  );
}

function requireSomeone({ total }: Count, i: number): void {
  if (total > 0) return;
  throw competitionError({
    code: "impossible-count",
    path: `counts[${i}].total`,
    received: total,
    expected: "a whole number from 1",
    hint: "Leave out whoever has no one, and say so.",
  });
}

/**
 * The rate of a value on a scale of {@link rateStudies}, such as a mean or a limit of {@link randomEffects}; what lies
 * beyond the scale is 0 or 1.
 *
 * @param value a number on the scale, infinite ones too
 * @param scale `logit`, `log`, `arcsine` or `identity`
 * @throws CompetitionError `impossible-number` or `impossible-option`
 * @example
 * rateFromScale(0, "logit") // 0.5
 * @example
 * rateFromScale(Infinity, "arcsine") // 1
 */
export function rateFromScale(value: number, scale: RateScale): number {
  const { values } = resolveOptions("rateFromScale", { scale }, RULES);
  if (typeof value === "number" && !Number.isNaN(value)) return SCALES[values.scale].back(value);
  throw competitionError({
    code: "impossible-number",
    path: "rateFromScale.value",
    received: value,
    expected: "a number",
  });
}

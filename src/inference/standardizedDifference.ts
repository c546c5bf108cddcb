import {
  competitionError,
  levelRule,
  oneOf,
  provenanceOf,
  resolveOptions,
  type OptionRules,
} from "../core/index.js";
import { logGammaIncrease } from "../numerics/index.js";
import { checkedPair } from "./counts.js";
import { intervalOf, wholeSpace, type Question } from "./decision.js";
import type { Column } from "./followUps.js";
import { waldType } from "./kernels/deviates.js";
import { meanDifference, momentsOf, type Moments } from "./kernels/moments.js";
import {
  bonett,
  hedgesOlkin,
  ofProportions,
  sharesOf,
  unitSquared,
  type Denominator,
  type Shares,
  type Standardized,
} from "./kernels/standardizedDifference.js";
import type { SampleEstimate, SampleEstimateData } from "./sampleEstimate.js";
import { NO_SPREAD, type SampleReason } from "./sampleNotices.js";
import { sampleResult, type SampleFrame } from "./sampleResult.js";
import { readSamples } from "./samples.js";
import { SAMPLE_SOURCES } from "./sampleSources.js";
import { REAL_LINE } from "./studentResult.js";
import type { Count } from "./types.js";

export interface StandardizedDifferenceOptions {
  /**
   * Whose variance is the unit: the mean of the groups' (`average`, default), both pooled (`pooled`) or
   * the reference's (`reference`).
   */
  readonly denominator?: Denominator | undefined;
  /** `hedges`, for samples and `pooled` only: takes out what few values add to the size; `none` by default. */
  readonly correction?: "none" | "hedges" | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

interface Resolved {
  readonly denominator: Denominator;
  readonly correction: "none" | "hedges";
  readonly level: number;
}

const RULES: OptionRules<Resolved> = {
  denominator: oneOf(["average", "pooled", "reference"]),
  correction: oneOf(["none", "hedges"]),
  level: levelRule,
};

const VARIANCES = { delta: ofProportions, bonett } as const;

/**
 * How far apart are two groups in something known of them beforehand, in standard deviations?
 *
 * Age in years and months on benefits can't be compared as they are; in standard deviations they can.
 * d = (m₁ − m₂)/s, comparator − reference, with s² the mean of the two variances (`average`), their mean
 * weighted by the degrees of freedom (`pooled`) or the reference's (`reference`). Of counts, m is the
 * proportion p and the variance p(1 − p); of values the variance has divisor n − 1. Two groups of n that
 * chance made differ by about √(2/n) either way: by 0.2 at n = 50, by 0.1 at n = 200; a limit of 0.1,
 * which is often asked for, is that of large studies. There is no test, because after a draw whose
 * probabilities hold (see {@link sampleRatioTest}) every difference is chance.
 *
 * The interval is d ± z·SE for large samples, by Bonett's variance for normal values that may vary
 * unequally (`average`, `reference`), Hedges and Olkin's for equal variances (`pooled`), and the delta
 * method for counts. `correction: "hedges"` multiplies d by Γ(f/2)/(√(f/2) Γ((f − 1)/2)), f = n₁ + n₂ − 2,
 * which makes Hedges's unbiased g of it.
 *
 * @param comparator values, numbers from −1e100 to 1e100, or a count of those who have a trait
 * @param reference the same of the group compared with, in the same form
 * @param options `denominator`, `average` by default; `correction`, `none` by default; `level`, 0.95 by
 *   default
 * @returns an estimate of measure `standardized-difference` with `standardError` and, of values, both
 *   groups' `samples`. Where nobody differs from anybody it is 0, with an interval that excludes nothing.
 *   `not-estimable`, with the whole line as interval, if a group is empty (`no-observations`), has a single value
 *   (`too-few-values`), or the unit is 0 and the means differ (`constant-values`)
 * @throws CompetitionError `impossible-count`, `impossible-data`, `impossible-number`, `unknown-option` or
 *   `impossible-option`
 * @example
 * standardizedDifference([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]).estimate // −3/√((2.5 + 10)/2) = −1.2
 * @example
 * standardizedDifference({ events: 5, total: 5 }, { events: 0, total: 5 }).reason // "constant-values"
 * @see Austin (2009), Statistics in Medicine 28, 3083–3107, doi:10.1002/sim.3697
 */
export function standardizedDifference(
  comparator: Column<number> | Count,
  reference: Column<number> | Count,
  options?: StandardizedDifferenceOptions,
): SampleEstimate {
  const { values, record } = resolveOptions("standardizedDifference", options, RULES);
  const { denominator, correction, level } = values;
  const isCounted = isCount(comparator);
  if (correction === "hedges" && (denominator !== "pooled" || isCounted)) {
    throw competitionError({
      code: "impossible-option",
      path: "standardizedDifference.correction",
      received: correction,
      expected: "none: only samples with denominator pooled have this correction",
    });
  }
  const groups = isCounted ? ofCounts(comparator, reference) : ofSamples(comparator, reference);
  const question: Question = { level, alternative: "two-sided", nullValue: 0, space: REAL_LINE };
  const intervalMethod = isCounted ? "delta" : denominator === "pooled" ? "hedges-olkin" : "bonett";
  const finding = findingOf(groups, denominator, (shares, first, second) => {
    if (intervalMethod !== "hedges-olkin") return VARIANCES[intervalMethod](shares, first, second);
    const factor = correction === "hedges" ? hedgesCorrection(first.degrees + second.degrees) : 1;
    return hedgesOlkin(shares, first, second, factor);
  });
  const references = [
    ...SAMPLE_SOURCES["standardized-difference"],
    ...SAMPLE_SOURCES[intervalMethod],
    ...(correction === "hedges" ? SAMPLE_SOURCES["hedges-correction"] : []),
  ];
  const frame: SampleFrame = {
    measure: "standardized-difference",
    method: correction === "hedges" ? "hedges-g" : `${denominator}-variance`,
    intervalMethod,
    question,
    told: groups.told,
    references,
    provenance: provenanceOf("standardizedDifference", record, groups.inputs),
  };
  if ("reason" in finding) return sampleResult(frame, finding);
  const { estimate, variance } = finding;
  if (variance === Infinity) {
    return sampleResult(frame, {
      estimate,
      interval: wholeSpace(question, intervalMethod),
      notices: [NO_SPREAD],
    });
  }
  const standardError = Math.sqrt(variance);
  const interval = intervalOf(waldType(estimate, standardError), question, intervalMethod);
  return sampleResult(frame, { estimate, interval, standardError, notices: [] });
}

/** Two groups by their moments, with what the result tells of them. */
interface Groups {
  readonly pair: readonly [comparator: Moments, reference: Moments];
  /** The fewest values that a group needs. */
  readonly fewest: number;
  readonly told: Pick<SampleEstimateData, "counts" | "samples">;
  readonly inputs: Readonly<Record<string, unknown>>;
}

function isCount(group: Column<number> | Count): group is Count {
  return typeof group === "object" && group !== null && "events" in group;
}

function ofCounts(comparator: Count, reference: Column<number> | Count): Groups {
  // The check is for whatever the second group is.
  const counts = checkedPair({ comparator, reference: reference as Count });
  return {
    pair: [momentsOfCount(counts.comparator), momentsOfCount(counts.reference)],
    fewest: 1,
    told: { counts },
    inputs: counts,
  };
}

function momentsOfCount({ events, total }: Count): Moments {
  const mean = total === 0 ? 0 : events / total;
  return {
    size: total,
    mean,
    meanRest: 0,
    variance: mean * ((total - events) / Math.max(total, 1)),
    degrees: total,
  };
}

function ofSamples(comparator: Column<number>, reference: Column<number> | Count): Groups {
  const { first, second, samples, inputs } = readSamples(comparator, reference);
  return { pair: [momentsOf(first), momentsOf(second)], fewest: 2, told: { samples }, inputs };
}

/** A variance of Infinity where the difference is 0 in any unit. */
function findingOf(
  { pair: [first, second], fewest }: Groups,
  denominator: Denominator,
  standardized: (shares: Shares, first: Moments, second: Moments) => Standardized,
): Standardized | { readonly reason: SampleReason } {
  if (first.size === 0 || second.size === 0) return { reason: "no-observations" };
  if (first.size < fewest || second.size < fewest) return { reason: "too-few-values" };
  const shares = sharesOf(denominator, first, second);
  if (unitSquared(shares, first, second) > 0) return standardized(shares, first, second);
  return meanDifference(first, second) === 0
    ? { estimate: 0, variance: Infinity }
    : { reason: "constant-values" };
}

/** Γ(f/2)/(√(f/2) Γ((f − 1)/2)): what the mean of d has too much, for normal values. */
function hedgesCorrection(degrees: number): number {
  return Math.exp(logGammaIncrease((degrees - 1) / 2, 0.5)) / Math.sqrt(degrees / 2);
}

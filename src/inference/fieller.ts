import {
  competitionError,
  levelRule,
  provenanceOf,
  resolveOptions,
  type OptionRules,
} from "../core/index.js";
import { studentTQuantile } from "../numerics/index.js";
import { ZERO_DENOMINATOR } from "./costNotices.js";
import { COST_SOURCES } from "./costSources.js";
import { pairInputs, readEstimatePair, type CovarianceMatrix, type EstimatePair } from "./estimatePair.js";
import { fiellerSet } from "./kernels/fieller.js";
import { makeRatioEstimate, ratioSet, type RatioEstimate } from "./ratioEstimate.js";

/** Two estimates, of which the ratio is asked. */
export interface RatioData {
  readonly numerator: number;
  readonly denominator: number;
  /** `[[variance of the numerator, covariance], [covariance, variance of the denominator]]` of the two estimates. */
  readonly covariance: CovarianceMatrix;
  /** Of the variances, from 1; the normal distribution where absent. */
  readonly degreesOfFreedom?: number | undefined;
}

export interface RatioOptions {
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

const RULES: OptionRules<{ level: number }> = { level: levelRule };

/**
 * Which ratios of two estimates are possible, such as costs per additional success?
 *
 * A ratio has no standard error that could be trusted where the denominator may be near 0. But ρ = α/β says
 * that α − ρβ is 0, and that can be tested for every ρ: with the estimates a and b of α and β, their variances and
 * covariance v, and q the quantile of the normal or of Student's distribution, the set is
 * {ρ : (a − ρb)² ≤ q²(v_aa − 2ρv_ab + ρ²v_bb)}. It holds the true ratio with the probability `level` however small the
 * denominator, if the estimates are normal, as means of some dozens of values nearly are. Its `shape`:
 * - `bounded`, an interval: the denominator differs from 0 at this level;
 * - `exclusive`: it doesn't, so that the ratio may run through infinity; all ratios are possible but those
 *   between two limits. `interval` is the whole line then, and `segments` has the two rays. Where the denominator's
 *   own limit is exactly 0 a single ray is left, which is the `interval`;
 * - `whole-line`: nothing is excluded.
 *
 * The sign of a ratio alone doesn't say what is good: a negative cost per additional success is cheaper and better,
 * or dearer and worse. Show the two differences beside it; {@link netMonetaryBenefit} has neither difficulty.
 * A variance may be 0 (a fixed price), and the two may depend on each other exactly (a price per success).
 *
 * @param data `numerator` and `denominator`, numbers from −1e100 to 1e100; `covariance`, their 2×2 matrix;
 *   `degreesOfFreedom` of the variances, a number from 1, the normal distribution if absent
 * @param options `level`, 0.95 by default
 * @returns an estimate of measure `quotient` with its `shape`. `not-estimable` (`zero-denominator`), with the set
 *   all the same, if the denominator is exactly 0
 * @throws CompetitionError `impossible-data`, `unknown-field`, `impossible-number`, `impossible-covariance` for what is
 *   no covariance matrix, `singular-covariance` if both variances are 0, or the denominator is 0 and so is its variance,
 *   `impossible-degrees-of-freedom`, `unknown-option` or `impossible-option`
 * @example
 * const covariance = [[0.3, 0.05], [0.05, 0.2]];
 * fieller({ numerator: 3, denominator: 4, covariance }).interval // 0.482 to 1.068
 * @example
 * const none = fieller({ numerator: 3, denominator: 0, covariance: [[0.3, 0], [0, 0.2]] });
 * [none.estimate, none.shape, none.segments] // [null, "exclusive", [[-Infinity, -3.2], [3.2, Infinity]]], rounded
 * @see Fieller (1954), Journal of the Royal Statistical Society B 16, 175–185,
 *   doi:10.1111/j.2517-6161.1954.tb00159.x; Willan & O'Brien (1996), Health Economics 5, 297–305
 */
export function fieller(data: RatioData, options?: RatioOptions): RatioEstimate {
  const { values, record } = resolveOptions("fieller", options, RULES);
  const pair = readEstimatePair("fieller", data, ["numerator", "denominator"]);
  requireVariance(pair, data);
  const [numerator, denominator] = pair.values;
  const q = studentTQuantile((1 - values.level) / 2, pair.degreesOfFreedom, "upper");
  const { told, notices } = ratioSet(fiellerSet(pair, q), values.level, "fieller");
  return makeRatioEstimate({
    kind: "estimate",
    measure: "quotient",
    method: "fieller",
    ...(denominator === 0
      ? { status: "not-estimable", reason: "zero-denominator", estimate: null }
      : { status: "estimated", estimate: numerator / denominator }),
    ...told,
    references: COST_SOURCES["fieller"],
    notices: denominator === 0 ? [ZERO_DENOMINATOR, ...notices] : notices,
    provenance: provenanceOf("fieller", record, pairInputs(data)),
  });
}

/** Without any variance nothing was estimated; a denominator that is 0 for certain has no ratio at all. */
function requireVariance({ values, errors }: EstimatePair, { covariance }: RatioData): void {
  const isKnown = errors[0] === 0 && errors[1] === 0;
  if (!isKnown && !(values[1] === 0 && errors[1] === 0)) return;
  throw competitionError({
    code: "singular-covariance",
    path: "fieller.covariance",
    received: covariance,
    expected: isKnown
      ? "a variance above 0, of the numerator or of the denominator"
      : "a variance above 0 of a denominator that is 0",
  });
}

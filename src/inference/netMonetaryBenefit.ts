import { levelRule, provenanceOf, resolveOptions, type OptionRules } from "../core/index.js";
import { studentTCdf } from "../numerics/index.js";
import { COST_SOURCES } from "./costSources.js";
import { pairInputs, readEstimatePair, type CovarianceMatrix } from "./estimatePair.js";
import { standardized } from "./kernels/deviates.js";
import { netBenefitOf } from "./kernels/netBenefit.js";
import { makeNetBenefit, type NetBenefitEstimate } from "./netBenefitEstimate.js";
import type { StudentEstimate } from "./student.js";
import { REAL_LINE, studentResult } from "./studentResult.js";
import { isWillingness, requireWillingness, WILLINGNESS } from "./willingness.js";

/** How much more the comparator costs, and how much more it achieves, than the reference. */
export interface CostEffectData {
  /** Difference in cost, in units of money. */
  readonly cost: number;
  /** Difference in effect, such as successes per citizen. */
  readonly effect: number;
  /** `[[variance of the cost, covariance], [covariance, variance of the effect]]` of the two differences. */
  readonly covariance: CovarianceMatrix;
  /** Of the variances, from 1; the normal distribution where absent. */
  readonly degreesOfFreedom?: number | undefined;
}

export interface NetBenefitOptions {
  /** What one unit more of the effect is worth, in the cost's units of money; required. */
  readonly willingnessToPay: number;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

export interface AcceptabilityOptions {
  /** What one unit more of the effect may be worth, in the cost's units of money; required. */
  readonly willingnessToPay: readonly number[];
}

/** A point of an acceptability curve. */
export interface AcceptabilityRow {
  readonly willingnessToPay: number;
  /** That the net benefit is above 0. */
  readonly probability: number;
}

const RULES: OptionRules<{ willingnessToPay?: number; level: number }> = {
  willingnessToPay: { expected: WILLINGNESS, accepts: isWillingness },
  level: levelRule,
};

const CURVE_RULES: OptionRules<{ willingnessToPay?: readonly number[] }> = {
  willingnessToPay: {
    expected: `an array, each ${WILLINGNESS}`,
    accepts: (value) => Array.isArray(value) && value.every(isWillingness),
  },
};

const NAMES = ["cost", "effect"] as const;
const METHOD = "stinnett-mullahy";

/**
 * Is what is gained worth more than it costs, if one unit more of the effect is worth so much?
 *
 * The net benefit is λe − c, with the differences e in effect and c in cost and the willingness to pay λ, in units of
 * money: above 0 the comparator is worth its additional cost. Its variance is λ²v_ee − 2λv_ce + v_cc. Unlike a
 * ratio it has an ordinary interval, whatever the sign of the two differences. The interval holds 0 exactly where
 * the set of {@link fieller} holds λ. λ is the user's figure, such as the benefits saved by a success: the data don't
 * tell it; {@link acceptability} shows many.
 *
 * `probabilityCostEffective` is Φ((λe − c)/SE), Student's distribution where degrees of freedom are given: the
 * probability that the true net benefit is above 0, if nothing else was known of it beforehand and the
 * estimates are normal. It is 1 less the one-sided p-value, and no more of a proof.
 *
 * @param data `cost` and `effect`, comparator − reference, numbers from −1e100 to 1e100; `covariance`, their 2×2 matrix in
 *   this order; `degreesOfFreedom` of the variances, a number from 1, the normal distribution if absent
 * @param options `willingnessToPay`, from 0 to 1e100, required; `level`, 0.95 by default
 * @returns an estimate of measure `net-monetary-benefit` with `standardError`, `test` against 0,
 *   `willingnessToPay` and `probabilityCostEffective`; with a notice if the variance is 0
 * @throws CompetitionError `impossible-data`, `unknown-field`, `impossible-number`, `impossible-covariance`,
 *   `impossible-degrees-of-freedom`, `missing-option`, `unknown-option` or `impossible-option`
 * @example
 * const difference = { cost: 800, effect: 0.12, covariance: [[160_000, 8], [8, 0.0036]] };
 * netMonetaryBenefit(difference, { willingnessToPay: 10_000 }).probabilityCostEffective // 0.7475: 400 ± 600
 * @example
 * netMonetaryBenefit(difference, { willingnessToPay: 0 }).estimate // -800: the cost alone
 * @see Stinnett & Mullahy (1998), Medical Decision Making 18, S68–S80, doi:10.1177/0272989X98018002S09; Van Hout, Al,
 *   Gordon & Rutten (1994), Health Economics 3, 309–319, doi:10.1002/hec.4730030505
 */
export function netMonetaryBenefit(data: CostEffectData, options: NetBenefitOptions): NetBenefitEstimate {
  const { values, record } = resolveOptions("netMonetaryBenefit", options, RULES);
  const willingnessToPay = requireWillingness("netMonetaryBenefit", values.willingnessToPay, WILLINGNESS);
  const pair = readEstimatePair("netMonetaryBenefit", data, NAMES);
  const { degreesOfFreedom } = pair;
  const found = { ...netBenefitOf(pair, willingnessToPay), degreesOfFreedom };
  const result = studentResult(
    {
      measure: "net-monetary-benefit",
      method: METHOD,
      covariance: METHOD,
      level: values.level,
      space: REAL_LINE,
      references: COST_SOURCES[METHOD],
      provenance: provenanceOf("netMonetaryBenefit", record, pairInputs(data)),
    },
    { ...found, notices: [] },
  );
  return makeNetBenefit({ ...result, willingnessToPay, probabilityCostEffective: probabilityAbove(found) });
}

/**
 * How probable is it that the comparator is worth its additional cost, for each price of an effect?
 *
 * The cost-effectiveness acceptability curve: for each willingness to pay λ the probability Φ((λe − c)/SE) that the net
 * benefit λe − c is above 0, as {@link netMonetaryBenefit} has it, in the normal approximation (Student's
 * distribution where degrees of freedom are given). At λ = 0 it is the probability of saving money, for large λ that of
 * more effect. It needn't rise, and it doesn't say how much is lost if the choice is wrong.
 *
 * @param data as in {@link netMonetaryBenefit}
 * @param options `willingnessToPay`, an array of numbers from 0 to 1e100, required
 * @returns plain rows in the order of the prices, frozen; none for none. 1/2 where net benefit and variance are 0
 * @throws CompetitionError as {@link netMonetaryBenefit}
 * @example
 * acceptability(difference, { willingnessToPay: [0, 10_000] }) // probabilities 0.0228 and 0.7475
 * @example
 * acceptability(difference, { willingnessToPay: [] }) // []
 * @see Fenwick, Claxton & Sculpher (2001), Health Economics 10, 779–787, doi:10.1002/hec.635
 */
export function acceptability(
  data: CostEffectData,
  options: AcceptabilityOptions,
): readonly AcceptabilityRow[] {
  const { values } = resolveOptions("acceptability", options, CURVE_RULES);
  const { expected } = CURVE_RULES.willingnessToPay;
  const prices = requireWillingness("acceptability", values.willingnessToPay, expected);
  const pair = readEstimatePair("acceptability", data, NAMES);
  const { degreesOfFreedom } = pair;
  return Object.freeze(
    prices.map((willingnessToPay) =>
      Object.freeze({
        willingnessToPay,
        probability: probabilityAbove({ ...netBenefitOf(pair, willingnessToPay), degreesOfFreedom }),
      }),
    ),
  );
}

function probabilityAbove({ estimate, standardError, degreesOfFreedom }: StudentEstimate): number {
  return studentTCdf(standardized(estimate, standardError), degreesOfFreedom, "lower");
}

import {
  deepFreeze,
  levelRule,
  oneOf,
  provenanceOf,
  resolveOptions,
  type OptionRules,
} from "../core/index.js";
import { comparisonResult, type Finding } from "./comparison.js";
import { checkedStrata, tableOf } from "./counts.js";
import { hasZeroCell } from "./kernels/inverseVariance.js";
import { halvesAdded, strataWithoutWeight, type Reason } from "./notices.js";
import { pooledCounts, strataWithBothGroups } from "./pooledStrata.js";
import { alternativeRule, marginRule, questionOf, type Measure } from "./question.js";
import {
  stratifiedRecipe,
  varianceOption,
  type StratifiedMethod,
  type StratifiedRecipe,
  type StratifiedVariance,
} from "./stratifiedMethods.js";
import type { Alternative, Estimate, Stratum } from "./types.js";

export interface StratifiedOptions {
  /** `risk-difference` by default. */
  readonly measure?: Measure | undefined;
  /** `mantel-haenszel` by default. */
  readonly method?: StratifiedMethod | undefined;
  /** Of the Mantel-Haenszel risk difference; `sato` by default. The others have one each. */
  readonly variance?: StratifiedVariance | undefined;
  /** Confidence level as a proportion; 0.95 by default. A one-sided interval puts all of 1 − level on one side. */
  readonly level?: number | undefined;
  /** `two-sided` by default, `greater` with a margin. */
  readonly alternative?: Alternative | undefined;
  /** Largest loss that is still "not worse", as a proportion; for differences only. */
  readonly margin?: number | undefined;
}

interface Resolved {
  readonly measure: Measure;
  readonly method: StratifiedMethod;
  readonly variance?: StratifiedVariance;
  readonly level: number;
  readonly alternative?: Alternative;
  readonly margin?: number;
}

const RULES: OptionRules<Resolved> = {
  measure: oneOf(["risk-difference", "risk-ratio", "odds-ratio"]),
  method: oneOf(["mantel-haenszel", "newcombe", "miettinen-nurminen", "inverse-variance"]),
  variance: {
    expected: "one of sato, greenland-robins",
    accepts: (value) => value === "sato" || value === "greenland-robins",
  },
  level: levelRule,
  alternative: alternativeRule,
  margin: marginRule,
};

/** Why the counts may not define a measure. */
const UNDEFINED: Readonly<Record<Measure, Reason>> = {
  "risk-difference": "no-weight",
  "risk-ratio": "no-events",
  "odds-ratio": "no-variation",
};

/**
 * How do two proportions differ within strata, such as the blocks of a draw?
 *
 * - `mantel-haenszel` weights the strata by w = n₁n₂/N. `risk-difference`: Σ w d / Σ w, with Sato's
 *   variance, consistent for few large and for many small strata (`sato`), or that of independent
 *   binomials (`greenland-robins`), for few large strata only. `risk-ratio`: Σ x₁n₂/N / Σ x₂n₁/N with
 *   Greenland and Robins's variance of its logarithm. `odds-ratio`: Σ x₁(n₂ − x₂)/N / Σ (n₁ − x₁)x₂/N
 *   with Robins, Breslow and Greenland's. Interval and test are Wald's.
 * - `miettinen-nurminen`, of difference and ratio: the same estimate; interval and test by the
 *   weighted score Σ w(d − δ)/√(Σ w²V(δ)), each stratum's variance at its most likely proportions with
 *   that difference, times N/(N − 1). At no difference it is the test of {@link cochranMantelHaenszel}.
 * - `newcombe`, of the difference: the same estimate; each group's Wilson limits weighted by w, squared
 *   and added (Yan and Su). For few large strata; where hardly any stratum varies it is too wide.
 * - `inverse-variance`: each stratum's own estimate, of a ratio its logarithm, weighted by the inverse
 *   of its variance. For few large strata only; 1/2 is added to the cells of a stratum in which all or
 *   none of a group have the event, with the notice `halves-added`.
 *
 * The `standardError` of a ratio is of its logarithm. Where a Mantel-Haenszel ratio is 0 or infinite it has none:
 * the interval is the whole parameter space and there is no test, with the notice `zero-cell`. Wald's limits of a difference are not cut at −1
 * and 1. One effect common to the strata is assumed for the ratios; a difference is otherwise a
 * weighted mean. A one-sided alternative gives the interval that is open towards it. A margin m, for
 * differences only, tests comparator − reference ≤ −m against `greater`.
 *
 * A stratum in which a group is empty carries no weight: such strata are counted in the notice
 * `strata-without-weight`.
 *
 * @param strata pairs of counts, whole numbers with 0 ≤ events ≤ total
 * @param options `measure`, `risk-difference` by default; `method`, `mantel-haenszel` by default;
 *   `variance`, `sato` by default; `level`, 0.95 by default; `alternative`, `two-sided` by default;
 *   `margin` in (0, 1)
 * @returns an estimate with interval and test; its `counts` are sums over the strata with weight.
 *   `not-estimable`, with the whole parameter space as interval, if no stratum has weight or the
 *   counts don't define the measure
 * @throws CompetitionError `impossible-strata`, `impossible-count`, `unknown-option` or `impossible-option`
 * @example
 * const blocks = [
 *   { comparator: { events: 4, total: 10 }, reference: { events: 2, total: 12 } },
 *   { comparator: { events: 8, total: 20 }, reference: { events: 9, total: 25 } },
 * ];
 * stratifiedComparison(blocks).estimate // 0.1037
 * @example
 * stratifiedComparison([]).interval // −1 to 1
 * @see Greenland & Robins (1985), Biometrics 41, 55–68; Sato, Greenland & Robins (1989), Biometrics 45, 1323–1324;
 *   Robins, Breslow & Greenland (1986), Biometrics 42, 311–323; Yan & Su (2010), Statistics in
 *   Biopharmaceutical Research 2, 329–335; Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226
 */
export function stratifiedComparison(strata: readonly Stratum[], options?: StratifiedOptions): Estimate {
  const { values, record } = resolveOptions("stratifiedComparison", options, RULES);
  const { question, alternative } = questionOf("stratifiedComparison", values);
  const recipe = stratifiedRecipe(values);
  const given = checkedStrata(strata);
  const weighted = strataWithBothGroups(given);
  const counts = deepFreeze(pooledCounts(weighted));
  const zeroCells = recipe.method === "inverse-variance" ? weighted.map(tableOf).filter(hasZeroCell) : [];
  return comparisonResult(
    {
      measure: values.measure,
      method: values.method,
      ...(recipe.variance === undefined ? {} : { intervalMethod: recipe.variance }),
      question,
      counts,
      references: recipe.references,
      notices: [
        ...(weighted.length < given.length ? [strataWithoutWeight(given)] : []),
        ...(zeroCells.length > 0 ? [halvesAdded(zeroCells.length)] : []),
      ],
      provenance: deepFreeze(
        provenanceOf(
          "stratifiedComparison",
          { ...record, ...varianceOption(values, recipe), alternative },
          { strata: given.length, ...counts },
        ),
      ),
    },
    findingOf(weighted, recipe, UNDEFINED[values.measure]),
  );
}

function findingOf(weighted: readonly Stratum[], { judge }: StratifiedRecipe, undefinedBy: Reason): Finding {
  if (weighted.length === 0) return { reason: "no-weight" };
  const found = judge(weighted.map(tableOf));
  return Number.isNaN(found.estimate) ? { reason: undefinedBy } : found;
}

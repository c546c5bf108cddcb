import { levelRule, oneOf, prepareOptions, resolveOptions, type OptionRules } from "../core/index.js";
import { comparisonResult, type Finding } from "./comparison.js";
import { recipeOf, type ComparisonMethod, type ComparisonRecipe } from "./comparisonMethods.js";
import { checkedPair, tableOf } from "./counts.js";
import { frozenProvenance } from "./frozen.js";
import type { Table } from "./kernels/table.js";
import { alternativeRule, marginRule, questionOf, type Measure } from "./question.js";
import type { Alternative, Count, Estimate } from "./types.js";

export interface ComparisonOptions {
  /** `risk-difference` by default. */
  readonly measure?: Measure | undefined;
  /** The measure's first method by default. */
  readonly method?: ComparisonMethod | undefined;
  /** Confidence level as a proportion; 0.95 by default. A one-sided interval puts all of 1 − level on one side. */
  readonly level?: number | undefined;
  /** `two-sided` by default, `greater` with a margin. */
  readonly alternative?: Alternative | undefined;
  /** Largest loss that is still "not worse", as a proportion; for differences only. */
  readonly margin?: number | undefined;
}

interface Resolved {
  readonly measure: Measure;
  readonly method?: ComparisonMethod;
  readonly level: number;
  readonly alternative?: Alternative;
  readonly margin?: number;
}

const RULES: OptionRules<Resolved> = {
  measure: oneOf(["risk-difference", "risk-ratio", "odds-ratio"]),
  method: { expected: "the name of a method", accepts: (value) => typeof value === "string" },
  level: levelRule,
  alternative: alternativeRule,
  margin: marginRule,
};

const prepared = prepareOptions(RULES, (options) => {
  const { values, record } = resolveOptions("compareProportions", options, RULES);
  const { question, alternative } = questionOf("compareProportions", values);
  const recipe = recipeOf(values.measure, values.method);
  record["method"] ??= Object.freeze({ value: recipe.method, source: "default" });
  record["alternative"] ??= Object.freeze(alternative);
  return { measure: values.measure, question, recipe, record: Object.freeze(record) };
});

/**
 * How do two proportions differ, and may the difference be chance?
 *
 * With p̂₁ = x₁/n₁ of the comparator and p̂₂ = x₂/n₂ of the reference the estimate is p̂₁ − p̂₂
 * (`risk-difference`), p̂₁/p̂₂ (`risk-ratio`) or p̂₁(1 − p̂₂)/((1 − p̂₁)p̂₂) (`odds-ratio`); the methods
 * differ in interval and test, which always agree: each value has a deviate z, the interval holds the
 * values with |z| ≤ its critical value, and the p-value is the tail beyond the null's.
 *
 * Risk difference:
 * - `newcombe`: Wilson's limits of both, squared and added; p-value by inversion. `newcombe-cc`: with
 *   continuity correction.
 * - `miettinen-nurminen`: the score, its variance at the most likely proportions that have the
 *   difference, times N/(N − 1). `mee`: without N/(N − 1).
 * - `agresti-caffo`: Wald's after adding a success and a failure to each. `wald`: p̂₁ − p̂₂ ± z √(p̂₁q̂₁/n₁ +
 *   p̂₂q̂₂/n₂), for comparison with older reports only.
 *
 * Risk ratio: `miettinen-nurminen`, `koopman` (without N/(N − 1)), `katz` (Wald's on the log scale).
 * Odds ratio: `miettinen-nurminen`, `woolf` (Wald's on the log scale), `conditional-exact` (the two
 * one-sided exact tests inverted, given all margins) and `mid-p` (the same with the observed table
 * counted half); the estimate of the last two is the conditional maximum likelihood's.
 *
 * On the log scale (`katz`, `woolf`) a zero cell leaves the whole parameter space and no test, with the notice
 * `zero-cell`: take `miettinen-nurminen` there. The `standardError` on this scale is of the logarithm.
 *
 * A one-sided alternative gives the interval that is open towards it. A margin m, for differences
 * only, tests comparator − reference ≤ −m against `greater`: not worse by as much as m.
 *
 * @param comparator whole numbers, 0 ≤ events ≤ total
 * @param reference the same of the group compared with
 * @param options `measure`, `risk-difference` by default; `method`, the first of the measure by
 *   default; `level`, 0.95 by default; `alternative`, `two-sided` by default; `margin` in (0, 1)
 * @returns an estimate with interval and, but for a zero cell on the log scale, test; `not-estimable`, with the whole parameter space as
 *   interval and no test, if a group is empty or the counts don't define the measure
 * @throws CompetitionError `impossible-count`, `unknown-option` or `impossible-option`
 * @example
 * compareProportions({ events: 207, total: 600 }, { events: 86, total: 299 }).interval // −0.0078 to 0.1194
 * @example
 * compareProportions({ events: 0, total: 10 }, { events: 0, total: 12 }, { measure: "risk-ratio" }).reason // "no-events"
 * @see Fagerland, Lydersen & Laake (2015), Statistical Methods in Medical Research 24, 224–254,
 *   doi:10.1177/0962280211415469, for a comparison of the methods; each result's `references` has the
 *   source of its own
 */
export function compareProportions(
  comparator: Count,
  reference: Count,
  options?: ComparisonOptions,
): Estimate {
  const { measure, question, recipe, record } = prepared(options);
  const counts = checkedPair({ comparator, reference });
  return comparisonResult(
    {
      measure,
      method: recipe.method,
      question,
      counts,
      references: recipe.references,
      provenance: frozenProvenance("compareProportions", record, counts),
    },
    findingOf(tableOf(counts), recipe),
  );
}

function findingOf(table: Table, { estimate, undefinedBy, judge }: ComparisonRecipe): Finding {
  if (table.n1 === 0 || table.n2 === 0) return { reason: "no-observations" };
  const value = estimate(table);
  return Number.isNaN(value) ? { reason: undefinedBy } : { estimate: value, deviates: judge(table) };
}

import {
  competitionError,
  levelRule,
  oneOf,
  provenanceOf,
  resolveOptions,
  type OptionRules,
  type ResolvedOption,
} from "../core/index.js";
import { comparisonResult, type Finding } from "./comparison.js";
import { checkedStrata, tableOf } from "./counts.js";
import {
  mantelHaenszelDifferenceBinomial,
  mantelHaenszelDifferenceSato,
  mantelHaenszelOddsRatio,
  mantelHaenszelRatio,
  type CommonEffect,
} from "./kernels/mantelHaenszel.js";
import type { Table } from "./kernels/table.js";
import { strataWithoutWeight, type Reason } from "./notices.js";
import { marginRule, questionOf, type Measure } from "./question.js";
import { SOURCES } from "./sources.js";
import type { Count, Estimate, Stratum } from "./types.js";

/** Variances of the Mantel-Haenszel risk difference. */
export type StratifiedVariance = "sato" | "greenland-robins";

export interface StratifiedOptions {
  /** `risk-difference` by default. */
  readonly measure?: Measure | undefined;
  /** `mantel-haenszel`, the only one so far. */
  readonly method?: "mantel-haenszel" | undefined;
  /** Of the risk difference; `sato` by default. The ratios have one each. */
  readonly variance?: StratifiedVariance | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
  /** Largest loss that is still "not worse", as a proportion; for differences only. */
  readonly margin?: number | undefined;
}

interface Resolved {
  readonly measure: Measure;
  readonly method: "mantel-haenszel";
  readonly variance?: StratifiedVariance;
  readonly level: number;
  readonly margin?: number;
}

const RULES: OptionRules<Resolved> = {
  measure: oneOf(["risk-difference", "risk-ratio", "odds-ratio"]),
  method: oneOf(["mantel-haenszel"]),
  variance: {
    expected: "one of sato, greenland-robins",
    accepts: (value) => value === "sato" || value === "greenland-robins",
  },
  level: levelRule,
  margin: marginRule,
};

interface Recipe {
  /** What the interval builds on. */
  readonly variance: "sato" | "greenland-robins" | "robins-breslow-greenland";
  readonly estimate: (strata: readonly Table[]) => CommonEffect;
  /** Why the estimate may be NaN. */
  readonly undefinedBy: Reason;
}

const DIFFERENCES: Readonly<Record<StratifiedVariance, Recipe>> = {
  "sato": { variance: "sato", estimate: mantelHaenszelDifferenceSato, undefinedBy: "no-weight" },
  "greenland-robins": {
    variance: "greenland-robins",
    estimate: mantelHaenszelDifferenceBinomial,
    undefinedBy: "no-weight",
  },
};

const RATIOS: Readonly<Record<Exclude<Measure, "risk-difference">, Recipe>> = {
  "risk-ratio": { variance: "greenland-robins", estimate: mantelHaenszelRatio, undefinedBy: "no-events" },
  "odds-ratio": {
    variance: "robins-breslow-greenland",
    estimate: mantelHaenszelOddsRatio,
    undefinedBy: "no-variation",
  },
};

/**
 * How do two proportions differ within strata, such as the blocks of a draw?
 *
 * `mantel-haenszel` weights the strata by n₁n₂/N:
 * - `risk-difference`: Σ w d / Σ w, with Sato's variance, consistent for few large and for many small
 *   strata (`sato`), or that of independent binomials (`greenland-robins`), for few large strata only;
 * - `risk-ratio`: Σ x₁n₂/N / Σ x₂n₁/N with Greenland and Robins's variance of its logarithm;
 * - `odds-ratio`: Σ x₁(n₂ − x₂)/N / Σ (n₁ − x₁)x₂/N with Robins, Breslow and Greenland's.
 *
 * Interval and test are Wald's, (estimate − null)/SE, on the logarithmic scale for the ratios, whose
 * `standardError` is of the logarithm. The limits of a difference are not cut at −1 and 1. One effect
 * common to the strata is assumed for the ratios; the difference is otherwise a weighted mean. A
 * margin m, for differences only, tests comparator − reference ≤ −m against `greater`.
 *
 * A stratum in which a group is empty carries no weight: such strata are counted in the notice
 * `strata-without-weight`.
 *
 * @param strata pairs of counts, whole numbers with 0 ≤ events ≤ total
 * @param options `measure`, `risk-difference` by default; `method`; `variance`, `sato` by default;
 *   `level`, 0.95 by default; `margin` in (0, 1)
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
 *   Robins, Breslow & Greenland (1986), Biometrics 42, 311–323
 */
export function stratifiedComparison(strata: readonly Stratum[], options?: StratifiedOptions): Estimate {
  const { values, record } = resolveOptions("stratifiedComparison", options, RULES);
  const { question, alternative } = questionOf("stratifiedComparison", values);
  const recipe = recipeOf(values);
  const given = checkedStrata(strata);
  const weighted = given.filter(({ comparator, reference }) => comparator.total > 0 && reference.total > 0);
  const counts = pooled(weighted);
  return comparisonResult(
    {
      measure: values.measure,
      method: values.method,
      intervalMethod: recipe.variance,
      question,
      counts,
      references: SOURCES[recipe.variance],
      notices: weighted.length < given.length ? [strataWithoutWeight(given)] : [],
      provenance: provenanceOf(
        "stratifiedComparison",
        { ...record, variance: varianceOption(values, recipe), alternative },
        { strata: given.length, ...counts },
      ),
    },
    findingOf(weighted, recipe),
  );
}

function recipeOf({ measure, variance }: Resolved): Recipe {
  if (measure === "risk-difference") return DIFFERENCES[variance ?? "sato"];
  if (variance === undefined) return RATIOS[measure];
  throw competitionError({
    code: "impossible-option",
    path: "stratifiedComparison.variance",
    received: variance,
    expected: `nothing: the ${measure} has one variance only`,
  });
}

function varianceOption({ measure, variance }: Resolved, recipe: Recipe): ResolvedOption {
  if (variance !== undefined) return { value: variance, source: "given" };
  return { value: recipe.variance, source: measure === "risk-difference" ? "default" : "derived" };
}

function findingOf(weighted: readonly Stratum[], { estimate, undefinedBy }: Recipe): Finding {
  if (weighted.length === 0) return { reason: "no-weight" };
  const found = estimate(weighted.map(tableOf));
  return Number.isNaN(found.estimate) ? { reason: undefinedBy } : found;
}

function pooled(strata: readonly Stratum[]): Record<"comparator" | "reference", Count> {
  return {
    comparator: sumOf(strata.map(({ comparator }) => comparator)),
    reference: sumOf(strata.map(({ reference }) => reference)),
  };
}

function sumOf(counts: readonly Count[]): Count {
  let events = 0;
  let total = 0;
  for (const count of counts) {
    events += count.events;
    total += count.total;
  }
  return { events, total };
}

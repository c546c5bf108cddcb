import {
  competitionError,
  oneOf,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
  type ResolvedOption,
} from "../core/index.js";
import { chiSquaredCdf } from "../numerics/index.js";
import { checkedStrata, tableOf } from "./counts.js";
import { combine, hasZeroCell } from "./kernels/inverseVariance.js";
import { mantelHaenszelOddsRatio } from "./kernels/mantelHaenszel.js";
import { oddsRatioHomogeneity } from "./kernels/oddsRatioHomogeneity.js";
import { hasVariation, smallestExpected, type Table } from "./kernels/table.js";
import { halvesAdded, notEstimable, sparseStrata, strataWithoutWeight, type Reason } from "./notices.js";
import { pooledCounts, strataWithBothGroups } from "./pooledStrata.js";
import type { Measure } from "./question.js";
import { SOURCES } from "./sources.js";
import { makeTestResult } from "./testResult.js";
import type { Stratum, TestResult } from "./types.js";

/** The methods of {@link homogeneity}. */
export type HomogeneityMethod = "tarone" | "breslow-day" | "cochran-q";

export interface HomogeneityOptions {
  /** `tarone` by default. */
  readonly method?: HomogeneityMethod | undefined;
  /** What is the same in all strata, `odds-ratio` by default; `cochran-q` takes the others too. */
  readonly measure?: Measure | undefined;
}

interface Resolved {
  readonly method: HomogeneityMethod;
  readonly measure?: Measure;
}

const RULES: OptionRules<Resolved> = {
  method: oneOf(["tarone", "breslow-day", "cochran-q"]),
  measure: {
    expected: "one of odds-ratio, risk-difference, risk-ratio",
    accepts: (value) => value === "odds-ratio" || value === "risk-difference" || value === "risk-ratio",
  },
};

/** An expected cell below this is small, and a larger share of strata with one is too large. */
const SMALL_CELL = 5;
const SPARSE_SHARE = 1 / 5;

/** What a method finds: a chi-squared statistic, or why there is none. */
type Outcome =
  | {
      readonly statistic: number;
      readonly degreesOfFreedom: number;
      readonly withHalves?: number;
      /** Strata with a small expected cell. */
      readonly sparse: number;
    }
  | { readonly reason: Reason };

/**
 * Is the effect the same in all strata?
 *
 * - `breslow-day`: Σ (x₁ − a)²/V, where a is a stratum's first cell expected under the Mantel-Haenszel
 *   odds ratio and V its variance; `tarone` takes (Σ (x₁ − a))²/Σ V off it, as it must be for a
 *   chi-squared distribution. A stratum in which all or none have the event tells nothing of an odds
 *   ratio and doesn't count.
 * - `cochran-q`: Σ w(value of the stratum − combined value)², as {@link stratifiedComparison} combines
 *   by `inverse-variance`: of the logarithms of the odds ratios (Woolf), and on request of differences
 *   or log risk ratios.
 *
 * Degrees of freedom are one less than the strata that count. All need large strata. In sparse ones, with the
 * effect the same everywhere, `tarone` and `breslow-day` reject far too often: at 5 % and three in ten having the
 * event, `tarone` rejects in 34 % of cases with 50 strata of 2 against 2, in 13 % with 50 of 4 against 4, and in
 * 6 % with 20 of 10 against 10. `cochran-q`, by its halves, hardly ever rejects for ratios there (0, 0 and 1 %),
 * but for differences too often (1, 13 and 14 %; `test/simulation/homogeneity.test.ts`). The notice `sparse-strata`
 * stands where more than a fifth of the strata that count have a smallest expected cell below 5,
 * min(n₁, n₂) · min(m, N − m)/N with m events among N. A high p-value is no proof that the effect is the same.
 *
 * @param strata pairs of counts, whole numbers with 0 ≤ events ≤ total
 * @param options `method`, `tarone` by default; `measure`, `odds-ratio` by default
 * @returns a two-sided test; its `counts` are sums over the strata with both groups. `not-estimable`
 *   with p = 1 if fewer than two strata count or the common odds ratio is 0 or infinite
 * @throws CompetitionError `impossible-strata`, `impossible-count`, `unknown-option` or `impossible-option`
 * @example
 * const strata = [
 *   { comparator: { events: 81, total: 87 }, reference: { events: 234, total: 270 } },
 *   { comparator: { events: 192, total: 263 }, reference: { events: 55, total: 80 } },
 * ];
 * homogeneity(strata).pValue // 0.326
 * @example
 * homogeneity(strata.slice(1)).reason // "one-stratum"
 * @see Tarone (1985), Biometrika 72, 91–95, doi:10.1093/biomet/72.1.91; Breslow & Day (1980), Statistical
 *   Methods in Cancer Research 1, section 4.4; Cochran (1954), Biometrics 10, 101–129
 */
export function homogeneity(strata: readonly Stratum[], options?: HomogeneityOptions): TestResult {
  const { values, record } = resolveOptions("homogeneity", options, RULES);
  const measure = measureOf(values);
  const given = checkedStrata(strata);
  const compared = strataWithBothGroups(given);
  const counts = pooledCounts(compared);
  const outcome = outcomeOf(compared.map(tableOf), values.method, measure.value);
  const withHalves = "reason" in outcome ? 0 : (outcome.withHalves ?? 0);
  return makeTestResult({
    kind: "test",
    method: values.method,
    alternative: "two-sided",
    ...("reason" in outcome
      ? { status: "not-estimable", reason: outcome.reason, pValue: 1 }
      : {
          status: "estimated",
          statistic: outcome.statistic,
          degreesOfFreedom: outcome.degreesOfFreedom,
          pValue: chiSquaredCdf(outcome.statistic, outcome.degreesOfFreedom, "upper"),
        }),
    counts,
    references: SOURCES[values.method],
    notices: [
      ...(compared.length < given.length ? [strataWithoutWeight(given)] : []),
      ...(withHalves > 0 ? [halvesAdded(withHalves)] : []),
      ...("reason" in outcome ? [notEstimable(outcome.reason)] : sparseNotices(outcome)),
    ],
    provenance: provenanceOf("homogeneity", { ...record, measure }, { strata: given.length, ...counts }),
  });
}

function measureOf({ method, measure }: Resolved): ResolvedOption & { readonly value: Measure } {
  if (measure === undefined) return { value: "odds-ratio", source: "default" };
  if (method === "cochran-q" || measure === "odds-ratio") return { value: measure, source: "given" };
  throw competitionError({
    code: "impossible-option",
    path: "homogeneity.measure",
    received: measure,
    expected: `odds-ratio, the only measure of ${method}`,
    hint: "cochran-q takes every measure.",
  });
}

function outcomeOf(tables: readonly Table[], method: HomogeneityMethod, measure: Measure): Outcome {
  return method === "cochran-q"
    ? cochranQ(tables, measure)
    : ofOddsRatios(tables.filter(hasVariation), method);
}

/** Every stratum that counts but one is a degree of freedom. */
function sparseNotices({
  sparse,
  degreesOfFreedom,
}: Exclude<Outcome, { reason: Reason }>): readonly Notice[] {
  const strata = degreesOfFreedom + 1;
  return sparse > SPARSE_SHARE * strata ? [sparseStrata(sparse, strata)] : [];
}

function sparseAmong(tables: readonly Table[]): number {
  return tables.filter((table) => smallestExpected(table) < SMALL_CELL).length;
}

function cochranQ(tables: readonly Table[], measure: Measure): Outcome {
  if (tables.length < 2) return { reason: "one-stratum" };
  return {
    statistic: combine(measure, tables).heterogeneity,
    degreesOfFreedom: tables.length - 1,
    withHalves: tables.filter(hasZeroCell).length,
    sparse: sparseAmong(tables),
  };
}

function ofOddsRatios(tables: readonly Table[], method: "tarone" | "breslow-day"): Outcome {
  if (tables.length < 2) return { reason: "one-stratum" };
  const common = mantelHaenszelOddsRatio(tables).estimate;
  if (!(common > 0 && common < Infinity)) return { reason: "no-common-odds-ratio" };
  const { breslowDay, tarone } = oddsRatioHomogeneity(tables, common);
  return {
    statistic: method === "tarone" ? tarone : breslowDay,
    degreesOfFreedom: tables.length - 1,
    sparse: sparseAmong(tables),
  };
}

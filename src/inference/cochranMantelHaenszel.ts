import { provenanceOf, resolveOptions, type OptionRules } from "../core/index.js";
import { checkedStrata, tableOf } from "./counts.js";
import { normalPValue } from "./decision.js";
import { excessGivenMargins, excessStatistic, roomGivenMargins } from "./kernels/cochranMantelHaenszel.js";
import { littleRoom, notEstimable, strataWithoutWeight, type Reason } from "./notices.js";
import { pooledCounts, strataWithBothGroups } from "./pooledStrata.js";
import { SOURCES } from "./sources.js";
import { makeTestResult } from "./testResult.js";
import type { Stratum, TestResult } from "./types.js";

export interface CochranMantelHaenszelOptions {
  /** Whether |Σ (x₁ − E)| is reduced by 1/2, but not below 0; `false` by default. */
  readonly continuity?: boolean | undefined;
}

const RULES: OptionRules<{ continuity: boolean }> = {
  continuity: {
    default: false,
    expected: "true or false",
    accepts: (value) => typeof value === "boolean",
  },
};

/** Mantel and Fleiss ask for as much room on both sides, short of what rounding takes off. */
const ENOUGH_ROOM = 5 - 1e-9;

/**
 * Does the proportion of events hang on the group, once the strata are taken into account?
 *
 * Given a stratum's margins and no effect its first cell has mean E = n₁m/N and variance
 * n₁n₂m(N − m)/(N²(N − 1)), with m events among N. The statistic is (Σ (x₁ − E))²/Σ V, chi-squared with
 * one degree of freedom in few large strata as in many small ones, if the margins leave Σ x₁ enough room: Mantel
 * and Fleiss ask that Σ E be at least 5 above the smallest and 5 below the largest sum that they allow. Where it
 * isn't, the notice `mantel-fleiss` says so; {@link randomizationTest} is the exact test then. It answers best where the effects
 * point the same way in all strata; effects that cancel out it doesn't see. The same test, with
 * estimate and interval, is {@link stratifiedComparison} by `miettinen-nurminen`.
 *
 * @param strata pairs of counts, whole numbers with 0 ≤ events ≤ total
 * @param options `continuity`, `false` by default
 * @returns a two-sided test; its `counts` are sums over the strata with both groups. `not-estimable`
 *   with p = 1 if there is none, or all or none of every stratum have the event
 * @throws CompetitionError `impossible-strata`, `impossible-count`, `unknown-option` or `impossible-option`
 * @example
 * const blocks = [
 *   { comparator: { events: 4, total: 10 }, reference: { events: 2, total: 12 } },
 *   { comparator: { events: 8, total: 20 }, reference: { events: 9, total: 25 } },
 * ];
 * cochranMantelHaenszel(blocks).pValue // 0.379
 * @example
 * cochranMantelHaenszel([]).status // "not-estimable"
 * @see Mantel & Haenszel (1959), Journal of the National Cancer Institute 22, 719–748, doi:10.1093/jnci/22.4.719;
 *   Mantel & Fleiss (1980), American Journal of Epidemiology 112, 129–134
 */
export function cochranMantelHaenszel(
  strata: readonly Stratum[],
  options?: CochranMantelHaenszelOptions,
): TestResult {
  const { values, record } = resolveOptions("cochranMantelHaenszel", options, RULES);
  const given = checkedStrata(strata);
  const compared = strataWithBothGroups(given);
  const counts = pooledCounts(compared);
  const tables = compared.map(tableOf);
  const excess = excessGivenMargins(tables);
  const room = roomGivenMargins(tables);
  const reason: Reason | undefined =
    compared.length === 0 ? "no-weight" : excess.variance === 0 ? "no-variation" : undefined;
  const statistic = excessStatistic(excess, values.continuity ? 0.5 : 0);
  return makeTestResult({
    kind: "test",
    method: "cochran-mantel-haenszel",
    alternative: "two-sided",
    ...(reason === undefined
      ? {
          status: "estimated",
          statistic,
          degreesOfFreedom: 1,
          pValue: normalPValue(Math.sqrt(statistic), "two-sided"),
        }
      : { status: "not-estimable", reason, pValue: 1 }),
    counts,
    references: SOURCES["cochran-mantel-haenszel"],
    notices: [
      ...(compared.length < given.length ? [strataWithoutWeight(given)] : []),
      ...(reason === undefined && room < ENOUGH_ROOM ? [littleRoom(room)] : []),
      ...(reason === undefined ? [] : [notEstimable(reason)]),
    ],
    provenance: provenanceOf("cochranMantelHaenszel", record, { strata: given.length, ...counts }),
  });
}

import { competitionError, provenanceOf } from "../core/index.js";
import { chiSquaredCdf } from "../numerics/index.js";
import { notEstimable } from "./notices.js";
import { SOURCES } from "./sources.js";
import { makeTestResult } from "./testResult.js";
import type { Estimate, TestResult } from "./types.js";

/** An estimate as far as this test looks at it. */
export type IndependentEstimate = Pick<Estimate, "measure" | "estimate" | "standardError">;

/**
 * Do estimates of the same measure from separate groups differ by more than chance?
 *
 * Cochran's Q = Σ (θᵢ − θ̄)²/sᵢ², θ̄ being their mean weighted by 1/sᵢ², against chi-squared with one degree of
 * freedom less than there are estimates. With two groups it is the squared z of their difference: the test of
 * interaction. It takes the standard errors for known, so it needs groups that aren't small, and finds only
 * large differences: a high p-value is no proof that the groups are alike.
 *
 * @param estimates of one measure on a scale of differences, from groups without a citizen in common; those that
 *   aren't estimable, or have no standard error above 0, tell nothing and are counted in a notice
 * @returns a two-sided test; `not-estimable` with p = 1 if fewer than two estimates count
 * @throws CompetitionError `impossible-estimates` for estimates of several measures, or of ratios
 * @example
 * heterogeneity([stratifiedComparison(men), stratifiedComparison(women)]).pValue
 * @example
 * heterogeneity([]).reason // "one-stratum"
 * @see Cochran (1954), Biometrics 10, 101–129; Altman & Bland (2003), BMJ 326, 219,
 *   doi:10.1136/bmj.326.7382.219
 */
export function heterogeneity(estimates: readonly IndependentEstimate[]): TestResult {
  requireDifferences(estimates);
  const known = estimates.flatMap(({ estimate, standardError = 0 }) =>
    estimate !== null && standardError > 0 ? [{ value: estimate, weight: 1 / standardError ** 2 }] : [],
  );
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  const mean = known.reduce((sum, { value, weight }) => sum + (weight / total) * value, 0);
  const statistic = known.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0);
  const degreesOfFreedom = known.length - 1;
  const left = estimates.length - known.length;
  return makeTestResult({
    kind: "test",
    method: "cochran-q",
    alternative: "two-sided",
    ...(degreesOfFreedom < 1
      ? { status: "not-estimable", reason: "one-stratum", pValue: 1 }
      : {
          status: "estimated",
          statistic,
          degreesOfFreedom,
          pValue: chiSquaredCdf(statistic, degreesOfFreedom, "upper"),
        }),
    references: SOURCES["cochran-q"],
    notices: [
      ...(left > 0
        ? [{ code: "estimates-without-weight", severity: "caution", estimates: left } as const]
        : []),
      ...(degreesOfFreedom < 1 ? [notEstimable("one-stratum")] : []),
    ],
    provenance: provenanceOf("heterogeneity", {}, { estimates: estimates.length }),
  });
}

function requireDifferences(estimates: readonly IndependentEstimate[]): void {
  const measures = [...new Set(estimates.map(({ measure }) => measure))];
  const ratio = measures.find((measure) => measure.endsWith("ratio"));
  if (measures.length < 2 && ratio === undefined) return;
  throw competitionError({
    code: "impossible-estimates",
    path: "heterogeneity.estimates",
    received: measures,
    expected: "estimates of one measure, on a scale of differences",
    ...(ratio === undefined ? {} : { hint: "Compare the logarithms of ratios." }),
  });
}

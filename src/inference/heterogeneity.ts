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
 * interaction. It finds only large differences: a high p-value is no proof that the groups are alike.
 *
 * It takes the standard errors for known, so with small groups it finds differences where there are none: at 5 %
 * and three in ten having the event in all of them, the differences of {@link stratifiedComparison} make it reject
 * in 5 % of cases with 2 groups of 100 in each arm, in 7 % with 4 groups of 20, and in 13 % with 8 groups of 10
 * (`test/simulation/homogeneity.test.ts`).
 *
 * @param estimates of one measure on a scale of differences, from groups without a citizen in common; those that
 *   aren't estimable, or have no finite standard error above 0, tell nothing and are counted in a notice
 * @returns a two-sided test; `not-estimable` with p = 1 if fewer than two estimates count
 * @throws CompetitionError `impossible-estimates` for anything but a list of estimates, for numbers that are none
 *   (the path says which), for estimates of several measures, or of ratios
 * @example
 * heterogeneity([stratifiedComparison(men), stratifiedComparison(women)]).pValue
 * @example
 * heterogeneity([]).reason // "one-stratum"
 * @see Cochran (1954), Biometrics 10, 101–129; Altman & Bland (2003), BMJ 326, 219,
 *   doi:10.1136/bmj.326.7382.219
 */
export function heterogeneity(estimates: readonly IndependentEstimate[]): TestResult {
  requireEstimates(estimates);
  requireDifferences(estimates);
  const known = estimates.flatMap(({ estimate, standardError }) =>
    Number.isFinite(estimate) && isWeighable(standardError)
      ? [{ value: Number(estimate), error: standardError }]
      : [],
  );
  // Relative to the smallest, no square of an error gets out of range.
  const smallest = known.reduce((least, { error }) => Math.min(least, error), Infinity);
  const weighted = known.map((each) => ({ ...each, weight: (smallest / each.error) ** 2 }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const mean = weighted.reduce((sum, { value, weight }) => sum + (weight / total) * value, 0);
  const statistic = known.reduce((sum, { value, error }) => sum + ((value - mean) / error) ** 2, 0);
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

function isWeighable(standardError: number | null | undefined): standardError is number {
  return Number.isFinite(standardError) && Number(standardError) > 0;
}

function requireEstimates(estimates: readonly IndependentEstimate[]): void {
  const path = "heterogeneity.estimates";
  if (!Array.isArray(estimates)) throw impossible(path, estimates, "a list of estimates");
  for (const [index, given] of estimates.entries()) {
    const each: Partial<Record<keyof IndependentEstimate, unknown>> | null | undefined = given;
    const own = `${path}[${index}]`;
    if (typeof each !== "object" || each === null || typeof each.measure !== "string") {
      throw impossible(own, each, "an estimate with its measure");
    }
    if (each.estimate !== null && !isNumber(each.estimate)) {
      throw impossible(`${own}.estimate`, each.estimate, "a number, or null where there is no estimate");
    }
    const { standardError = null } = each;
    if (standardError !== null && !(isNumber(standardError) && standardError >= 0)) {
      throw impossible(`${own}.standardError`, standardError, "a number from 0, or none");
    }
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && !Number.isNaN(value);
}

function requireDifferences(estimates: readonly IndependentEstimate[]): void {
  const measures = [...new Set(estimates.map(({ measure }) => measure))];
  const ratio = measures.find((measure) => measure.endsWith("ratio"));
  if (measures.length < 2 && ratio === undefined) return;
  throw impossible(
    "heterogeneity.estimates",
    measures,
    "estimates of one measure, on a scale of differences",
    ratio === undefined ? undefined : "Compare the logarithms of ratios.",
  );
}

function impossible(path: string, received: unknown, expected: string, hint?: string): Error {
  return competitionError({
    code: "impossible-estimates",
    path,
    received,
    expected,
    ...(hint === undefined ? {} : { hint }),
  });
}

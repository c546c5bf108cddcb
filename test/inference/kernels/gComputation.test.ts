import { describe, expect, it } from "vitest";
import { standardizedRisk, unconditionalVariance } from "../../../src/inference/kernels/gComputation.js";
import { logisticFit, type LogisticFit } from "../../../src/inference/kernels/logisticFit.js";
import { varianceOf, type Regression } from "../../../src/inference/kernels/regression.js";
import { rowCovariance } from "../../../src/inference/kernels/robustCovariance.js";

function regression(fit: LogisticFit): Regression {
  if (fit.failure !== undefined) throw new Error("no fit");
  return fit.regression;
}

/** A column with its first row twice. */
function twice(column: readonly number[]): number[] {
  return [column[0] ?? NaN, ...column];
}

describe("standardizedRisk", () => {
  const treatment = [1, 1, 1, 1, 0, 0, 0, 0, 0];
  const response = [1, 1, 1, 0, 1, 0, 0, 0, 1];
  const stratum = [1, 0, 1, 0, 1, 0, 0, 1, 1];
  const fit = regression(logisticFit([treatment], response));

  it("without covariates is the group's proportion, with the binomial variance", () => {
    const one = standardizedRisk(fit, [treatment], 1, 9);
    const zero = standardizedRisk(fit, [treatment], 0, 9);
    expect(one.risk).toBeCloseTo(3 / 4, 14);
    expect(zero.risk).toBeCloseTo(2 / 5, 14);
    const { matrix } = rowCovariance(fit, "model");
    expect(varianceOf(one.gradient, matrix)).toBeCloseTo((0.75 * 0.25) / 4, 14);
    expect(varianceOf(zero.gradient, matrix)).toBeCloseTo((0.4 * 0.6) / 5, 14);
    // No covariate is sampled, so that the unconditional variance is HC0's.
    expect(unconditionalVariance(fit, one, zero)).toBeCloseTo((0.75 * 0.25) / 4 + (0.4 * 0.6) / 5, 14);
  });

  it("with a stratum and its product is the strata's proportions, averaged over all", () => {
    const product = stratum.map((value, i) => value * (treatment[i] ?? 0));
    const y = [1, 1, 0, 0, 1, 0, 1, 0, 1];
    const columns = [treatment, stratum, product];
    const saturated = regression(logisticFit(columns, y));
    // The product holds the rows' own treatment: only as if nobody were treated are fitted means proportions.
    const { risk } = standardizedRisk(saturated, [treatment, stratum, product.map(() => 0)], 0, 9);
    // Reference: stratum 0, 1 of 2; stratum 1, 2 of 3. Of all rows 4 and 5.
    expect(risk).toBeCloseTo((4 * (1 / 2) + 5 * (2 / 3)) / 9, 12);
  });

  it("weighs the rows", () => {
    const y = [1, 1, 0, 0, 1, 0, 1, 0, 1];
    const weights = [2, 1, 1, 1, 1, 1, 1, 1, 1];
    const once = regression(logisticFit([treatment, stratum], y, weights));
    const repeated = regression(logisticFit([twice(treatment), twice(stratum)], twice(y)));
    expect(standardizedRisk(once, [treatment, stratum], 1, 9, weights).risk).toBeCloseTo(
      standardizedRisk(repeated, [twice(treatment), twice(stratum)], 1, 10).risk,
      13,
    );
  });
});

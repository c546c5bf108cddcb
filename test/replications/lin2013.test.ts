// Lin (2013), Annals of Applied Statistics 7, 295–318, doi:10.1214/12-AOAS583, Table 2: 157 men of the Student Achievement
// and Retention project (Angrist, Lang & Oreopoulos 2009), financial incentives with support against support alone,
// adjusted for the grades of high school. Data: alo_star_men of R's estimatr 1.0.0. Lin takes HC0.
import { expect, it } from "vitest";
import { adjustedDifference, leastSquares } from "../../src/inference/index.js";
import { dataSet } from "../support/dataSets.js";

const column = dataSet("data/alo_star_men.csv");
const treatment = column("sfsp");
const response = column("GPA_year1");
const covariates = { gpa0: column("gpa0") };

const rounded = (estimate: number | null | undefined, standardError: number | undefined): readonly string[] =>
  [estimate ?? NaN, standardError ?? NaN].map((value) => value.toFixed(3));

it("Lin (2013), Table 2: unadjusted, usual and interacted adjustment", () => {
  const unadjusted = adjustedDifference({ treatment, response }, { covariance: "hc0" });
  expect(rounded(unadjusted.estimate, unadjusted.standardError)).toEqual(["-0.036", "0.158"]);
  const usual = leastSquares({ predictors: { treatment, ...covariates }, response }, { covariance: "hc0" });
  const [, effect] = usual.coefficients;
  expect(rounded(effect?.estimate, effect?.standardError)).toEqual(["-0.083", "0.146"]);
  const interacted = adjustedDifference({ treatment, response, covariates }, { covariance: "hc0" });
  expect(rounded(interacted.estimate, interacted.standardError)).toEqual(["-0.081", "0.146"]);
});

it("and with HC2, as estimatr's lm_lin has it by default", () => {
  const { estimate, standardError, interval, test } = adjustedDifference({ treatment, response, covariates });
  expect(estimate).toBeCloseTo(-0.0812198, 7);
  expect(standardError).toBeCloseTo(0.14786805, 8);
  expect(interval.lower).toBeCloseTo(-0.37334649, 8);
  expect(interval.upper).toBeCloseTo(0.2109069, 7);
  expect(test?.pValue).toBeCloseTo(0.5836195, 7);
});

export {
  compareProportions,
  type ComparisonOptions,
} from "./compareProportions.js";
export type { ComparisonMethod } from "./comparisonMethods.js";
export type { Covariance } from "./covarianceOption.js";
export type { MidPVariant } from "./kernels/fisher.js";
export {
  leastSquares,
  type RegressionData,
  type RegressionOptions,
} from "./leastSquares.js";
export { logisticRegression } from "./logisticRegression.js";
export {
  proportion,
  type ProportionMethod,
  type ProportionOptions,
} from "./proportion.js";
export type { ProportionTestMethod } from "./proportionTests.js";
export type { Measure } from "./question.js";
export {
  stratifiedComparison,
  type StratifiedOptions,
  type StratifiedVariance,
} from "./stratifiedComparison.js";
export {
  testProportions,
  type ProportionTestOptions,
} from "./testProportions.js";
export type {
  Alternative,
  Coefficient,
  Count,
  Estimate,
  EstimateData,
  EstimateTest,
  Fit,
  FitData,
  Interval,
  ResultData,
  Stratum,
  TestData,
  TestResult,
} from "./types.js";

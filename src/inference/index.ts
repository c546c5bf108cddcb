export type {
  Alternative,
  Count,
  Estimate,
  EstimateData,
  EstimateTest,
  Interval,
  ResultData,
  Stratum,
  TestData,
  TestResult,
} from "./types.js";

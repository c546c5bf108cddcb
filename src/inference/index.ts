export {
  adjustedDifference,
  type AdjustmentCovariance,
  type AdjustmentOptions,
  type ComparisonData,
} from "./adjustedDifference.js";
export type { AdjustedEstimate, AdjustedEstimateData } from "./adjustedEstimate.js";
export type { AdjustmentMethod } from "./adjustmentMethods.js";
export { adjustPValues, type PValueOptions } from "./adjustPValues.js";
export { betaBinomial, type BetaBinomialOptions } from "./betaBinomial.js";
export type { BetaBinomial, BetaBinomialData } from "./betaBinomialResult.js";
export { binomialNormal, type BinomialNormalOptions } from "./binomialNormal.js";
export type { BinomialNormalData, BinomialNormalEstimate } from "./binomialNormalEstimate.js";
export { binomialTest, type BinomialTestOptions } from "./binomialTest.js";
export { boundsForMissing, type BoundsOptions, type PartlyKnownPair } from "./boundsForMissing.js";
export type {
  ArmTippingPoint,
  BoundsEstimate,
  BoundsEstimateData,
  PartlyKnownCount,
} from "./boundsEstimate.js";
export type { BoundsMethod } from "./boundsMethods.js";
export { bootstrapCostEffectiveness, type BootstrapOptions } from "./bootstrapCostEffectiveness.js";
export type { BootstrapData, BootstrapEstimate } from "./bootstrapEstimate.js";
export { cochranMantelHaenszel, type CochranMantelHaenszelOptions } from "./cochranMantelHaenszel.js";
export { compareProportions, type ComparisonOptions } from "./compareProportions.js";
export type { ComparisonMethod } from "./comparisonMethods.js";
export type { CostEffectColumns } from "./costEffectData.js";
export type { Quadrant } from "./costWords.js";
export type { CoxData } from "./coxData.js";
export { coxRegression, type CoxCovariance, type CoxOptions } from "./coxRegression.js";
export {
  cumulativeIncidence,
  type CompetingFollowUps,
  type CumulativeIncidenceOptions,
} from "./cumulativeIncidence.js";
export type { Column } from "./followUps.js";
export {
  complierEffect,
  type ComplianceData,
  type ComplierMethod,
  type ComplierOptions,
} from "./complierEffect.js";
export type { ComplierEstimate, ComplierEstimateData } from "./complierEstimate.js";
export type { Covariance } from "./covarianceOption.js";
export type { CovarianceMatrix } from "./estimatePair.js";
export { exactEffectInterval, type ExactEffectOptions } from "./exactEffectInterval.js";
export { fieller, type RatioData, type RatioOptions } from "./fieller.js";
export {
  funnelLimits,
  type FunnelDispersion,
  type FunnelLimitOptions,
  type FunnelLimitsRow,
} from "./funnelLimits.js";
export {
  funnelScores,
  type FunnelScores,
  type RateScoresData,
  type RatioScoresData,
} from "./funnelScores.js";
export type { RateFunnel, RatioFunnel } from "./funnelSubject.js";
export { heterogeneity, type IndependentEstimate } from "./heterogeneity.js";
export { hodgesLehmann } from "./hodgesLehmann.js";
export { homogeneity, type HomogeneityMethod, type HomogeneityOptions } from "./homogeneity.js";
export { incrementalCostEffect } from "./incrementalCostEffect.js";
export { kaplanMeier, type FollowUps, type KaplanMeierOptions } from "./kaplanMeier.js";
export type { IncidenceError } from "./kernels/aalenJohansen.js";
export type { DispersionBoundary } from "./kernels/betaBinomialFit.js";
export type { ExtremesRule } from "./kernels/overdispersion.js";
export type { ProcessSignal, RangeCenter } from "./kernels/processLimits.js";
export type { BarnardOrdering } from "./kernels/barnard.js";
export type { Ties } from "./kernels/coxLikelihood.js";
export type { ReferenceStatistic } from "./kernels/referenceStatistics.js";
export type { CurveScale } from "./kernels/curveLimits.js";
export type { TauSquaredMethod } from "./kernels/tauSquared.js";
export type { MidPVariant } from "./kernels/fisher.js";
export type { PValueAdjustment } from "./kernels/multiplicity.js";
export type { PairedDifference } from "./kernels/pairedDifference.js";
export type { Replicates } from "./kernels/resampledDifferences.js";
export type { Conclusion } from "./kernels/tippingPoint.js";
export type { Denominator } from "./kernels/standardizedDifference.js";
export type { MeanAdjustment, PredictionDegrees, RandomEffectsOptions } from "./metaOptions.js";
export type { Study } from "./metaStudies.js";
export type { PredictionInterval } from "./metaSummary.js";
export type { NetBenefitData, NetBenefitEstimate } from "./netBenefitEstimate.js";
export {
  acceptability,
  netMonetaryBenefit,
  type AcceptabilityOptions,
  type AcceptabilityRow,
  type CostEffectData,
  type NetBenefitOptions,
} from "./netMonetaryBenefit.js";
export type { NumberNeeded, NumberNeededData } from "./numberNeeded.js";
export { leastSquares, type RegressionData, type RegressionOptions } from "./leastSquares.js";
export type { LabelledCount } from "./labelledCounts.js";
export { leaveOneOut, type LeftOut } from "./leaveOneOut.js";
export { logRank, type GroupedFollowUps } from "./logRank.js";
export { logisticRegression } from "./logisticRegression.js";
export { numberNeededToTreat } from "./numberNeededToTreat.js";
export { overdispersion, type OverdispersionOptions, type ScoredUnits } from "./overdispersion.js";
export type { Overdispersion, OverdispersionData } from "./overdispersionResult.js";
export { proportion, type ProportionMethod, type ProportionOptions } from "./proportion.js";
export type { BoschlooVariant, ProportionTestMethod } from "./proportionTests.js";
export type { Measure } from "./question.js";
export { randomEffects } from "./randomEffects.js";
export type { PooledStudy, RandomEffectsData, RandomEffectsEstimate } from "./randomEffectsEstimate.js";
export type { RandomizationBlock } from "./randomizationBlocks.js";
export { randomizationTest, type RandomizationTestOptions } from "./randomizationTest.js";
export type { NormalValue, RankedSubject } from "./rankedSubjects.js";
export { rankProbabilities, type RankOptions } from "./rankProbabilities.js";
export type { RankProbability, Ranks, RanksData, UnitRank } from "./ranksResult.js";
export {
  referenceTest,
  type ReferenceData,
  type ReferenceDraws,
  type ReferenceTestOptions,
} from "./referenceTest.js";
export { restrictedMean, type RestrictedMeanOptions, type TwoGroups } from "./restrictedMean.js";
export { rateFromScale, rateStudies, type RateScale, type RateStudyOptions } from "./rateStudies.js";
export type { RatioEstimate, RatioEstimateData, RatioShape } from "./ratioEstimate.js";
export type { RestrictedMeanData, RestrictedMeanDifference } from "./restrictedMeanDifference.js";
export type { Predictor, Predictors } from "./regressionData.js";
export type { SampleEstimate, SampleEstimateData } from "./sampleEstimate.js";
export type { SampleOptions } from "./sampleOptions.js";
export { sampleRatioTest, type ByArm, type SampleRatioOptions } from "./sampleRatioTest.js";
export type { SampleSummary } from "./samples.js";
export { shrink, type ShrinkOptions } from "./shrink.js";
export type { BetaPrior, Shrinkage, ShrinkageData, ShrunkenRate } from "./shrinkageResult.js";
export {
  standardize,
  type StandardizationData,
  type StandardizationMethod,
  type StandardizationOptions,
} from "./standardize.js";
export { standardizedDifference, type StandardizedDifferenceOptions } from "./standardizedDifference.js";
export {
  standardizedRatio,
  type ObservedExpected,
  type StandardizedRatioMethod,
  type StandardizedRatioOptions,
} from "./standardizedRatio.js";
export type { StandardizedRatio, StandardizedRatioData } from "./standardizedRatioResult.js";
export { stratifiedComparison, type StratifiedOptions } from "./stratifiedComparison.js";
export type { StratifiedMethod, StratifiedVariance } from "./stratifiedMethods.js";
export { testProportions, type ProportionTestOptions } from "./testProportions.js";
export type {
  Alternative,
  Coefficient,
  Count,
  Curve,
  CurveData,
  CurvePoint,
  CurveQuantile,
  CurveQuestions,
  CurveRow,
  Estimate,
  EstimateData,
  EstimateTest,
  Fit,
  FitData,
  Interval,
  ModelTest,
  ResultData,
  Stratum,
  TestData,
  TestResult,
} from "./types.js";
export type { NamedCount, UnitCount } from "./unitCounts.js";
export { welchTest } from "./welchTest.js";
export { winProbability } from "./winProbability.js";
export { NO_VARIANCE, untoldDifference, untoldTest, withoutFalseCertainty } from "./untold.js";
export { reasonText } from "./words.js";
export { xmrLimits, type ProcessOptions, type SeriesValue } from "./xmrLimits.js";
export type { ProcessChart, ProcessChartData, ProcessPoint } from "./xmrResult.js";

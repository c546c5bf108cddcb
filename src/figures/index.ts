export { balancePlot, type BalancePanel } from "./balance.js";
export { monthPlot } from "./months.js";
export type { MonthPlotCounts, MonthPlotSubject } from "./monthsSubject.js";
export { targetPlot } from "./targets.js";
export type { TargetPlotGroup } from "./targetsSubject.js";
export { caterpillarPlot } from "./caterpillar.js";
export type { BenchmarkShape } from "./benchmark.js";
export type { Figure, FigureData } from "./figure.js";
export { flowDiagram } from "./flow.js";
export type { FlowBox, FlowLine, FlowModel } from "./flowtext.js";
export { forestPlot, type ForestOptions } from "./forest.js";
export type { FigureOptions } from "./options.js";
export { survivalPlot, type SurvivalOptions } from "./survival.js";
export { MOST_BANDS, type CurveShape, type CurveStep } from "./survivalLines.js";
export type {
  CaterpillarRow,
  CaterpillarSubject,
  EstimateShape,
  Favours,
  ForestMargin,
  ForestPanel,
  ForestRow,
  IntervalRow,
} from "./rows.js";
export { costPlane, type CostPlaneOptions } from "./costPlane.js";
export type { PlaneShape } from "./costPlanePoints.js";
export { acceptabilityPlot, type AcceptabilityPlotOptions } from "./acceptability.js";
export type { AcceptabilityPoint, AcceptabilityShape } from "./acceptabilityLines.js";
export { sharePlot } from "./sharePlot.js";
export type { ShareRowShape, ShareShape } from "./sharePlotRows.js";
export { funnelPlot, type FunnelPlotOptions } from "./funnel.js";
export type { FunnelBenchmarkShape } from "./funnelBenchmark.js";
export type {
  FunnelPlotLimit,
  FunnelLimitShape,
  FunnelPlotLimits,
  FunnelMeasure,
  FunnelPlotPoint,
  FunnelPlotRow,
  FunnelPlotSubject,
} from "./funnelSubject.js";
export { differencePlot, trendPlot, type TrendPlotOptions } from "./trend.js";
export type { TrendBenchmarkShape } from "./trendBenchmark.js";
export type {
  TrendPlotLimits,
  TrendMeasure,
  TrendPlotSeries,
  TrendPlotSignal,
  TrendPlotSubject,
} from "./trendSubject.js";
export {
  rankPlot,
  type RankPlotOptions,
  type RankPlotRow,
  type RankPlotSubject,
  type RanksShape,
} from "./rank.js";

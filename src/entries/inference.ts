export {
  CompetitionError,
  isCompetitionError,
  VERSION,
  type Notice,
  type Provenance,
} from "../core/index.js";
export type { Language, Row, ShowOptions, Shown } from "../display/index.js";
export {
  forestPlot,
  funnelPlot,
  survivalPlot,
  type CurveShape,
  type CurveStep,
  type EstimateShape,
  type Favours,
  type Figure,
  type FigureData,
  type FigureOptions,
  type ForestOptions,
  type ForestPanel,
  type FunnelPlotLimit,
  type FunnelBenchmarkShape,
  type FunnelLimitShape,
  type FunnelPlotLimits,
  type FunnelMeasure,
  type FunnelPlotPoint,
  type FunnelPlotOptions,
  type FunnelPlotRow,
  type FunnelPlotSubject,
  type IntervalRow,
  type SurvivalOptions,
} from "../figures/index.js";
export * from "../inference/index.js";

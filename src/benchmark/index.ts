export { benchmarkArms } from "./arms/benchmark.js";
export {
  mergeSmallMunicipalities,
  type MergedMunicipalities,
  type MergedPeers,
  type MergeOptions,
} from "./arms/mergeSmall.js";
export { benchmarkBlocks, comparedSentences, positionSentence, positionSentences } from "./arms/face.js";
export { benchmarkRows } from "./arms/rows.js";
export { formatRatioLimits } from "./besideOne.js";
export { funnelRows, rankRows, withoutOneRows } from "./arms/detailRows.js";
export { describeFileNotice } from "./files/noticeWords.js";
export { parseClusters, type ClusterRow } from "./files/clusters.js";
export {
  parseConditions,
  type ConditionsFileOptions,
  type FrameworkConditions,
  type ParsedConditions,
} from "./files/conditions.js";
export type { FileDescription } from "./files/description.js";
export { parseMunicipalities, type MunicipalitiesOptions } from "./files/municipalities.js";
export {
  fetchJobindsats,
  type Fetch,
  type FetchedResponse,
  type JobindsatsAnswer,
  type JobindsatsConnection,
} from "./jobindsats/fetch.js";
export { parseJobindsats, type JobindsatsOptions } from "./jobindsats/parse.js";
export type { JobindsatsRequest, RequestValue } from "./jobindsats/request.js";
export { areaKind } from "./register/areas.js";
export { municipalities, type Municipality, type Region } from "./register/municipalities.js";
export { findMunicipality } from "./register/recognize.js";
export { describeBenchmarkNotice } from "./arms/noticeWords.js";
export type {
  AreaKind,
  ArmBenchmark,
  Benchmark,
  BenchmarkData,
  BenchmarkOptions,
  BenchmarkPlan,
  BenchmarkPosition,
  BenchmarkRank,
  CountRow,
  Direction,
  ExpectedRow,
  MeasureDescription,
  MunicipalityRow,
  ParsedMunicipalities,
  PeerChoice,
  PeerRate,
  RateRow,
  ArmPosition,
  Bounded,
  ClusterSpread,
  Funnel,
  FunnelPoint,
  FunnelWidth,
  GroupBenchmark,
  RankPlace,
  UnitBenchmark,
} from "./types.js";
export { expectedFromConditions } from "./conditions/conditions.js";
export type {
  Conditions,
  ConditionsData,
  ConditionsOptions,
  ConditionsPosition,
  ConditionsRow,
} from "./conditions/types.js";
export { compareExpected } from "./published/compare.js";
export type {
  ExpectedComparison,
  ExpectedComparisonData,
  ExpectedFigure,
  ExpectedOptions,
  ExpectedPair,
  WithoutGroup,
} from "./published/types.js";
export { findPeers } from "./similar/find.js";
export type {
  ClusterPeers,
  CovariatePeers,
  ExpectedSharePeers,
  FindPeersOptions,
  FoundPeer,
  PeerRow,
  Peers,
  PeersData,
  PeerStability,
  Scaling,
  TreePeers,
} from "./similar/types.js";
export { trendBlocks } from "./trend/face.js";
export { plannedTrend } from "./trend/planned.js";
export { benchmarkTrend } from "./trend/trend.js";
export type {
  Trend,
  TrendData,
  TrendDifferences,
  TrendOptions,
  TrendSeries,
  TrendSignal,
  TrendValue,
} from "./trend/types.js";

export type {
  ArmBenchmark,
  Benchmark,
  BenchmarkData,
  BenchmarkPlan,
  BenchmarkPosition,
  MeasureDescription,
  MunicipalityRow,
  PeerRate,
} from "./types.js";

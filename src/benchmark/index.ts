export { benchmarkArms } from "./benchmark.js";
export { benchmarkBlocks, positionSentence } from "./face.js";
export { parseMunicipalities } from "./municipalities.js";
export { describeBenchmarkNotice } from "./noticeWords.js";
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

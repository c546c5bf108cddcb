export { benchmarkArms } from "./benchmark.js";
export { benchmarkBlocks, positionSentence } from "./face.js";
export { parseMunicipalities } from "./municipalities.js";
export { describeBenchmarkNotice } from "./noticeWords.js";
export type {
  AreaKind,
  ArmBenchmark,
  Benchmark,
  BenchmarkData,
  BenchmarkPlan,
  BenchmarkPosition,
  CountRow,
  Direction,
  ExpectedRow,
  MeasureDescription,
  MunicipalityRow,
  ParsedMunicipalities,
  PeerRate,
  RateRow,
} from "./types.js";

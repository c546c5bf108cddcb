export { benchmarkArms } from "./benchmark.js";
export { benchmarkBlocks, positionSentence } from "./face.js";
export type { FileDescription } from "./files/description.js";
export { parseMunicipalities, type MunicipalitiesOptions } from "./files/municipalities.js";
export { parseJobindsats, type JobindsatsOptions } from "./jobindsats/parse.js";
export { areaKind } from "./register/areas.js";
export { municipalities, type Municipality, type Region } from "./register/municipalities.js";
export { findMunicipality } from "./register/recognize.js";
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

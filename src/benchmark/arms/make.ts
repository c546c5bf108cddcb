import { resultMaker } from "../../display/index.js";
import type { Benchmark, BenchmarkData } from "../types.js";
import { benchmarkFace } from "./face.js";

/** Makes a benchmark that shows itself. */
export const makeBenchmark: (data: BenchmarkData) => Benchmark = resultMaker<BenchmarkData>(benchmarkFace);

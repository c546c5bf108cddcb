import type { Row } from "../display/index.js";
import type { Estimate } from "../inference/index.js";
import type { ArmBenchmark, BenchmarkData } from "./types.js";

/** A benchmark as plain rows, the same columns in each: one per arm, one per peer, one for the cluster. */
export function benchmarkRows(benchmark: BenchmarkData): readonly Row[] {
  const { peers, clusterRate, cluster, comparable } = benchmark;
  const sum = (of: "events" | "total"): number => peers.reduce((total, peer) => total + peer[of], 0);
  return [
    ...benchmark.arms.map((arm) => armRow(benchmark, arm)),
    ...peers.map(({ municipality, events, total, rate }) => ({
      row: "municipality",
      name: municipality,
      ...rateColumns({ events, total, rate }),
      ...WITHOUT_RATIO,
      comparable,
    })),
    {
      row: "cluster",
      name: cluster,
      ...rateColumns({ events: sum("events"), total: sum("total"), rate: clusterRate }),
      ...WITHOUT_RATIO,
      comparable,
    },
  ];
}

const WITHOUT_RATIO = {
  expected: null,
  ratio: null,
  ratioLower: null,
  ratioUpper: null,
  position: null,
} as const;

function armRow({ positions, comparable }: BenchmarkData, arm: ArmBenchmark): Row {
  const { observed, total, rate, expected, ratio } = arm;
  return {
    row: "arm",
    name: arm.arm,
    ...rateColumns({ events: observed, total, rate }),
    expected: expected ?? null,
    ratio: ratio?.estimate ?? null,
    ratioLower: ratio?.interval.lower ?? null,
    ratioUpper: ratio?.interval.upper ?? null,
    position: positions.find((each) => each.arm === arm.arm)?.code ?? null,
    comparable,
  };
}

function rateColumns({ events, total, rate }: { events: number; total: number; rate: Estimate }): Row {
  return {
    events,
    total,
    rate: rate.estimate,
    lower: rate.interval.lower,
    upper: rate.interval.upper,
    level: rate.interval.level,
  };
}

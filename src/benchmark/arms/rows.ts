import type { Row } from "../../display/index.js";
import type { Estimate } from "../../inference/index.js";
import type { BenchmarkData, Bounded, RankPlace, UnitBenchmark } from "../types.js";
import { sumOf } from "./unit.js";

/**
 * A benchmark as plain rows, the same columns in each: one per arm, one for the municipality as a whole, one per
 * group of each, one per peer, one for the cluster.
 */
export function benchmarkRows(benchmark: BenchmarkData): readonly Row[] {
  const { arms, whole, peers, clusterRate, cluster, comparable, spread, positions, wholePosition } =
    benchmark;
  const units = [
    ...arms.map((arm) => ({ row: "arm", id: arm.arm, unit: arm })),
    { row: "municipality-as-a-whole", id: benchmark.municipality, unit: whole },
  ];
  return [
    ...units.map(({ row, id, unit }): Row => ({
      ...columns({ row, name: id, events: unit.observed, total: unit.total, rate: unit.rate }),
      ...unitColumns(unit),
      position: row === "arm" ? (positions.find(({ arm }) => arm === id)?.code ?? null) : wholePosition,
      comparable,
    })),
    ...units.flatMap(({ id, unit }) =>
      (unit.groups ?? []).map(({ group, observed, total, expected, ratio }): Row => ({
        ...columns({ row: "group", name: id, group, events: observed, total }),
        expected,
        ...ratioColumns(ratio),
        comparable,
      })),
    ),
    ...peers.map((peer): Row => ({
      ...columns({ ...peer, row: "municipality", name: peer.municipality }),
      distance: peer.distance ?? null,
      ...adjustedColumns(peer.adjusted),
      ...shrunkenColumns(peer.shrunken),
      ...rankColumns(peer.rank),
      comparable,
    })),
    {
      ...columns({ row: "cluster", name: cluster, ...sumOf(peers), rate: clusterRate }),
      ...adjustedColumns(spread?.typical),
      predictionLower: spread?.prediction.lower ?? null,
      predictionUpper: spread?.prediction.upper ?? null,
      comparable,
    },
  ];
}

/** What every row has, empty but for what is given. */
function columns(given: {
  readonly row: string;
  readonly name: string | null;
  readonly group?: string;
  readonly events: number;
  readonly total: number;
  readonly rate?: Estimate;
}): Row {
  const { row, name, group = null, events, total, rate } = given;
  return {
    row,
    name,
    group,
    events,
    total,
    rate: rate?.estimate ?? (total > 0 ? events / total : null),
    lower: rate?.interval.lower ?? null,
    upper: rate?.interval.upper ?? null,
    level: rate?.interval.level ?? null,
    ...adjustedColumns(undefined),
    ...shrunkenColumns(undefined),
    predictionLower: null,
    predictionUpper: null,
    expected: null,
    ...ratioColumns(undefined),
    ...standardizedColumns({}),
    ...rankColumns(undefined),
    distance: null,
    position: null,
  };
}

function unitColumns(unit: UnitBenchmark): Row {
  const { adjusted, expected, ratio, rank } = unit;
  return {
    ...adjustedColumns(adjusted),
    expected: expected ?? null,
    ...ratioColumns(ratio),
    ...standardizedColumns(unit),
    ...rankColumns(rank),
  };
}

function adjustedColumns(adjusted: Bounded | undefined): Row {
  return {
    adjusted: adjusted?.estimate ?? null,
    adjustedLower: adjusted?.interval.lower ?? null,
    adjustedUpper: adjusted?.interval.upper ?? null,
  };
}

function shrunkenColumns(shrunken: Bounded | undefined): Row {
  return {
    smoothed: shrunken?.estimate ?? null,
    smoothedLower: shrunken?.interval.lower ?? null,
    smoothedUpper: shrunken?.interval.upper ?? null,
  };
}

function ratioColumns(ratio: Bounded | null | undefined): Row {
  return {
    ratio: ratio?.estimate ?? null,
    ratioLower: ratio?.interval.lower ?? null,
    ratioUpper: ratio?.interval.upper ?? null,
  };
}

/** Direct and indirect standardization, for the unit's own chance alone. */
function standardizedColumns({
  direct,
  indirect,
  byar,
}: Pick<UnitBenchmark, "direct" | "indirect" | "byar">): Row {
  return {
    direct: direct?.estimate ?? null,
    directLower: direct?.interval.lower ?? null,
    directUpper: direct?.interval.upper ?? null,
    pooledExpected: indirect?.expected ?? null,
    indirect: indirect?.estimate ?? null,
    indirectLower: indirect?.interval.lower ?? null,
    indirectUpper: indirect?.interval.upper ?? null,
    byarLower: byar?.interval.lower ?? null,
    byarUpper: byar?.interval.upper ?? null,
  };
}

function rankColumns(rank: RankPlace | undefined): Row {
  return {
    rank: rank?.median ?? null,
    rankLower: rank?.lower ?? null,
    rankUpper: rank?.upper ?? null,
    rankedOf: rank?.of ?? null,
    topQuarter: rank?.topQuarter ?? null,
  };
}

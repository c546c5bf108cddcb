import type { Row } from "../../display/index.js";
import type { BenchmarkData, Funnel, FunnelLimits } from "../types.js";
import { amongFirst } from "../ranks.js";

// What stands in tables of their own beside the rates of a benchmark, as plain rows.

/** How probable each rank is, and that or a better one: of arms and of the municipality as a whole, where there are enough of them. */
export function rankRows({
  arms,
  whole,
  municipality,
  positions,
  wholePosition,
}: BenchmarkData): readonly Row[] {
  const units = [
    ...arms.map((unit) => ({
      row: "arm",
      name: unit.arm,
      unit,
      position: positions.find(({ arm }) => arm === unit.arm)?.code,
    })),
    { row: "municipality-as-a-whole", name: municipality, unit: whole, position: wholePosition },
  ];
  return units.flatMap(({ row, name, unit, position }) => {
    const probabilities = position === "too-few" ? [] : (unit.rank?.probabilities ?? []);
    return probabilities.map((probability, index) => ({
      row,
      name,
      rank: index + 1,
      rankedOf: probabilities.length,
      rankProbability: probability,
      probabilityAmongFirst: amongFirst(probabilities, index + 1),
    }));
  });
}

/** The cluster, and each arm beside it, where one municipality is left out. */
export function withoutOneRows({ spread }: BenchmarkData): readonly Row[] {
  return (spread?.leaveOneOut ?? []).flatMap(({ municipality, typical, prediction, positions }) => [
    {
      without: municipality,
      arm: null,
      typical: typical.estimate,
      typicalLower: typical.interval.lower,
      typicalUpper: typical.interval.upper,
      predictionLower: prediction.lower,
      predictionUpper: prediction.upper,
      level: prediction.level,
      position: null,
      ...ratioOf(undefined),
    },
    ...positions.map(({ arm, code, ratio }) => ({
      without: municipality,
      arm,
      typical: null,
      typicalLower: null,
      typicalUpper: null,
      predictionLower: null,
      predictionUpper: null,
      level: ratio?.interval.level ?? null,
      position: code,
      ...ratioOf(ratio),
    })),
  ]);
}

type Positions = NonNullable<BenchmarkData["spread"]>["leaveOneOut"][number]["positions"];

function ratioOf(ratio: Positions[number]["ratio"]): Row {
  return {
    ratio: ratio?.estimate ?? null,
    ratioLower: ratio?.interval.lower ?? null,
    ratioUpper: ratio?.interval.upper ?? null,
  };
}

const ROWS = { arm: "arm", whole: "municipality-as-a-whole" } as const;

/** Every rate of a funnel with the limits at its size, by level: those of chance alone, and those widened where there are any. */
export function funnelRows(funnel: Funnel): readonly Row[] {
  const { points, target, limits, overdispersed = [] } = funnel;
  const ofLimits = (given: readonly FunnelLimits[], isWidened: boolean): readonly Row[] =>
    points.flatMap(({ name, unit, size, rate, outside }) =>
      given.flatMap(({ level, points: at }) => {
        const found = at.find((each) => each.size === Math.round(size));
        if (found === undefined) return [];
        const { lower, upper } = found;
        return [
          {
            row: unit === undefined ? "municipality" : ROWS[unit],
            name,
            size,
            rate,
            clusterRate: target,
            level,
            widened: isWidened,
            lower,
            upper,
            outsideLevel: outside,
          },
        ];
      }),
    );
  return [...ofLimits(limits, false), ...ofLimits(overdispersed, true)];
}

import type { Row } from "../display/index.js";
import { specificationRows, targetRows } from "../effects/index.js";
import type { ReviewData } from "./types.js";

/** Every table of the review as plain rows with names for columns, for other programs. */
export function reviewTables(data: ReviewData): Readonly<Record<string, readonly Row[]>> {
  return {
    participation: data.flow.arms.map(({ arm, name, allocated, participation, meanCourseDays }) => ({
      arm,
      name,
      allocated,
      ...participation,
      meanCourseDays,
    })),
    ...Object.fromEntries(data.effects.map((effect) => [`effect-${effect.criterion}`, effect.toRows()])),
    exits: data.exits.flatMap(({ arm, name, successes, others }) => [
      { arm, name, standing: "success", ...successes },
      { arm, name, standing: "failure", ...others },
    ]),
    readings: specificationRows(data.specification),
    ...(data.targets === null ? {} : { targets: targetRows(data.targets) }),
    ...(data.benchmark === null ? {} : { benchmark: data.benchmark.toRows() }),
    ...(data.statement === null ? {} : { settlement: data.statement.toRows() }),
    ...(data.costs === null ? {} : { costs: data.costs.toRows() }),
  };
}

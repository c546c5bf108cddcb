import { competitionError } from "../core/index.js";
import { isAmount } from "./plotOptions.js";

/** An expectation with its limits. */
interface RangeShape {
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
}

/** Costs and successes at one share. */
export interface ShareRowShape {
  /** 0 to 1. */
  readonly share: number;
  /** øre. */
  readonly cost: RangeShape;
  readonly successes: RangeShape;
}

/** Costs by share, by their structure. */
export interface ShareShape {
  readonly armName: string;
  /** The share that the draw had, 0 to 1, at which the results were seen. */
  readonly drawn: number;
  readonly level: number;
  readonly rows: readonly ShareRowShape[];
}

/** Costs by share that can be drawn, their rows by share. */
export function checkShares(costs: ShareShape): ShareShape {
  const { armName, drawn, level, rows } = costs ?? {};
  const isShares = typeof armName === "string" && isShare(drawn) && isShare(level) && Array.isArray(rows);
  if (!isShares) {
    throw competitionError({
      code: "impossible-subject",
      path: "sharePlot.costs",
      received: costs,
      expected: "costs by share with armName, drawn, level and rows",
    });
  }
  if (rows.length > 0) return { ...costs, rows: inOrder(rows) };
  throw competitionError({
    code: "nothing-to-draw",
    path: "sharePlot.costs.rows",
    received: rows,
    expected: "at least one row",
  });
}

function inOrder(rows: readonly ShareRowShape[]): readonly ShareRowShape[] {
  rows.forEach((row, index) => {
    const { share, cost, successes } = row ?? {};
    const isNew = rows.slice(0, index).every((earlier) => earlier.share !== share);
    if (isShare(share) && isNew && isRange(cost) && isRange(successes)) return;
    throw competitionError({
      code: "impossible-row",
      path: `sharePlot.costs.rows[${index}]`,
      received: row,
      expected: "a share from 0 to 1, each once, with expected cost and successes up to 10¹⁵, lower ≤ upper",
    });
  });
  return rows.toSorted((a, b) => a.share - b.share);
}

function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

function isRange(range: RangeShape | undefined): boolean {
  if (typeof range !== "object" || range === null) return false;
  const { expected, lower, upper } = range;
  return [expected, lower, upper].every(isAmount) && lower <= upper;
}

import { solve } from "yalps";

/** `Σ coefficient × variable` is at most, at least, or just so much. */
export type Limit = { readonly maximum: number } | { readonly minimum: number } | { readonly equal: number };

/** A variable from 0: what one unit of it costs, and how often it counts in each limit. */
export interface Column {
  readonly cost: number;
  readonly terms: readonly (readonly [limit: number, coefficient: number])[];
}

export type Solution =
  | { readonly status: "optimal"; readonly values: readonly number[] }
  | { readonly status: "unbounded" | "infeasible" | "unsolved" };

/** Least cost of nonnegative variables within limits, in fractions or whole numbers: the only place that knows the solver. */
export function cheapest(
  columns: readonly Column[],
  limits: readonly Limit[],
  { whole = false }: { readonly whole?: boolean } = {},
): Solution {
  const { status, variables } = solve<number, number>(
    {
      direction: "minimize",
      objective: COST,
      constraints: limits.map((limit, row) => [row, boundsOf(limit)]),
      variables: columns.map(({ cost, terms }, column) => [column, [[COST, cost], ...terms]]),
      integers: whole,
    },
    { maxIterations: MOST_BRANCHES },
  );
  if (status === "unbounded" || status === "infeasible") return { status };
  if (status !== "optimal") return { status: "unsolved" };
  const values = columns.map(() => 0);
  for (const [column, value] of variables) values[column] = value;
  return { status, values };
}

const COST = -1;
const MOST_BRANCHES = 2000;

function boundsOf(limit: Limit): { min: number } | { max: number } | { equal: number } {
  if ("equal" in limit) return { equal: limit.equal };
  return "minimum" in limit ? { min: limit.minimum } : { max: limit.maximum };
}

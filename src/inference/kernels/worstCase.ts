import { newcombe } from "./newcombe.js";
import { completed, type Bounds, type PartlyKnown } from "./partlyKnown.js";
import { imbensManskiDeviate } from "./imbensManski.js";
import type { Limits } from "./limits.js";
import { differenceOf, type Table } from "./table.js";
import { unpooledError } from "./waldDifference.js";

/** The two tables between which the truth lies, whatever the unknown outcomes are. */
function extremes(table: PartlyKnown): { readonly worst: Table; readonly best: Table } {
  return { worst: completed(table, 0, table.u2), best: completed(table, table.u1, 0) };
}

/**
 * The difference with all unknown outcomes at their worst for the first group, and at their best:
 * from x₁/n₁ − (x₂ + u₂)/n₂ to (x₁ + u₁)/n₁ − x₂/n₂. No data can tell apart what lies between.
 *
 * @see Horowitz & Manski (2000), Journal of the American Statistical Association 95, 77–84
 */
export function worstCaseBounds(table: PartlyKnown): Bounds {
  const { worst, best } = extremes(table);
  return {
    region: { lower: differenceOf(worst), upper: differenceOf(best) },
    errors: { lower: unpooledError(worst), upper: unpooledError(best) },
  };
}

/**
 * Newcombe's lower limit of the worst table and his upper limit of the best, at Imbens and Manski's
 * deviate: without unknown outcomes his interval itself.
 */
export function worstCaseInterval(table: PartlyKnown, level: number): Limits {
  const { worst, best } = extremes(table);
  const c = imbensManskiDeviate(worstCaseBounds(table), level);
  return { lower: newcombe(worst).limit(c), upper: newcombe(best).limit(-c) };
}

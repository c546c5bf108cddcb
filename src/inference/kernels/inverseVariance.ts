import { logWaldType, waldType } from "./deviates.js";
import { logOddsRatio, logRatio, type LogEffect as Effect } from "./logRatios.js";
import type { CommonEffect } from "./mantelHaenszel.js";
import { differenceOf, type Table } from "./table.js";
import { unpooledError } from "./waldDifference.js";

/** The strata's effects combined, and how far they lie apart. */
export interface Combined {
  readonly value: number;
  readonly standardError: number;
  /** Cochran's Q: Σ w(value of the stratum − common value)². */
  readonly heterogeneity: number;
}

/** The measures that can be combined. */
export type CombinedMeasure = "risk-difference" | "risk-ratio" | "odds-ratio";

/** Effects of a stratum by measure, with Wald's standard errors. */
const EFFECTS: Readonly<Record<CombinedMeasure, (table: Table) => Effect>> = {
  "risk-difference": (table) => ({ value: differenceOf(table), standardError: unpooledError(table) }),
  "risk-ratio": logRatio,
  "odds-ratio": logOddsRatio,
};

/**
 * The strata's own estimates, each weighted by the inverse of its variance, ratios on the logarithmic
 * scale. A stratum in which a cell is 0 has 1/2 added to all four, or it would have no finite weight.
 *
 * @see Woolf (1955), Annals of Human Genetics 19, 251–253; Cochran (1954), Biometrics 10, 101–129
 */
export function combine(measure: CombinedMeasure, strata: readonly Table[]): Combined {
  const effects = strata.map((table) => EFFECTS[measure](hasZeroCell(table) ? halvesAdded(table) : table));
  let weights = 0;
  let sum = 0;
  for (const { value, standardError } of effects) {
    weights += 1 / standardError ** 2;
    sum += value / standardError ** 2;
  }
  const common = sum / weights;
  const heterogeneity = effects.reduce(
    (total, { value, standardError }) => total + ((value - common) / standardError) ** 2,
    0,
  );
  return { value: common, standardError: 1 / Math.sqrt(weights), heterogeneity };
}

/** The combined effect, on its own scale. */
export function inverseVariance(measure: CombinedMeasure, strata: readonly Table[]): CommonEffect {
  const { value, standardError } = combine(measure, strata);
  return measure === "risk-difference"
    ? { estimate: value, deviates: waldType(value, standardError) }
    : { estimate: Math.exp(value), deviates: logWaldType(value, standardError) };
}

/** Whether all or none of a group have the event. */
export function hasZeroCell({ x1, n1, x2, n2 }: Table): boolean {
  return x1 === 0 || x1 === n1 || x2 === 0 || x2 === n2;
}

function halvesAdded({ x1, n1, x2, n2 }: Table): Table {
  return { x1: x1 + 0.5, n1: n1 + 1, x2: x2 + 0.5, n2: n2 + 1 };
}

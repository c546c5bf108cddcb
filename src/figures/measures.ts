/** How a measure is shown: the unit of its numbers, its scale, and the value that means no difference. */
export interface Measure {
  readonly unit: "percent" | "points" | "number" | "rank";
  readonly scale: "linear" | "log";
  readonly nullValue?: number;
}

const PROPORTION: Measure = { unit: "percent", scale: "linear" };
const DIFFERENCE: Measure = { unit: "points", scale: "linear", nullValue: 0 };
const SHIFT: Measure = { unit: "number", scale: "linear", nullValue: 0 };
const WIN: Measure = { unit: "percent", scale: "linear", nullValue: 0.5 };
const RATIO: Measure = { unit: "number", scale: "log", nullValue: 1 };
/** The place of one among all, counted from 1. */
export const RANK: Measure = { unit: "rank", scale: "linear" };
const OTHER: Measure = { unit: "number", scale: "linear" };

/** The measure of a result by its name, such as `proportion`, `risk-difference` or `odds-ratio`. */
export function measureOf(name: string): Measure {
  if (name === "proportion") return PROPORTION;
  if (name.endsWith("risk-difference")) return DIFFERENCE;
  if (name === "win-probability") return WIN;
  if (name.endsWith("difference") || name.endsWith("shift")) return SHIFT;
  return name.endsWith("ratio") ? RATIO : OTHER;
}

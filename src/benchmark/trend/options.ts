import {
  competitionError,
  oneOf,
  resolveOptions,
  type OptionRule,
  type OptionRules,
  type Resolution,
} from "../../core/index.js";
import type { TrendOptions, TrendValue } from "./types.js";

/** The options with their defaults; `value` follows from the rows where it isn't given. */
export type TrendChoice = Omit<TrendOptions, "minimumPeriods"> & { readonly minimumPeriods: number };

const text: OptionRule<string> = {
  expected: "a text",
  accepts: (value) => typeof value === "string" && value.trim() !== "",
};

const { expected, accepts } = oneOf<TrendValue>(["rate", "actual-over-expected"]);

const RULES: OptionRules<TrendChoice> = {
  municipality: text,
  cluster: {
    expected: "a cluster's name, or a list of municipalities",
    accepts: (value) =>
      text.accepts(value) || (Array.isArray(value) && value.length > 0 && value.every(text.accepts)),
  },
  group: text,
  benefit: text,
  value: { expected, accepts },
  base: text,
  minimumPeriods: {
    default: 10,
    expected: "a whole number from 2",
    accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 2,
  },
};

/**
 * The options with every choice recorded with its source.
 *
 * @throws CompetitionError `missing-option`, `unknown-option`, `impossible-option`.
 */
export function resolveTrend(operation: string, options: TrendOptions): Resolution<TrendChoice> {
  const resolution = resolveOptions<TrendChoice>(operation, options, RULES);
  if ("municipality" in resolution.values) return resolution;
  throw competitionError({
    code: "missing-option",
    path: `${operation}.municipality`,
    received: undefined,
    expected: text.expected,
  });
}

import { SUPPRESSED, sumShown, type Publishable, type Showable } from "../../core/index.js";
import { NO_VARIANCE, type EstimateData, type TestData } from "../../inference/index.js";
import type { NumberRows, ReviewNumber } from "./types.js";

/** A number before all of them are put in order. */
export type Unlabeled = Omit<ReviewNumber, "label" | "version">;

/** What is said of a number, wherever its value comes from. */
export type Told = Pick<ReviewNumber, "id" | "name" | "unit" | "rows" | "rule">;

/** A value and the JSON Pointer to where it stands. */
export interface Placed {
  readonly at: string;
  readonly value: Showable;
}

/** A number that stands in the review as it is. */
export function placed(told: Told, { at, value }: Placed, method: string): Unlabeled {
  return { ...told, ...PLAIN, value, at: [at], how: "value", method };
}

/** A number that the review adds up of others. */
export function summed(told: Told, parts: readonly Placed[]): Unlabeled {
  const value = sumShown(parts.flatMap((part) => part.value ?? []));
  return { ...told, ...PLAIN, value, at: parts.map(({ at }) => at), how: "sum", method: "counted" };
}

/** What is left of the first without the second. */
export function left(told: Told, from: Placed, taken: Placed): Unlabeled {
  const numbers = [from.value, taken.value];
  const value = numbers.every((each) => typeof each === "number")
    ? Number(from.value) - Number(taken.value)
    : SUPPRESSED;
  return { ...told, ...PLAIN, value, at: [from.at, taken.at], how: "remainder", method: "counted" };
}

/** An estimate with its interval, where it has one. */
export function estimated(told: Told, at: string, estimate: Publishable<EstimateData>): Unlabeled {
  const { interval, reason = null, method, provenance } = estimate;
  const isBare = estimate.estimate === null || reason === NO_VARIANCE;
  return {
    ...told,
    value: estimate.estimate,
    limits: isBare ? null : { lower: interval.lower, upper: interval.upper, level: interval.level },
    reason: isBare ? reason : null,
    at: [`${at}/estimate`],
    how: "value",
    method,
    options: plainOptions(provenance.options),
  };
}

/** The p-value of a test. */
export function tested(told: Told, at: string, test: Publishable<TestData>): Unlabeled {
  const { pValue, method, provenance } = test;
  const options = plainOptions(provenance.options);
  return { ...told, ...PLAIN, value: pValue, at: [`${at}/pValue`], how: "value", method, options };
}

const PLAIN = { limits: null, reason: null, options: {} } as const;

/** Options that are a word or a number, without who chose them: those are what tells one method from another. */
export function plainOptions(
  options: Readonly<Record<string, { readonly value: unknown }>>,
): ReviewNumber["options"] {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, { value }]): [string, string | number | boolean][] =>
      typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? [[name, value]]
        : [],
    ),
  );
}

/** The successes of an arm among those whose outcome is known. */
export function knownOf(
  arm: string | null,
  { success, failure }: Publishable<{ readonly success: number; readonly failure: number }>,
): NumberRows {
  return { what: "citizens", arm, events: success, total: sumShown([success, failure]) };
}

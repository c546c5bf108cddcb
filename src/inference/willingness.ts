import { competitionError } from "../core/index.js";

/** What a willingness to pay is, in words. */
export const WILLINGNESS = "a number from 0 to 1e100: what one unit more of the effect is worth";

export function isWillingness(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1e100;
}

/** It is the user's figure: there is no default. */
export function requireWillingness<Value>(
  operation: string,
  value: Value | undefined,
  expected: string,
): Value {
  if (value !== undefined) return value;
  throw competitionError({
    code: "missing-option",
    path: `${operation}.willingnessToPay`,
    received: value,
    expected,
  });
}

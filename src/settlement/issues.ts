import { nearestWord } from "../core/index.js";
import { isExactPercent } from "./rates.js";
import type { Ore } from "./terms.js";

/** What of payment terms can't be meant, and where. */
export interface PaymentIssue {
  readonly code: string;
  /** `payment.terms[0].bonuses[1].amount` */
  readonly path: string;
  readonly received: unknown;
  readonly expected: string;
  readonly hint?: string;
}

export function issue(code: string, path: string, received: unknown, expected: string): PaymentIssue {
  return { code, path, received, expected };
}

/** A name that isn't among those that are known. */
export function unknownName(
  kind: "arm" | "criterion" | "degree" | "end-reason",
  name: string,
  known: readonly string[],
  path: string,
): readonly PaymentIssue[] {
  if (known.includes(name)) return [];
  const near = nearestWord(name, known);
  const expected = known.length === 0 ? `no ${kind}, since none is declared` : `one of ${known.join(", ")}`;
  const hint =
    near === undefined ? `Declare the ${kind}, or use one that is declared.` : `Did you mean ${near}?`;
  return [{ ...issue(`unknown-${kind}`, path, name, expected), hint }];
}

/** Each name that has come before. */
export function duplicates(
  names: readonly string[],
  pathOf: (index: number) => string,
): readonly PaymentIssue[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index ? [] : [issue("duplicate-term", pathOf(index), name, "each named once")],
  );
}

export function amountIssues(amount: Ore, path: string): readonly PaymentIssue[] {
  return Number.isSafeInteger(amount) && amount >= 0
    ? []
    : [issue("impossible-amount", path, amount, "a whole number of øre from 0")];
}

/** Which percents are possible: above a bound or from one on, and up to another. */
interface PercentBounds {
  readonly above?: number;
  readonly least?: number;
  readonly most: number;
}

export function percentIssues(
  percent: number,
  path: string,
  { above = -Infinity, least = -Infinity, most }: PercentBounds,
): readonly PaymentIssue[] {
  if (isExactPercent(percent) && percent > above && percent >= least && percent <= most) return [];
  const from = least === -Infinity ? `above ${above}` : `from ${least}`;
  const expected = `a percent ${from}, ${most} at most, with at most four decimals`;
  return [issue("impossible-percent", path, percent, expected)];
}

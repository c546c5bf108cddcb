import { logWaldType, type Deviates } from "./deviates.js";
import { crossDifference, differenceOf, type Table } from "./table.js";

/** The logarithm of a ratio, and the standard error of that. */
export interface LogEffect {
  readonly value: number;
  readonly standardError: number;
}

/**
 * Katz's method for a ratio of proportions: log RR ± z √(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂).
 *
 * @see Katz, Baptista, Azen & Pike (1978), Biometrics 34, 469–474
 */
export function katz(table: Table): Deviates {
  const { value, standardError } = logRatio(table);
  return logWaldType(value, standardError);
}

/** log RR and its standard error. */
export function logRatio(table: Table): LogEffect {
  const { x1, n1, x2, n2 } = table;
  return {
    value: logQuotient(x1 / n1, x2 / n2, differenceOf(table)),
    // (n − x)/(x n) is 1/x − 1/n without its cancellation.
    standardError: Math.sqrt((n1 - x1) / x1 / n1 + (n2 - x2) / x2 / n2),
  };
}

/**
 * Woolf's method for an odds ratio: log OR ± z √(1/x₁ + 1/(n₁ − x₁) + 1/x₂ + 1/(n₂ − x₂)).
 *
 * @see Woolf (1955), Annals of Human Genetics 19, 251–253
 */
export function woolf(table: Table): Deviates {
  const { value, standardError } = logOddsRatio(table);
  return logWaldType(value, standardError);
}

/** log OR and its standard error. */
export function logOddsRatio(table: Table): LogEffect {
  const { x1, n1, x2, n2 } = table;
  return {
    value: logQuotient(x1 * (n2 - x2), x2 * (n1 - x1), crossDifference(table)),
    standardError: Math.sqrt(1 / x1 + 1 / (n1 - x1) + 1 / x2 + 1 / (n2 - x2)),
  };
}

/** log(a/b), from their difference where the quotient is so near 1 that its own digits are too few. */
function logQuotient(a: number, b: number, difference: number): number {
  return Math.abs(difference) < b / 2 ? Math.log1p(difference / b) : Math.log(a / b);
}

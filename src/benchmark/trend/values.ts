import { competitionError } from "../../core/index.js";
import type { MunicipalityRow } from "../types.js";
import type { TrendValue } from "./types.js";

/** A value as the ratio of two sums, so that values add up; without sums it stands over 1. */
export interface Quantity {
  readonly numerator: number;
  readonly denominator: number;
  /** False where only the value was published. */
  readonly hasTotal: boolean;
}

/** What a row says of a value; nothing where it says nothing of it, or of nobody. */
export function quantityOf(row: MunicipalityRow, value: TrendValue, operation: string): Quantity | undefined {
  const quantity = value === "rate" ? rateOf(row) : overExpected(row);
  if (quantity === undefined) return undefined;
  const { numerator, denominator } = quantity;
  if (![numerator, denominator].every((each) => Number.isFinite(each) && each >= 0)) {
    throw competitionError({
      code: "impossible-row",
      path: `${operation}.municipalities`,
      received: `${row.municipality}, ${row.period}`,
      expected: "numbers from 0",
    });
  }
  return denominator > 0 ? quantity : undefined;
}

function rateOf(row: MunicipalityRow): Quantity | undefined {
  switch (row.figure) {
    case "rate":
      return row.total === undefined ? valueAlone(row.rate) : over(row.rate * row.total, row.total);
    case "expected": {
      const { actual = 0, actualShare } = row;
      if (actualShare === undefined) return undefined;
      return actual > 0 && actualShare > 0 ? over(actual, actual / actualShare) : valueAlone(actualShare);
    }
    default:
      return over(row.events, row.total);
  }
}

function overExpected(row: MunicipalityRow): Quantity | undefined {
  switch (row.figure) {
    case "rate":
      return undefined;
    case "expected": {
      const { actual, expected, actualShare, expectedShare } = row;
      if (actual !== undefined && expected !== undefined) return over(actual, expected);
      if (actualShare === undefined || expectedShare === undefined || expectedShare === 0) return undefined;
      return valueAlone(actualShare / expectedShare);
    }
    default:
      return row.expected === undefined ? undefined : over(row.events, row.expected);
  }
}

function over(numerator: number, denominator: number): Quantity {
  return { numerator, denominator, hasTotal: true };
}

function valueAlone(value: number): Quantity {
  return { numerator: value, denominator: 1, hasTotal: false };
}

/** Several quantities as one value: by their sums, or as the plain mean of their values. */
export function pooled(quantities: readonly Quantity[], pooling: "totals" | "plain-mean"): number | null {
  const taken = quantities.map(({ numerator, denominator }) =>
    pooling === "totals" ? [numerator, denominator] : [numerator / denominator, 1],
  );
  const [above = 0, below = 0] = [0, 1].map((at) => taken.reduce((sum, each) => sum + (each[at] ?? 0), 0));
  return below > 0 ? above / below : null;
}

/** Two binomial counts: x1 of n1 in the comparator, x2 of n2 in the reference. Totals are from 1. */
export interface Table {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
}

/** The same table with its groups exchanged. */
export function swapped({ x1, n1, x2, n2 }: Table): Table {
  return { x1: x2, n1: n2, x2: x1, n2: n1 };
}

/** The same table of those without the event. */
export function complement({ x1, n1, x2, n2 }: Table): Table {
  return { x1: n1 - x1, n1, x2: n2 - x2, n2 };
}

/**
 * x1(n2 − x2) − x2(n1 − x1), which is x1·n2 − x2·n1 with the digits kept that these two products
 * share where nearly all or nearly none have the event.
 */
export function crossDifference({ x1, n1, x2, n2 }: Table): number {
  return x1 * (n2 - x2) - x2 * (n1 - x1);
}

/** x1/n1 − x2/n2; exchanging the groups changes its sign and no digit. */
export function differenceOf(table: Table): number {
  return crossDifference(table) / (table.n1 * table.n2);
}

/** (x1/n1)/(x2/n2); NaN without any event. */
export function ratioOf({ x1, n1, x2, n2 }: Table): number {
  return x1 / n1 / (x2 / n2);
}

/** Odds of the comparator over odds of the reference; NaN if all or none of both groups have the event. */
export function oddsRatioOf({ x1, n1, x2, n2 }: Table): number {
  return ((x1 / n1) * ((n2 - x2) / n2)) / (((n1 - x1) / n1) * (x2 / n2));
}

/** The smallest of the four cells expected from the margins if the groups are alike. */
export function smallestExpected({ x1, n1, x2, n2 }: Table): number {
  const events = x1 + x2;
  return (Math.min(n1, n2) * Math.min(events, n1 + n2 - events)) / (n1 + n2);
}

/** Whether some but not all have the event. */
export function hasVariation({ x1, n1, x2, n2 }: Table): boolean {
  return x1 + x2 > 0 && x1 + x2 < n1 + n2;
}

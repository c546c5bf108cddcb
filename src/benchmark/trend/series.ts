import { group as groupBy } from "d3-array";
import { municipalityKey } from "../names.js";
import type { MunicipalityRow } from "../types.js";
import { periodKey } from "./periods.js";
import type { TrendRows } from "./subjects.js";
import type { TrendData, TrendValue } from "./types.js";
import { pooled, quantityOf, type Quantity } from "./values.js";

/** A value for each period, `null` where there is none. */
export type ValueSeries = readonly (number | null)[];

/** The values of the municipality, its cluster and the country by period. */
export interface SeriesValues {
  readonly own: ValueSeries;
  readonly peers: ValueSeries;
  readonly country: ValueSeries;
  readonly pooling: TrendData["pooling"];
  /** Who makes up the cluster's line: the same municipalities in every period. */
  readonly taken: readonly string[];
  /** Who of the cluster isn't in its line, for want of a value in some period in which most others have one. */
  readonly partly: readonly string[];
  /** False where nobody is left so: the line is of everybody, whoever has a value, and no signal can be read from it. */
  readonly isSteady: boolean;
}

/**
 * The cluster's line is made of the same municipalities in every period, since a line whose members change moves without
 * anybody having moved: those that have a value in each period in which at least half of the cluster has one. In a further period
 * there is a value only where all of them have one. Pooled by totals only where every figure of the line has one, so that all periods are
 * pooled the same way.
 */
export function seriesOf(
  { own, peers, country }: TrendRows,
  periods: readonly string[],
  value: TrendValue,
  operation: string,
): SeriesValues {
  const keys = periods.map(periodKey);
  const byPeriod = (rows: readonly MunicipalityRow[]): readonly (readonly Quantity[])[] => {
    const quantities = new Map<string, Quantity[]>(keys.map((key) => [key, []]));
    for (const row of rows) {
      const quantity = quantityOf(row, value, operation);
      if (quantity !== undefined) quantities.get(periodKey(row.period))?.push(quantity);
    }
    return [...quantities.values()];
  };
  const single = (rows: readonly MunicipalityRow[]): ValueSeries =>
    byPeriod(rows).map((quantities) => pooled(quantities, "totals"));
  const municipalities = [
    ...groupBy(peers, ({ municipality }) => municipalityKey(municipality)).values(),
  ].map((rows) => ({ rows, name: rows[0]?.municipality ?? "", values: single(rows) }));
  const known = municipalities.filter(({ values }) => values.some(isKnown));
  const countAt = (at: number): number => known.filter(({ values }) => isKnown(values[at] ?? null)).length;
  const needed = keys.flatMap((_, at) => (countAt(at) > 0 && 2 * countAt(at) >= known.length ? [at] : []));
  const steady = known.filter(({ values }) => needed.every((at) => isKnown(values[at] ?? null)));
  const isSteady = steady.length > 0;
  const taken = isSteady ? steady : municipalities;
  const cluster = byPeriod(taken.flatMap(({ rows }) => rows));
  const pooling = cluster.flat().every(({ hasTotal }) => hasTotal) ? "totals" : "plain-mean";
  return {
    own: single(own),
    peers: cluster.map((quantities) =>
      isSteady && quantities.length < steady.length ? null : pooled(quantities, pooling),
    ),
    country: single(country),
    pooling,
    taken: taken.map(({ name }) => name),
    partly: municipalities.filter((each) => !steady.includes(each)).map(({ name }) => name),
    isSteady,
  };
}

export function isKnown(value: number | null): value is number {
  return value !== null;
}

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
  /** Who of the cluster has no value in some period in which others have. */
  readonly partly: readonly string[];
}

/** Pooled by totals only where every figure of the cluster has one, so that all periods are pooled the same way. */
export function seriesOf(
  { own, peers, country }: TrendRows,
  periods: readonly string[],
  value: TrendValue,
  operation: string,
): SeriesValues {
  const byPeriod = (rows: readonly MunicipalityRow[]): readonly (readonly Quantity[])[] => {
    const quantities = new Map<string, Quantity[]>(periods.map((period) => [periodKey(period), []]));
    for (const row of rows) {
      const quantity = quantityOf(row, value, operation);
      if (quantity !== undefined) quantities.get(periodKey(row.period))?.push(quantity);
    }
    return [...quantities.values()];
  };
  const cluster = byPeriod(peers);
  const pooling = cluster.flat().every(({ hasTotal }) => hasTotal) ? "totals" : "plain-mean";
  const single = (rows: readonly MunicipalityRow[]): ValueSeries =>
    byPeriod(rows).map((quantities) => pooled(quantities, "totals"));
  const covered = cluster.filter((quantities) => quantities.length > 0).length;
  const municipalities = groupBy(peers, ({ municipality }) => municipalityKey(municipality));
  const partly = [...municipalities.values()].filter((rows) => single(rows).filter(isKnown).length < covered);
  return {
    own: single(own),
    peers: cluster.map((quantities) => pooled(quantities, pooling)),
    country: single(country),
    pooling,
    partly: partly.flatMap(([row]) => row?.municipality ?? []),
  };
}

export function isKnown(value: number | null): value is number {
  return value !== null;
}

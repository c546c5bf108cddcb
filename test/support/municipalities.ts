import type { MeasureDescription, CountRow } from "../../src/benchmark/index.js";

export const MEASURE: MeasureDescription = {
  definition: "job",
  population: "kontanthjælp over 25",
  anchor: "referral",
  window: "13 weeks + 6 months",
  period: "2005",
};

/** One municipality's figure, of the measure above and in cluster K1 unless something else is said (null: in none). */
export function row(
  municipality: string,
  events: number,
  total: number,
  {
    cluster = "K1",
    ...other
  }: Partial<Omit<CountRow, "cluster">> & { readonly cluster?: string | null } = {},
): CountRow {
  const facts = { ...MEASURE, direction: "higher-is-better" as const };
  return { municipality, events, total, ...facts, ...(cluster === null ? {} : { cluster }), ...other };
}

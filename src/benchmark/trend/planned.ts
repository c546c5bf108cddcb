import { comparable, municipalityKey } from "../names.js";
import { groupKey } from "../everybody.js";
import { areaKind } from "../register/areas.js";
import type { PeersData } from "../similar/types.js";
import type { BenchmarkPlan, MunicipalityRow, ParsedMunicipalities } from "../types.js";
import { periodForm, periodKey } from "./periods.js";
import { benchmarkTrend } from "./trend.js";
import type { Trend } from "./types.js";

/**
 * The trend of what the plan's benchmark measures, where a file has several periods of it.
 *
 * Of the rows count those that measure what the plan measures, of everybody, in periods of the form of the plan's own
 * (years beside a year), and of the plan's benefit area where it names one.
 *
 * @param peers The municipalities beside which it is seen, as `findPeers` chose them; the plan's cluster by default.
 * @returns undefined where the municipality has no two such periods, or nobody of its cluster has any.
 * @throws CompetitionError as {@link benchmarkTrend}, of rows that contradict each other.
 * @example
 * plannedTrend(parseMunicipalities(bytes, { name: "municipalities.csv" }), protocol.benchmark)?.series
 * @example
 * // Figures of one year.
 * plannedTrend(parsed, protocol.benchmark) // undefined
 */
export function plannedTrend(
  municipalities: ParsedMunicipalities,
  { municipality, cluster, benefit, measure }: BenchmarkPlan,
  peers?: PeersData,
): Trend | undefined {
  const form = periodForm(measure.period);
  const isOfPlan = (row: MunicipalityRow): boolean =>
    PARTS.every((part) => comparable(row[part]) === comparable(measure[part])) &&
    (benefit === undefined || comparable(row.benefit ?? "") === comparable(benefit)) &&
    groupKey(row.group) === "" &&
    form !== undefined &&
    periodForm(row.period) === form;
  const rows = municipalities.rows.filter(isOfPlan);
  const isOwn = (row: MunicipalityRow): boolean =>
    municipalityKey(row.municipality) === municipalityKey(municipality);
  const chosen = peers && new Set(peers.peers.map((peer) => municipalityKey(peer.municipality)));
  const isOfCluster = (row: MunicipalityRow): boolean =>
    chosen?.has(municipalityKey(row.municipality)) ??
    (cluster === undefined || comparable(row.cluster ?? "") === comparable(cluster));
  const others = rows.filter(
    (row) => !isOwn(row) && areaKind(row.municipality) === undefined && isOfCluster(row),
  );
  const periods = new Set(rows.filter(isOwn).map(({ period }) => periodKey(period)));
  if (periods.size < 2 || others.length === 0) return undefined;
  const beside = chosen === undefined ? cluster : [...new Set(others.map((row) => row.municipality))];
  const areas = municipalities.areas.filter(isOfPlan);
  return benchmarkTrend(
    { ...municipalities, rows: rows.map(ofEverybody), areas: areas.map(ofEverybody) },
    { municipality, ...(beside === undefined ? {} : { cluster: beside }) },
  );
}

const PARTS = ["definition", "population", "anchor", "window"] as const;

/** Whatever a row calls everybody, and a row without a name for it, are the same. */
function ofEverybody({ group: _name, ...row }: MunicipalityRow): MunicipalityRow {
  return row as MunicipalityRow;
}

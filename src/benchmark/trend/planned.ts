import { competitionError } from "../../core/index.js";
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
 * (years beside a year), and of one benefit area: the plan's, or else the one that the others' rows of the plan's period name,
 * with which the benchmark is.
 *
 * @param peers The municipalities beside which it is seen, as `findPeers` chose them; the plan's cluster by default.
 * @returns undefined where the municipality has no two such periods, or nobody of its cluster has any.
 * @throws CompetitionError `several-benefits` where rows of more than one are left; as {@link benchmarkTrend}, of rows that
 *   contradict each other.
 * @example
 * plannedTrend(parseMunicipalities(bytes, { name: "municipalities.csv" }), protocol.benchmark)?.series
 * @example
 * // Figures of one year.
 * plannedTrend(parsed, protocol.benchmark) // undefined
 */
export function plannedTrend(
  municipalities: ParsedMunicipalities,
  plan: BenchmarkPlan,
  peers?: PeersData,
): Trend | undefined {
  const { municipality, cluster } = plan;
  const isMeasured = measuredBy(plan);
  const chosen = peers && new Set(peers.peers.map((peer) => municipalityKey(peer.municipality)));
  const isOwn = (row: MunicipalityRow): boolean =>
    municipalityKey(row.municipality) === municipalityKey(municipality);
  const isOther = (row: MunicipalityRow): boolean =>
    !isOwn(row) &&
    areaKind(row.municipality) === undefined &&
    (chosen?.has(municipalityKey(row.municipality)) ??
      (cluster === undefined || comparable(row.cluster ?? "") === comparable(cluster)));
  const measured = municipalities.rows.filter(isMeasured);
  const isOfArea = ofBenefit(plan, measured.filter(isOther));
  const rows = measured.filter(isOfArea);
  const [own, others] = [rows.filter(isOwn), rows.filter(isOther)];
  if (new Set(own.map(({ period }) => periodKey(period))).size < 2 || others.length === 0) return undefined;
  checkBenefit([...own, ...others], municipalities.source.name);
  const beside = chosen === undefined ? cluster : [...new Set(others.map((row) => row.municipality))];
  const areas = municipalities.areas.filter((row) => isMeasured(row) && isOfArea(row));
  return benchmarkTrend(
    { ...municipalities, rows: [...own, ...others].map(ofEverybody), areas: areas.map(ofEverybody) },
    { municipality, ...(beside === undefined ? {} : { cluster: beside }) },
  );
}

type Matches = (row: MunicipalityRow) => boolean;

/** What the plan measures, of everybody, in periods of the form of its own. */
function measuredBy({ measure }: BenchmarkPlan): Matches {
  const form = periodForm(measure.period);
  return (row) =>
    PARTS.every((part) => comparable(row[part]) === comparable(measure[part])) &&
    groupKey(row.group) === "" &&
    form !== undefined &&
    periodForm(row.period) === form;
}

/** Of the benefit area that the plan names, or else of the only one that the others' rows of its period name, if they do. */
function ofBenefit({ benefit, measure }: BenchmarkPlan, others: readonly MunicipalityRow[]): Matches {
  if (benefit !== undefined) return (row) => comparable(row.benefit ?? "") === comparable(benefit);
  const now = others.filter(({ period }) => periodKey(period) === periodKey(measure.period));
  const [area, ...further] = benefitsIn(now);
  if (area === undefined || further.length > 0) return () => true;
  return (row) => row.benefit === undefined || comparable(row.benefit) === comparable(area);
}

function checkBenefit(rows: readonly MunicipalityRow[], file: string): void {
  const benefits = benefitsIn(rows);
  if (benefits.length < 2) return;
  throw competitionError({
    code: "several-benefits",
    path: file,
    received: benefits.join(", "),
    expected: "rows of one benefit",
    hint: "Name it in the plan, as benefit (--benefit), and in the rows of all municipalities.",
  });
}

function benefitsIn(rows: readonly MunicipalityRow[]): readonly string[] {
  const told = rows.flatMap((row) => row.benefit ?? []);
  return [...new Map(told.map((benefit) => [comparable(benefit), benefit])).values()];
}

const PARTS = ["definition", "population", "anchor", "window"] as const;

/** Whatever a row calls everybody, and a row without a name for it, are the same. */
function ofEverybody({ group: _name, ...row }: MunicipalityRow): MunicipalityRow {
  return row as MunicipalityRow;
}

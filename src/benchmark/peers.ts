import { group } from "d3-array";
import { competitionError, nearestWord } from "../core/index.js";
import { comparable, municipalityKey } from "./names.js";
import type { BenchmarkPlan, CountRow, MeasureDescription, MunicipalityRow } from "./types.js";

/** One municipality of the reference, its groups added up. */
export interface Peer {
  readonly municipality: string;
  readonly events: number;
  readonly total: number;
}

/** The part of a measure in which figures and plan differ. */
export interface MeasureDifference {
  readonly part: keyof MeasureDescription;
  readonly received: string;
  readonly expected: string;
}

/** With whom the arms are compared, and whether the figures measure the same. */
export interface Reference {
  readonly peers: readonly Peer[];
  readonly rows: readonly CountRow[];
  readonly differences: readonly MeasureDifference[];
  /** Peers that have figures of other measures only. */
  readonly leftOut: readonly string[];
}

const PARTS = ["definition", "population", "anchor", "window", "period"] as const;

/**
 * The peers of the plan's cluster with their figures of the plan's measure.
 *
 * The municipality itself is never among them. Where nobody has the plan's measure, the figures that
 * differ from it in the fewest parts are taken (of equals, those of most rows, then the first), with
 * the differences: they may be shown, not compared with. Several groups of a municipality are added up.
 *
 * @throws CompetitionError `no-peers`, `unknown-cluster`, `duplicate-row`, `overlapping-groups`.
 */
export function findReference(municipalities: readonly MunicipalityRow[], plan: BenchmarkPlan): Reference {
  const own = municipalityKey(plan.municipality);
  const others = municipalities.filter(hasCounts).filter((row) => municipalityKey(row.municipality) !== own);
  if (others.length === 0) throw noPeers(municipalities, plan);
  const cluster = inCluster(others, plan.cluster);

  const measures = [
    ...group(cluster, (row) => PARTS.map((part) => comparable(row[part])).join("\n")).values(),
  ];
  const candidates = measures
    .map((rows) => ({ rows, differences: differencesOf(rows[0], plan.measure) }))
    .toSorted((a, b) => a.differences.length - b.differences.length || b.rows.length - a.rows.length);
  const { rows = [], differences = [] } = candidates[0] ?? {};
  const taken = new Set(rows.map((row) => municipalityKey(row.municipality)));
  const leftOut = cluster.filter((row) => !taken.has(municipalityKey(row.municipality)));
  return {
    peers: addGroups(rows),
    rows,
    differences,
    leftOut: [...new Set(leftOut.map((row) => row.municipality))],
  };
}

function hasCounts(row: MunicipalityRow): row is CountRow {
  return row.figure === undefined || row.figure === "counts";
}

function inCluster(rows: readonly CountRow[], cluster: string | undefined): readonly CountRow[] {
  if (cluster === undefined) return rows;
  const found = rows.filter(
    (row) => row.cluster !== undefined && comparable(row.cluster) === comparable(cluster),
  );
  if (found.length > 0) return found;
  const known = [...new Set(rows.flatMap((row) => row.cluster ?? []))];
  const near = nearestWord(cluster, known);
  throw competitionError({
    code: "unknown-cluster",
    path: "benchmark.cluster",
    received: cluster,
    expected: known.length === 0 ? "rows with a cluster" : `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

function differencesOf(row: CountRow | undefined, measure: MeasureDescription): readonly MeasureDifference[] {
  if (row === undefined) return [];
  return PARTS.filter((part) => comparable(row[part]) !== comparable(measure[part])).map((part) => ({
    part,
    received: row[part],
    expected: measure[part],
  }));
}

/** A municipality's groups added up; a row without a group is the whole and stands alone. */
function addGroups(rows: readonly CountRow[]): readonly Peer[] {
  return Array.from(
    group(rows, (row) => municipalityKey(row.municipality)),
    ([, own]) => {
      const groups = own.map((row) => comparable(row.group ?? ""));
      const municipality = own[0]?.municipality ?? "";
      if (new Set(groups).size < groups.length) throw sameTwice(municipality, "duplicate-row");
      if (groups.length > 1 && groups.includes("")) throw sameTwice(municipality, "overlapping-groups");
      const sum = (of: (row: CountRow) => number): number => own.reduce((total, row) => total + of(row), 0);
      return { municipality, events: sum((row) => row.events), total: sum((row) => row.total) };
    },
  );
}

function sameTwice(municipality: string, code: "duplicate-row" | "overlapping-groups"): Error {
  return competitionError({
    code,
    path: "municipalities",
    received: municipality,
    expected:
      code === "duplicate-row"
        ? "one row per municipality, group and measure"
        : "either a row for the whole municipality or rows for its groups, not both",
  });
}

function noPeers(municipalities: readonly MunicipalityRow[], { municipality }: BenchmarkPlan): Error {
  return competitionError({
    code: "no-peers",
    path: "municipalities",
    received: municipalities.map((row) => row.municipality),
    expected: `at least one municipality beside ${municipality}, which is never in its own reference`,
  });
}

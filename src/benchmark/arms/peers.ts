import { group } from "d3-array";
import { competitionError, nearestWord } from "../../core/index.js";
import type { Count } from "../../inference/index.js";
import type { GroupCounts } from "./caseMix.js";
import { comparable, municipalityKey } from "../names.js";
import { areaKind } from "../register/areas.js";
import type { BenchmarkPlan, CountRow, Direction, MeasureDescription, MunicipalityRow } from "../types.js";

/** One municipality of the reference: its counts by the plan's groups, or all of them under "", and their sum. */
export interface Peer {
  readonly municipality: string;
  readonly events: number;
  readonly total: number;
  readonly groups: GroupCounts;
}

/** What figures and plan have to agree in: a success is good, so that figures of which the low is good are another thing. */
export type MeasurePart = keyof MeasureDescription | "direction";

/** The part of a measure in which figures and plan differ. */
export interface MeasureDifference {
  readonly part: MeasurePart;
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
  /** Of the cluster, who has rates or full-time persons but no counts. */
  readonly uncounted: readonly string[];
  /** Peers of the measure whose figures aren't told by the plan's groups. */
  readonly ungrouped: readonly string[];
}

const GOOD: Direction = "higher-is-better";
const PARTS = ["definition", "population", "anchor", "window", "period"] as const;

/**
 * The peers of the plan's cluster with their figures of the plan's measure.
 *
 * The municipality itself is never among them, nor is the country or a region. Where nobody has the plan's measure, the figures that
 * differ from it in the fewest parts are taken (of equals, those of most rows, then the first), with
 * the differences: they may be shown, not compared with. Where the plan names groups, a municipality counts by
 * them alone, and one that lacks any of them is left out; otherwise its groups are added up.
 *
 * @throws CompetitionError `no-peers`, `unknown-cluster`, `duplicate-row`, `overlapping-groups`.
 */
export function findReference(municipalities: readonly MunicipalityRow[], plan: BenchmarkPlan): Reference {
  const own = municipalityKey(plan.municipality);
  const given = municipalities.filter(
    ({ municipality }) => municipalityKey(municipality) !== own && areaKind(municipality) === undefined,
  );
  const others = given.filter(hasCounts);
  if (others.length === 0) throw noPeers(given, plan);
  const cluster = inCluster(others, plan.cluster);

  const measures = [
    ...group(cluster, (row) =>
      [...PARTS.map((part) => comparable(row[part])), row.direction ?? GOOD].join("\n"),
    ).values(),
  ];
  const candidates = measures
    .map((rows) => ({ rows, differences: differencesOf(rows[0], plan.measure) }))
    .toSorted((a, b) => a.differences.length - b.differences.length || b.rows.length - a.rows.length);
  const { rows = [], differences = [] } = candidates[0] ?? {};
  const taken = new Set(rows.map((row) => municipalityKey(row.municipality)));
  const leftOut = cluster.filter((row) => !taken.has(municipalityKey(row.municipality)));
  const all = addGroups(rows);
  const names = plan.groups?.map(({ name }) => name);
  const peers = names === undefined ? all.map(together) : all.flatMap((peer) => byGroups(peer, names) ?? []);
  const kept = new Set(peers.map(({ municipality }) => municipality));
  return {
    peers,
    rows,
    differences,
    uncounted: uncountedOf(given, plan.cluster),
    ungrouped: all.flatMap(({ municipality }) => (kept.has(municipality) ? [] : municipality)),
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
  const { direction = GOOD } = row;
  return [
    ...PARTS.filter((part) => comparable(row[part]) !== comparable(measure[part])).map((part) => ({
      part,
      received: row[part],
      expected: measure[part],
    })),
    ...(direction === GOOD ? [] : [{ part: "direction" as const, received: direction, expected: GOOD }]),
  ];
}

/** Each municipality with its groups under their comparable names; a row without a group is the whole and stands alone. */
function addGroups(rows: readonly CountRow[]): readonly Peer[] {
  return Array.from(
    group(rows, (row) => municipalityKey(row.municipality)),
    ([, own]) => {
      const names = own.map((row) => comparable(row.group ?? ""));
      const municipality = own[0]?.municipality ?? "";
      if (new Set(names).size < names.length) throw sameTwice(municipality, "duplicate-row");
      if (names.length > 1 && names.includes("")) throw sameTwice(municipality, "overlapping-groups");
      const counts = own.map(({ events, total }, index) => [names[index] ?? "", { events, total }] as const);
      return { municipality, ...sumOf(own), groups: new Map(counts) };
    },
  );
}

/** The municipality as one group, for a plan that names none. */
function together(peer: Peer): Peer {
  return { ...peer, groups: new Map([["", { events: peer.events, total: peer.total }]]) };
}

/** The municipality by the groups of the plan; nothing where its figures lack one. */
function byGroups(peer: Peer, names: readonly string[]): Peer | undefined {
  const groups = names.map((name) => [name, peer.groups.get(comparable(name))] as const);
  const known = groups.flatMap(([name, count]) => (count === undefined ? [] : [[name, count] as const]));
  if (known.length < names.length) return undefined;
  return { ...peer, ...sumOf(known.map(([, count]) => count)), groups: new Map(known) };
}

function sumOf(counts: readonly Count[]): Count {
  return counts.reduce((sum, each) => ({ events: sum.events + each.events, total: sum.total + each.total }), {
    events: 0,
    total: 0,
  });
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

function noPeers(others: readonly MunicipalityRow[], { municipality }: BenchmarkPlan): Error {
  const received = [...new Set(others.map((row) => row.municipality))];
  return competitionError({
    code: "no-peers",
    path: "municipalities",
    received,
    ...(received.length === 0
      ? { expected: `at least one municipality beside ${municipality}, which is never in its own reference` }
      : {
          expected: "counts of at least one of them: events of a total",
          hint: "Rates alone have no chance that could be carried; compareExpected takes expected and actual figures.",
        }),
  });
}

/** Municipalities of the cluster without any row of counts. */
function uncountedOf(given: readonly MunicipalityRow[], cluster: string | undefined): readonly string[] {
  const counted = new Set(given.filter(hasCounts).map((row) => municipalityKey(row.municipality)));
  const without = given.filter(
    (row) =>
      !counted.has(municipalityKey(row.municipality)) &&
      (cluster === undefined || comparable(row.cluster ?? "") === comparable(cluster)),
  );
  return [...new Set(without.map((row) => row.municipality))];
}

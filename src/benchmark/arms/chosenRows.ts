import { group } from "d3-array";
import { competitionError, nearestWord } from "../../core/index.js";
import { chooseOne, rowsWith, type Kind } from "../alike.js";
import { comparable, municipalityKey } from "../names.js";
import { areaKind } from "../register/areas.js";
import type { PeersData } from "../similar/types.js";
import type { BenchmarkPlan, CountRow, Direction, MeasureDescription, MunicipalityRow } from "../types.js";

/** What figures and plan have to agree in: a success is good, so that figures of which the low is good are another thing. */
export type MeasurePart = keyof MeasureDescription | "direction";

/** The part of a measure in which figures and plan differ. */
export interface MeasureDifference {
  readonly part: MeasurePart;
  readonly received: string;
  readonly expected: string;
}

/** The rows that the arms are held against, before their groups are put together. */
export interface ChosenRows {
  readonly rows: readonly CountRow[];
  /** The benefit area that cluster and figures are about: the plan's, or the only one that rows name. */
  readonly benefit: string | null;
  readonly differences: readonly MeasureDifference[];
  /** Peers that have figures of other measures only. */
  readonly leftOut: readonly string[];
  /** Of the cluster, who has rates or full-time persons but no counts. */
  readonly uncounted: readonly string[];
  /** Of those that were chosen by `findPeers`, who has no row at all. */
  readonly absent: readonly string[];
  /** Whose events are the nearest ones of a printed rate. */
  readonly nearest: readonly string[];
  /** Whose rows don't tell which end is the good one: they are taken to agree with the plan, of which it is the high one. */
  readonly undirected: readonly string[];
}

const GOOD: Direction = "higher-is-better";
const PARTS = ["definition", "population", "anchor", "window", "period"] as const;
const BENEFIT: Kind<MunicipalityRow> = {
  operation: "benchmark",
  option: "benefit",
  of: ({ benefit }) => benefit,
  hint: "Clusters belong to a benefit area: name it in the plan, as benefit (--benefit), or leave the rows of others out.",
};

/**
 * The rows of the plan's cluster, or of the peers that `findPeers` chose, for the plan's benefit area, that measure what the
 * plan measures.
 *
 * The municipality itself is never among them, nor is the country or a region. Where the plan names a benefit, only
 * rows of it count; where it doesn't, rows that would be compared may not name several. Where nobody has the plan's
 * measure, the figures that differ from it in the fewest parts are taken (of equals, those of most rows, then the first),
 * with the differences: they may be shown, not compared with.
 *
 * @param place What the rows are called in errors, such as their file.
 * @throws CompetitionError `no-peers`, `unknown-benefit`, `missing-option` for rows of several benefits, `unknown-cluster`;
 *   `impossible-option` for peers of another municipality.
 */
export function chooseRows(
  municipalities: readonly MunicipalityRow[],
  plan: BenchmarkPlan,
  peers?: PeersData,
  place: string = "benchmarkArms.municipalities",
): ChosenRows {
  if (peers !== undefined) checkPeers(peers, plan);
  const own = municipalityKey(plan.municipality);
  const others = municipalities.filter(
    ({ municipality }) => municipalityKey(municipality) !== own && areaKind(municipality) === undefined,
  );
  const given = ofBenefit(others, plan.benefit);
  const counted = given.filter(hasCounts);
  if (counted.length === 0) throw noPeers(given, plan, place);
  const isMember = peers === undefined ? memberOfCluster(plan.cluster) : memberOfPeers(peers);
  const cluster = counted.filter(isMember);
  if (cluster.length === 0)
    throw peers === undefined ? unknownCluster(counted, plan, place) : noneOf(peers, place);

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
  return {
    rows,
    benefit: onlyBenefit(rows),
    differences,
    leftOut: namesOf(leftOut),
    uncounted: uncountedOf(given.filter(isMember)),
    absent: peers === undefined ? [] : absentOf(peers, given),
    nearest: namesOf(rows.filter(({ eventsWithin }) => eventsWithin !== undefined)),
    undirected: namesOf(rows.filter(({ direction }) => direction === undefined)),
  };
}

function ofBenefit(
  rows: readonly MunicipalityRow[],
  benefit: string | undefined,
): readonly MunicipalityRow[] {
  if (benefit === undefined || rows.length === 0) return rows;
  return rowsWith(rows, BENEFIT, chooseOne(rows, BENEFIT, benefit));
}

/** The benefit that rows are about; rows that don't say go with those that do. */
function onlyBenefit(rows: readonly CountRow[]): string | null {
  const telling = rows.filter(({ benefit }) => benefit !== undefined);
  return chooseOne<MunicipalityRow>(telling, BENEFIT, undefined);
}

function hasCounts(row: MunicipalityRow): row is CountRow {
  return row.figure === undefined || row.figure === "counts";
}

type Member = (row: MunicipalityRow) => boolean;

function memberOfCluster(cluster: string | undefined): Member {
  return (row) => cluster === undefined || comparable(row.cluster ?? "") === comparable(cluster);
}

function memberOfPeers({ peers }: PeersData): Member {
  const keys = new Set(peers.map(({ municipality }) => municipalityKey(municipality)));
  return ({ municipality }) => keys.has(municipalityKey(municipality));
}

function unknownCluster(rows: readonly CountRow[], { cluster = "" }: BenchmarkPlan, place: string): Error {
  const known = [...new Set(rows.flatMap((row) => row.cluster ?? []))];
  const near = nearestWord(cluster, known);
  return competitionError({
    code: "unknown-cluster",
    path: "benchmark.cluster",
    received: cluster,
    expected: `${known.length === 0 ? "rows with a cluster" : `one of ${known.join(", ")}`}, in ${place}`,
    hint:
      near === undefined
        ? "Give the rows a column cluster (klynge), or choose by a file of clusters: findPeers by cluster, --peers-by cluster --peers-from clusters.csv."
        : `Did you mean ${near}?`,
  });
}

/** Refuses peers that were sought for another municipality. */
function checkPeers({ municipality }: PeersData, plan: BenchmarkPlan): void {
  if (municipalityKey(municipality) === municipalityKey(plan.municipality)) return;
  throw competitionError({
    code: "impossible-option",
    path: "benchmarkArms.peers",
    received: `peers of ${municipality}`,
    expected: `peers of ${plan.municipality}, the plan's municipality`,
  });
}

/** Nobody of those that were chosen has counts. */
function noneOf({ peers }: PeersData, place: string): Error {
  return competitionError({
    code: "no-peers",
    path: place,
    received: peers.length === 0 ? "no peers" : "counts of other municipalities only",
    expected:
      peers.length === 0
        ? "at least one peer: findPeers found nobody comparable"
        : `counts of at least one of those that were chosen: ${peers.map((peer) => peer.municipality).join(", ")}`,
  });
}

function absentOf({ peers }: PeersData, given: readonly MunicipalityRow[]): readonly string[] {
  const keys = new Set(given.map(({ municipality }) => municipalityKey(municipality)));
  return peers.flatMap(({ municipality }) => (keys.has(municipalityKey(municipality)) ? [] : municipality));
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

function noPeers(others: readonly MunicipalityRow[], { municipality }: BenchmarkPlan, place: string): Error {
  const names = namesOf(others);
  if (names.length === 0)
    return competitionError({
      code: "no-peers",
      path: place,
      received: `no rows of others than ${municipality}`,
      expected: `at least one municipality beside ${municipality}, which is never in its own reference`,
    });
  const figures = new Set(others.map(({ figure }) => figure));
  const what = figures.has("expected") ? "expected and actual full-time persons" : "rates without counts";
  return competitionError({
    code: "no-peers",
    path: place,
    received: `${what} of ${names.join(", ")}`,
    expected: "counts of at least one of them: events of a total",
    hint: figures.has("expected")
      ? "Full-time persons have no chance that could be carried. They can tell who is comparable: findPeers by expected-share, or --peers-by expected-share --peers-from <file> beside --municipalities with counts. compareExpected shows them as they are."
      : "Rates alone have no chance that could be carried.",
  });
}

/** Municipalities of the cluster without any row of counts. */
function uncountedOf(members: readonly MunicipalityRow[]): readonly string[] {
  const counted = new Set(members.filter(hasCounts).map((row) => municipalityKey(row.municipality)));
  return namesOf(members.filter((row) => !counted.has(municipalityKey(row.municipality))));
}

function namesOf(rows: readonly MunicipalityRow[]): readonly string[] {
  return [...new Set(rows.map(({ municipality }) => municipality))];
}

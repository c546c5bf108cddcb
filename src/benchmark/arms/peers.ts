import { group } from "d3-array";
import { competitionError, nearestWord } from "../../core/index.js";
import type { Count } from "../../inference/index.js";
import type { GroupCounts } from "./caseMix.js";
import { groupKey, mayBeEverybody, sumOfOthers } from "../everybody.js";
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
  /** Peers of the measure that had nobody to count. */
  readonly empty: readonly string[];
  /** Peers whose citizens aren't all in the plan's groups: everybody, and those of the groups. */
  readonly outside: readonly { readonly municipality: string; readonly all: Count; readonly within: Count }[];
  /** Of whom a group was taken for everybody, since it has as many as all others together. */
  readonly wholes: readonly { readonly municipality: string; readonly group: string }[];
}

const GOOD: Direction = "higher-is-better";
const PARTS = ["definition", "population", "anchor", "window", "period"] as const;

/**
 * The peers of the plan's cluster with their figures of the plan's measure.
 *
 * The municipality itself is never among them, nor is the country or a region. Where nobody has the plan's measure, the figures that
 * differ from it in the fewest parts are taken (of equals, those of most rows, then the first), with
 * the differences: they may be shown, not compared with. Where the plan names groups, a municipality counts by
 * them alone, one that lacks any of them is left out, and citizens outside of them are told of (`outside`); otherwise it
 * counts by its row of everybody (without a group, or of a group called `I alt`, `Total` or the like, or of one that has
 * as many as all others together: `wholes`), or where it has none by its groups added up.
 *
 * @throws CompetitionError `no-peers`, `unknown-cluster`, `duplicate-row`, `whole-or-group`.
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
  if (names === undefined) for (const each of all) checkNames(each);
  const peers = names === undefined ? all.map(together) : all.flatMap((peer) => byGroups(peer, names) ?? []);
  const kept = new Set(peers.map(({ municipality }) => municipality));
  return {
    peers: peers.filter(({ total }) => total > 0),
    empty: peers.flatMap(({ municipality, total }) => (total > 0 ? [] : municipality)),
    rows,
    differences,
    uncounted: uncountedOf(given, plan.cluster),
    ungrouped: all.flatMap(({ municipality }) => (kept.has(municipality) ? [] : municipality)),
    outside: names === undefined ? [] : all.flatMap((peer) => outsideOf(peer, peers)),
    wholes:
      names !== undefined
        ? []
        : all.flatMap(({ municipality, byFigures }) =>
            byFigures === undefined ? [] : [{ municipality, group: byFigures }],
          ),
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

/** A municipality's groups under their comparable names, and what stands for everybody in them. */
interface Told extends Peer {
  /** The group, as the row names it, that was taken for everybody by its figures alone. */
  readonly byFigures?: string;
}

/** Each municipality with its groups; what stands under "" is everybody, and none of its groups. */
function addGroups(rows: readonly CountRow[]): readonly Told[] {
  const all = Array.from(
    group(rows, (row) => municipalityKey(row.municipality)),
    ([, own]) => {
      const municipality = own[0]?.municipality ?? "";
      const groups = new Map(
        own.map(({ group: name, events, total }) => [groupKey(name), { events, total }]),
      );
      if (groups.size < own.length) throw sameTwice(municipality);
      return { municipality, own, groups, key: groups.has("") ? "" : sumOfOthers(groups) };
    },
  );
  return all.map(({ municipality, own, groups, key }) => {
    const whole = key !== undefined && isWhole(key) ? groups.get(key) : undefined;
    if (whole === undefined) return { municipality, ...sumOf([...groups.values()]), groups };
    if (key === "") return { municipality, ...whole, groups };
    const byFigures = own.find((row) => groupKey(row.group) === key)?.group ?? "";
    return { municipality, ...whole, groups, byFigures };
  });

  /** Under a name that says nothing, everywhere: few citizens may come to the same sums by chance. */
  function isWhole(name: string): boolean {
    const fits = ({ groups, key }: (typeof all)[number]): boolean =>
      key === name || key === "" || groups.size < 3 || !groups.has(name);
    return mayBeEverybody(name) || all.every(fits);
  }
}

/**
 * Refuses to add up groups of which one is called as if it were everybody (`Over 25 år i alt`), while its figures are
 * not those of the others: it may be, with groups left out, or be one of them.
 */
function checkNames({ municipality, groups, byFigures }: Told): void {
  if (groups.size < 2 || groups.has("") || byFigures !== undefined) return;
  const name = [...groups.keys()].find(mayBeEverybody);
  if (name === undefined) return;
  throw competitionError({
    code: "whole-or-group",
    path: "municipalities",
    received: `${municipality}: ${[...groups.keys()].join("; ")}`,
    expected: `to know whether "${name}" is everybody: its counts aren't those of the other groups together`,
    hint: "If it is, call it I alt; if it isn't, give it another name; or name the plan's groups, which are counted alone.",
  });
}

/** The municipality as one group, for a plan that names none. */
function together({ municipality, events, total }: Peer): Peer {
  return { municipality, events, total, groups: new Map([["", { events, total }]]) };
}

/** A municipality's citizens outside of the plan's groups, as far as its figures tell of them. */
function outsideOf({ municipality, events, total }: Told, peers: readonly Peer[]): Reference["outside"] {
  const within = peers.find((peer) => peer.municipality === municipality);
  if (within === undefined || total <= within.total) return [];
  const groups = { events: within.events, total: within.total };
  return [{ municipality, all: { events, total }, within: groups }];
}

/** The municipality by the groups of the plan; nothing where its figures lack one. */
function byGroups({ municipality, groups: told }: Told, names: readonly string[]): Peer | undefined {
  const groups = names.map((name) => [name, told.get(groupKey(name))] as const);
  const known = groups.flatMap(([name, count]) => (count === undefined ? [] : [[name, count] as const]));
  if (known.length < names.length) return undefined;
  return { municipality, ...sumOf(known.map(([, count]) => count)), groups: new Map(known) };
}

function sumOf(counts: readonly Count[]): Count {
  return counts.reduce((sum, each) => ({ events: sum.events + each.events, total: sum.total + each.total }), {
    events: 0,
    total: 0,
  });
}

function sameTwice(municipality: string): Error {
  return competitionError({
    code: "duplicate-row",
    path: "municipalities",
    received: municipality,
    expected: "one row per municipality, group and measure",
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

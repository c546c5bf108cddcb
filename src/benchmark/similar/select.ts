import { competitionError, nearestWord } from "../../core/index.js";
import { comparable, municipalityKey } from "../names.js";
import { candidatesOf, complete, lacking, type Candidate } from "./candidates.js";
import { byDistance, nearestTo } from "./nearest.js";
import {
  distancesFrom,
  spaceOf,
  standardized,
  whitened,
  type Coordinates,
  type DistancesFrom,
  type Space,
} from "./space.js";
import { branchOf, type Cut } from "./tree.js";
import type { FoundPeer, PeerRow, PeersData } from "./types.js";

/** Who is comparable by some rows of one period. */
export interface Selection extends Pick<
  PeersData,
  "municipality" | "peers" | "leftOut" | "considered" | "scaling" | "height" | "cluster"
> {
  /** Those that are as far away as the last, where they are more than were asked for. */
  readonly tied: readonly string[];
}

/** Who is comparable when one of the conditions, by its place, is left out. */
export type Selector = (without?: number) => Selection;

const PLAIN = { tied: [], leftOut: [], scaling: [], height: null, cluster: null } as const;

/**
 * The other members of the municipality's cluster.
 *
 * @throws CompetitionError `no-cluster`, `two-clusters`.
 */
export function membersOf(municipality: string, rows: readonly PeerRow[]): Selection {
  const key = municipalityKey(municipality);
  const own = rows.filter((row) => municipalityKey(row.municipality) === key);
  const clusters = new Map(
    own.flatMap(({ cluster }) => (cluster === undefined ? [] : [[comparable(cluster), cluster] as const])),
  );
  const [found] = clusters;
  if (found === undefined || clusters.size > 1) {
    const near = own.length > 0 ? undefined : nearestIn(municipality, rows);
    throw competitionError({
      code: found === undefined ? "no-cluster" : "two-clusters",
      path: "findPeers.rows",
      received: found === undefined ? municipality : [...clusters.values()].join(", "),
      expected: `one cluster of ${municipality}`,
      ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
    });
  }
  const [sought, cluster] = found;
  const candidates = candidatesOf(rows, [], () => undefined);
  const members = new Set(
    rows
      .filter((row) => row.cluster !== undefined && comparable(row.cluster) === sought)
      .map((row) => municipalityKey(row.municipality)),
  );
  const peers = candidates
    .filter((each) => each.key !== key && members.has(each.key))
    .map((each): FoundPeer => ({ municipality: each.municipality, distance: null }));
  const shown = candidates.find((each) => each.key === key)?.municipality ?? municipality;
  return {
    ...PLAIN,
    municipality: shown,
    peers: peers.toSorted(byDistance),
    considered: candidates.length - 1,
    cluster,
  };
}

/** Those with the nearest expected share: distances are differences of proportions. */
export function nearestShares(municipality: string, rows: readonly PeerRow[], n: number): Selection {
  const names = ["expectedShare"];
  if (rows.every((row) => row.expectedShare === undefined)) throw noShares();
  const candidates = candidatesOf(rows, names, (row) => row.expectedShare);
  const whole = complete(candidates, [0]);
  const own = placeOf(municipality, whole, candidates, names);
  const shareOf = (at: number): number => whole[at]?.values[0] ?? 0;
  const distances = whole.map((_, at) => Math.abs(shareOf(at) - shareOf(own)));
  const near = nearestTo(whole, own, n, distances);
  return { ...PLAIN, ...near, ...ownFacts(whole, own), leftOut: lacking(candidates, names, [0]) };
}

function noShares(): Error {
  return competitionError({
    code: "no-expected-shares",
    path: "findPeers.rows",
    expected: "rows with an expected share (expectedShare)",
    hint: 'Jobindsats\' table y30r21 has them, in the column "Forventet andel (pct.)"; parseJobindsats and parseMunicipalities read it.',
  });
}

/** Those with the nearest framework conditions. */
export function nearestConditions(
  municipality: string,
  rows: readonly PeerRow[],
  covariates: readonly string[],
  distance: "standardized" | "mahalanobis",
  n: number,
): Selector {
  const scale = distance === "standardized" ? standardized : whitened;
  return byConditions(municipality, rows, covariates, scale, ({ whole, own, distances, without }) => {
    return { ...nearestTo(whole, own, n, distances(without)), height: null };
  });
}

/** Those in the same branch of the tree; distances are those of standardized conditions. */
export function sameBranch(
  municipality: string,
  rows: readonly PeerRow[],
  covariates: readonly string[],
  cut: Cut,
): Selector {
  return byConditions(municipality, rows, covariates, standardized, (surroundings) => {
    const { whole, own, coordinates, without } = surroundings;
    const distances = whole.map((_, at) => [...distancesFrom(coordinates, at)(without)]);
    const { members, height } = branchOf(distances, own, cut);
    const peers = members
      .filter((at) => at !== own)
      .map((at): FoundPeer => ({
        municipality: whole[at]?.municipality ?? "",
        distance: distances[own]?.[at] ?? NaN,
      }));
    return { peers: peers.toSorted(byDistance), tied: [], height: "height" in cut ? cut.height : height };
  });
}

interface Surroundings {
  readonly whole: readonly Candidate[];
  /** The municipality's own position among them. */
  readonly own: number;
  readonly coordinates: Coordinates;
  /** From the municipality itself. */
  readonly distances: DistancesFrom;
  /** The condition that is left out of the coordinates, by its place in them. */
  readonly without: number | undefined;
}

/**
 * A choice by conditions. Whoever lacks nothing but the condition that is left out comes in; where nobody does, the
 * space with all conditions is used again.
 */
function byConditions(
  municipality: string,
  rows: readonly PeerRow[],
  covariates: readonly string[],
  scale: (space: Space) => Coordinates,
  choose: (surroundings: Surroundings) => Pick<Selection, "peers" | "tied" | "height">,
): Selector {
  const candidates = candidatesOf(rows, covariates, ({ covariates: told = {} }, name) =>
    Object.hasOwn(told, name) ? told[name] : undefined,
  );
  const all = [...covariates.keys()];
  const wholeByAll = complete(candidates, all);
  const isFull = wholeByAll.length === candidates.length;
  let byAll: Measured | undefined;
  return (without) => {
    const used = without === undefined ? all : all.filter((at) => at !== without);
    const names = used.map((at) => covariates[at] ?? "");
    const whole = isFull || without === undefined ? wholeByAll : complete(candidates, used);
    const own = placeOf(municipality, whole, candidates, names);
    const isShared = whole.length === wholeByAll.length;
    const { spreads, ...placed } = isShared
      ? (byAll ??= measured(spaceOf(whole, covariates), scale, own))
      : measured(spaceOf(picked(whole, used), names), scale, own);
    const chosen = choose({ whole, own, ...placed, without: isShared ? without : undefined });
    return {
      tied: chosen.tied,
      leftOut: isFull ? [] : lacking(candidates, covariates, used),
      scaling: without === undefined ? scalingOf(spreads, whole[own]) : [],
      height: chosen.height,
      cluster: null,
      peers: chosen.peers,
      ...ownFacts(whole, own),
    };
  };
}

/** Where municipalities stand, and how their conditions were measured for it. */
interface Measured {
  readonly spreads: Space["spreads"];
  readonly coordinates: Coordinates;
  readonly distances: DistancesFrom;
}

function measured(space: Space, scale: (space: Space) => Coordinates, own: number): Measured {
  const coordinates = scale(space);
  return { spreads: space.spreads, coordinates, distances: distancesFrom(coordinates, own) };
}

function scalingOf(spreads: Space["spreads"], own: Candidate | undefined): Selection["scaling"] {
  return spreads.map((spread, at) => ({ ...spread, own: own?.values[at] ?? spread.mean }));
}

function picked(candidates: readonly Candidate[], columns: readonly number[]): readonly Candidate[] {
  return candidates.map((each) => ({ ...each, values: columns.map((at) => each.values[at] ?? NaN) }));
}

function ownFacts(whole: readonly Candidate[], own: number): Pick<Selection, "municipality" | "considered"> {
  return { municipality: whole[own]?.municipality ?? "", considered: whole.length - 1 };
}

/** The position of the municipality itself among those of whom all is known. */
function placeOf(
  municipality: string,
  whole: readonly Candidate[],
  candidates: readonly Candidate[],
  names: readonly string[],
): number {
  const key = municipalityKey(municipality);
  const own = whole.findIndex((each) => each.key === key);
  if (own >= 0 && whole.length > 1) return own;
  if (own >= 0) {
    throw competitionError({
      code: "no-peers",
      path: "findPeers.rows",
      received: 0,
      expected: `others beside ${municipality} of which ${names.join(", ")} is known`,
    });
  }
  if (candidates.some((each) => each.key === key)) {
    throw competitionError({
      code: "not-measured",
      path: "findPeers.rows",
      received: municipality,
      expected: `${names.join(", ")} of the municipality itself`,
      hint: "Leave out what isn't known of it.",
    });
  }
  const near = nearestIn(municipality, candidates);
  throw competitionError({
    code: "no-such-municipality",
    path: "findPeers.rows",
    received: municipality,
    expected: "rows of the municipality itself, which the others are compared with",
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

function nearestIn(
  municipality: string,
  rows: readonly { readonly municipality: string }[],
): string | undefined {
  return nearestWord(
    municipality,
    rows.map((row) => row.municipality),
  );
}

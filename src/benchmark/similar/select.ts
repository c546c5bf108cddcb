import { competitionError, nearestWord } from "../../core/index.js";
import { comparable, municipalityKey } from "../names.js";
import { candidatesOf, complete, nameOf, type Candidate, type Measured } from "./candidates.js";
import { byDistance, nearestTo } from "./nearest.js";
import { distanceOf, standardize, whiten, type Scaled } from "./scale.js";
import { branchOf, type Cut } from "./tree.js";
import type { FoundPeer, PeerRow, PeersData, Scaling } from "./types.js";

/** Who is comparable by some rows of one period. */
export interface Selection {
  readonly municipality: string;
  readonly peers: readonly FoundPeer[];
  readonly tied: readonly string[];
  readonly leftOut: PeersData["leftOut"];
  readonly considered: number;
  readonly scaling: readonly Scaling[];
  readonly height: number | null;
  readonly cluster: string | null;
}

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
    own.flatMap(({ cluster }) => (cluster === undefined ? [] : [[comparable(cluster), cluster]])),
  );
  const [found] = clusters;
  if (found === undefined || clusters.size > 1) {
    throw competitionError({
      code: found === undefined ? "no-cluster" : "two-clusters",
      path: "findPeers.rows",
      received: found === undefined ? municipality : [...clusters.values()].join(", "),
      expected: `one cluster of ${municipality}`,
    });
  }
  const candidates = candidatesOf(rows, () => []);
  const members = new Set(
    rows
      .filter((row) => row.cluster !== undefined && comparable(row.cluster) === found[0])
      .map((row) => municipalityKey(row.municipality)),
  );
  const peers = candidates
    .filter((each) => each.key !== key && members.has(each.key))
    .map((each): FoundPeer => ({ municipality: each.municipality, distance: null }));
  return {
    ...PLAIN,
    municipality: nameOf(own),
    peers: peers.toSorted(byDistance),
    considered: candidates.length - 1,
    cluster: found[1] ?? null,
  };
}

/** Those with the nearest expected share: distances are differences of proportions. */
export function nearestShares(municipality: string, rows: readonly PeerRow[], n: number): Selection {
  const { whole, own, leftOut } = measuredBy(municipality, rows, ["expectedShare"], (row) =>
    row.expectedShare === undefined ? [] : [["expectedShare", row.expectedShare]],
  );
  const shareOf = (at: number): number => whole[at]?.values.get("expectedShare") ?? 0;
  const near = nearestTo(whole, own, n, (at) => Math.abs(shareOf(at) - shareOf(own)));
  return { ...PLAIN, ...near, ...facts(whole, own), leftOut };
}

/** Those with the nearest framework conditions. */
export function nearestConditions(
  municipality: string,
  rows: readonly PeerRow[],
  covariates: readonly string[],
  distance: "standardized" | "mahalanobis",
  n: number,
): Selection {
  const { whole, own, leftOut } = conditionsOf(municipality, rows, covariates);
  const scaled = (distance === "standardized" ? standardize : whiten)(whole, covariates);
  const near = nearestTo(whole, own, n, (at) => between(scaled, at, own));
  return { ...PLAIN, ...near, ...facts(whole, own), leftOut, scaling: scalingOf(scaled, whole[own]) };
}

/** Those in the same branch of the tree; distances are those of standardized conditions. */
export function sameBranch(
  municipality: string,
  rows: readonly PeerRow[],
  covariates: readonly string[],
  cut: Cut,
): Selection {
  const { whole, own, leftOut } = conditionsOf(municipality, rows, covariates);
  const scaled = standardize(whole, covariates);
  const { members, height } = branchOf(scaled.points, own, cut);
  const peers = members
    .filter((at) => at !== own)
    .map((at): FoundPeer => ({
      municipality: whole[at]?.municipality ?? "",
      distance: between(scaled, at, own),
    }));
  return {
    ...PLAIN,
    ...facts(whole, own),
    peers: peers.toSorted(byDistance),
    leftOut,
    scaling: scalingOf(scaled, whole[own]),
    height: "height" in cut ? cut.height : height,
  };
}

function conditionsOf(
  municipality: string,
  rows: readonly PeerRow[],
  covariates: readonly string[],
): Measurements {
  const names = new Set(covariates);
  return measuredBy(municipality, rows, covariates, (row) =>
    Object.entries(row.covariates ?? {}).filter(([name]) => names.has(name)),
  );
}

interface Measurements {
  readonly whole: readonly Candidate[];
  /** The municipality's own position among them. */
  readonly own: number;
  readonly leftOut: PeersData["leftOut"];
}

/** Those of whom all is known, the municipality itself among them. */
function measuredBy(
  municipality: string,
  rows: readonly PeerRow[],
  names: readonly string[],
  measured: Measured,
): Measurements {
  const candidates = candidatesOf(rows, measured);
  const { whole, leftOut } = complete(candidates, names);
  const key = municipalityKey(municipality);
  const own = whole.findIndex((each) => each.key === key);
  if (own < 0) throw notMeasured(municipality, names, candidates);
  if (whole.length < 2) {
    throw competitionError({
      code: "no-peers",
      path: "findPeers.rows",
      received: whole.length - 1,
      expected: `others beside ${municipality} of which ${names.join(", ")} is known`,
    });
  }
  return { whole, own, leftOut };
}

function notMeasured(
  municipality: string,
  names: readonly string[],
  candidates: readonly Candidate[],
): Error {
  const own = candidates.find((each) => each.key === municipalityKey(municipality));
  const near = nearestWord(
    municipality,
    candidates.map((each) => each.municipality),
  );
  if (own === undefined) {
    return competitionError({
      code: "no-such-municipality",
      path: "findPeers.rows",
      received: municipality,
      expected: "rows of the municipality itself, which the others are compared with",
      ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
    });
  }
  return competitionError({
    code: "not-measured",
    path: `findPeers.rows.${municipality}`,
    received: names.filter((name) => !own.values.has(name)).join(", "),
    expected: "all that the comparison is by",
    hint: "Leave out what isn't known of the municipality itself.",
  });
}

function between({ points }: Scaled, a: number, b: number): number {
  return distanceOf(points[a] ?? [], points[b] ?? []);
}

function facts(
  whole: readonly Candidate[],
  own: number,
): { readonly municipality: string; readonly considered: number } {
  return { municipality: whole[own]?.municipality ?? "", considered: whole.length - 1 };
}

function scalingOf({ spreads }: Scaled, own: Candidate | undefined): readonly Scaling[] {
  return spreads.map((each) => ({ ...each, own: own?.values.get(each.covariate) ?? each.mean }));
}

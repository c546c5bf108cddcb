import { compareDanish } from "../../display/index.js";
import type { Candidate } from "./candidates.js";
import type { FoundPeer } from "./types.js";

/** Those nearest, and whether more than were asked for are as near as the last. */
export interface Nearest {
  readonly peers: readonly FoundPeer[];
  readonly tied: readonly string[];
}

/** A distance as distances are compared: what differs by no more than the rounding of doubles is equal. */
function rounded(distance: number | null): number {
  return Math.round((distance ?? 0) * 1e10);
}

/** The n nearest to the one at a position, and all that are as near as the n-th. */
export function nearestTo(
  candidates: readonly Candidate[],
  own: number,
  n: number,
  distance: (other: number) => number,
): Nearest {
  const distances = new Float64Array(candidates.length);
  for (let at = 0; at < distances.length; at++) distances[at] = at === own ? Infinity : distance(at);
  const last = rounded(distances.toSorted()[Math.min(n, candidates.length - 1) - 1] ?? 0);
  const peers: FoundPeer[] = [];
  for (let at = 0; at < distances.length; at++) {
    const each = distances[at] ?? Infinity;
    if (at === own || rounded(each) > last) continue;
    peers.push({ municipality: candidates[at]?.municipality ?? "", distance: each });
  }
  peers.sort(byDistance);
  const tied = peers.length > n ? peers.filter((each) => rounded(each.distance) === last) : [];
  return { peers, tied: tied.map(({ municipality }) => municipality) };
}

/** Nearest first, then by the Danish alphabet. */
export function byDistance(a: FoundPeer, b: FoundPeer): number {
  return rounded(a.distance) - rounded(b.distance) || compareDanish(a.municipality, b.municipality);
}

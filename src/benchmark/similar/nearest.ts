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
  const others = candidates
    .flatMap(({ municipality }, at) => (at === own ? [] : [{ municipality, distance: distance(at) }]))
    .toSorted(byDistance);
  const last = rounded(others[Math.min(n, others.length) - 1]?.distance ?? 0);
  const peers = others.filter((each) => rounded(each.distance) <= last);
  const tied = peers.filter((each) => rounded(each.distance) === last).map((each) => each.municipality);
  return { peers, tied: peers.length > n ? tied : [] };
}

/** Nearest first, then by the Danish alphabet. */
export function byDistance(a: FoundPeer, b: FoundPeer): number {
  return rounded(a.distance) - rounded(b.distance) || compareDanish(a.municipality, b.municipality);
}

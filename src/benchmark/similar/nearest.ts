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
  return Math.round((distance ?? 0) * SCALE);
}

const SCALE = 1e10;

/** The n nearest to the one at a position, by the distances from it, and all that are as near as the n-th. */
export function nearestTo(
  candidates: readonly Candidate[],
  own: number,
  n: number,
  distances: ArrayLike<number>,
): Nearest {
  const last = rounded(nthLeast(distances, own, Math.min(n, candidates.length - 1)));
  const most = (last + 0.5) / SCALE; // what is below it is as near as the last when both are rounded
  const peers: FoundPeer[] = [];
  for (let at = 0; at < candidates.length; at++) {
    const distance = distances[at] ?? Infinity;
    if (at === own || distance >= most) continue;
    peers.push({ municipality: candidates[at]?.municipality ?? "", distance });
  }
  peers.sort(byDistance);
  const tied = peers.length > n ? peers.filter((each) => rounded(each.distance) === last) : [];
  return { peers, tied: tied.map(({ municipality }) => municipality) };
}

/** The n-th of the distances but one's own, the least first. Few are wanted of many: they need not all be sorted. */
function nthLeast(distances: ArrayLike<number>, own: number, n: number): number {
  const least: number[] = [];
  for (let at = 0; at < distances.length; at++) {
    const distance = distances[at] ?? Infinity;
    if (at === own || (least.length === n && distance >= (least[n - 1] ?? 0))) continue;
    let to = Math.min(least.length, n - 1);
    for (; to > 0 && (least[to - 1] ?? 0) > distance; to--) least[to] = least[to - 1] ?? 0;
    least[to] = distance;
  }
  return least[n - 1] ?? 0;
}

/** Nearest first, then by the Danish alphabet. */
export function byDistance(a: FoundPeer, b: FoundPeer): number {
  return rounded(a.distance) - rounded(b.distance) || compareDanish(a.municipality, b.municipality);
}

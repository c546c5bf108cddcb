import { chiSquaredCdf } from "../numerics/index.js";
import type { Peer } from "./peers.js";

/** How far the peers' rates lie from each other, against what chance alone would do. */
export interface Heterogeneity {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * Pearson's chi-squared test that all peers have one rate p = Σe/Σn:
 * X² = Σ (eᵢ − nᵢp)² / (nᵢ p (1 − p)) on k − 1 degrees of freedom.
 *
 * Nothing where it can't be asked: fewer than two peers with citizens, or no event, or no other.
 */
export function peerHeterogeneity(peers: readonly Peer[]): Heterogeneity | undefined {
  const asked = peers.filter((peer) => peer.total > 0);
  const events = asked.reduce((sum, peer) => sum + peer.events, 0);
  const total = asked.reduce((sum, peer) => sum + peer.total, 0);
  if (asked.length < 2 || events === 0 || events === total) return undefined;
  const rate = events / total;
  const statistic = asked.reduce(
    (sum, peer) => sum + (peer.events - peer.total * rate) ** 2 / (peer.total * rate * (1 - rate)),
    0,
  );
  const degreesOfFreedom = asked.length - 1;
  return { statistic, degreesOfFreedom, pValue: chiSquaredCdf(statistic, degreesOfFreedom, "upper") };
}

import { addCounts, mixOfStandard, standardOf } from "./caseMix.js";
import type { Peer } from "./peers.js";
import { shiftsOf } from "./place.js";
import { clusterOf, type Cluster } from "./spread.js";
import { sumOf, type Reference } from "./unit.js";

/** What the peers are as a whole: the standard to hold units against and, with enough of them, their spread. */
export interface Basis {
  readonly reference: Reference;
  readonly cluster: Cluster | undefined;
}

/** The basis of peers with citizens; with too few to know their spread, the limits are those of their own chance. */
export function basisOf(peers: readonly Peer[], level: number): Basis {
  const counts = addCounts(peers.map(({ groups }) => groups));
  const standard = standardOf(counts);
  const cluster = clusterOf(peers, standard, level);
  const typical = cluster?.typical ?? shiftsOf(sumOf([...counts.values()]), mixOfStandard(standard), level);
  return { reference: { standard, counts, typical }, cluster };
}

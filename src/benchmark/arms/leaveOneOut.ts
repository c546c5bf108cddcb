import { basisOf } from "./basis.js";
import type { Peer } from "./peers.js";
import type { FilledPlan } from "./plan.js";
import { positionOf, type Bar } from "./position.js";
import { FEWEST_PEERS } from "./spread.js";
import type { ClusterSpread } from "../types.js";
import { isMixed, sumOf, unitBeside } from "./unit.js";
import type { Units } from "./units.js";

/** The cluster without one of its municipalities at a time, where enough are left to know their spread. */
export function leaveOneOut(
  peers: readonly Peer[],
  arms: Units["arms"],
  { level, minimumMature }: FilledPlan,
): ClusterSpread["leaveOneOut"] {
  const counted = peers.filter(({ total }) => total > 0);
  if (counted.length <= FEWEST_PEERS) return [];
  return counted.flatMap((left) => {
    const others = counted.filter((peer) => peer !== left);
    if (!isMixed(sumOf(others))) return [];
    const { reference, cluster } = basisOf(others, level);
    if (cluster === undefined) return [];
    const bar: Bar = {
      comparable: true,
      spreadKnown: true,
      clusterTotal: sumOf(others).total,
      minimumMature,
    };
    const positions = arms.map((unit) => {
      const beside = unitBeside(unit, reference, level);
      const code = positionOf(beside, bar);
      return { arm: unit.arm, code, ...(beside.ratio === undefined ? {} : { ratio: beside.ratio }) };
    });
    const { typical, prediction } = cluster.spread;
    return [{ municipality: left.municipality, typical, prediction, positions }];
  });
}

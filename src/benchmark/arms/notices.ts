import type { Notice } from "../../core/index.js";
import { nearestMunicipality, recognize } from "../register/recognize.js";
import type { Basis } from "./basis.js";
import type { Peer, Reference } from "./peers.js";
import type { FilledPlan } from "./plan.js";
import { FEWEST_PEERS, hasFew } from "./spread.js";
import type { ArmPosition, ClusterSpread } from "../types.js";
import type { Units } from "./units.js";

/** What notices are made from. */
interface NoticeFacts {
  readonly found: Reference;
  readonly units: Units;
  readonly basis: Basis | undefined;
  readonly positions: readonly ArmPosition[];
  readonly without: ClusterSpread["leaveOneOut"];
  readonly filled: FilledPlan;
}

/** What the reader of a benchmark has to know beside its figures. */
export function noticesOf({
  found,
  units,
  basis,
  positions,
  without,
  filled,
}: NoticeFacts): readonly Notice[] {
  const { peers, leftOut, uncounted, ungrouped } = found;
  return [
    ...unknownOwnName(filled.municipality),
    ...leftOutNotice("peers-of-another-measure", leftOut),
    ...leftOutNotice("peers-without-counts", uncounted),
    ...leftOutNotice("peers-without-groups", ungrouped),
    ...(units.ungrouped > 0
      ? [{ code: "citizens-without-group", severity: "caution" as const, citizens: units.ungrouped }]
      : []),
    ...groupsWithoutPeers(units, basis),
    ...spreadNotices(peers, basis, filled),
    ...dependsOnOne(units, positions, without),
  ];
}

/** A slip in the plan's own name would put the municipality among its peers; one from before 2007 has no name near it. */
function unknownOwnName(municipality: string): readonly Notice[] {
  if (recognize(municipality) !== undefined) return [];
  const nearest = nearestMunicipality(municipality);
  return nearest === undefined
    ? []
    : [{ code: "own-name-unknown", severity: "caution", municipality, nearest }];
}

function leftOutNotice(code: string, municipalities: readonly string[]): readonly Notice[] {
  return municipalities.length > 0 ? [{ code, severity: "info", municipalities }] : [];
}

/** Citizens of the arms in groups in which the cluster has nobody are compared with nobody. */
function groupsWithoutPeers({ whole }: Units, basis: Basis | undefined): readonly Notice[] {
  if (basis === undefined) return [];
  const { groups } = basis.reference.standard;
  const alone = [...whole.groups].filter(([group, { total }]) => total > 0 && !groups.has(group));
  if (alone.length === 0) return [];
  const citizens = alone.reduce((sum, [, { total }]) => sum + total, 0);
  return [
    { code: "groups-without-peers", severity: "caution", groups: alone.map(([name]) => name), citizens },
  ];
}

function spreadNotices(
  peers: readonly Peer[],
  basis: Basis | undefined,
  { level }: FilledPlan,
): readonly Notice[] {
  if (basis === undefined) return [];
  if (basis.cluster === undefined) {
    return [{ code: "spread-unknown", severity: "caution", peers: peers.length, fewest: FEWEST_PEERS }];
  }
  const { model, tauSquared, iSquared, pValue } = basis.cluster.spread;
  const few = peers.filter((peer) => peer.total > 0 && hasFew(peer)).map(({ municipality }) => municipality);
  return [
    ...(model === "random-effects" && few.length > 0
      ? [{ code: "small-counts", severity: "caution" as const, municipalities: few }]
      : []),
    ...(pValue < 1 - level
      ? [
          {
            code: "overdispersion-carried",
            severity: "info" as const,
            peers: peers.length,
            tauSquared,
            iSquared,
            pValue,
          },
        ]
      : []),
  ];
}

/** Positions that change when one municipality is left out. */
function dependsOnOne(
  units: Units,
  positions: readonly ArmPosition[],
  without: ClusterSpread["leaveOneOut"],
): readonly Notice[] {
  return positions.flatMap(({ arm, code }): readonly Notice[] => {
    const flips = without.filter((each) =>
      each.positions.some((position) => position.arm === arm && position.code !== code),
    );
    if (flips.length === 0) return [];
    const municipalities = flips.map(({ municipality }) => municipality);
    const name = units.arms.find((unit) => unit.arm === arm)?.name ?? arm;
    return [{ code: "depends-on-one-municipality", severity: "caution", arm, name, municipalities }];
  });
}

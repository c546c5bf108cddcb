import type { Notice } from "../../core/index.js";
import type { PeersData } from "../similar/types.js";
import type { Basis } from "./basis.js";
import { choiceNotices } from "./choice.js";
import type { Peer, Reference } from "./peers.js";
import type { FilledPlan } from "./plan.js";
import { FEWEST_PEERS, hasFew } from "./spread.js";
import type {
  ArmBenchmark,
  ArmPosition,
  BenchmarkPosition,
  ClusterSpread,
  Funnel,
  UnitBenchmark,
} from "../types.js";
import { isMixed, sumOf } from "./unit.js";
import type { Units } from "./units.js";

/** What notices are made from. */
interface NoticeFacts {
  readonly found: Reference;
  readonly chosen: PeersData | undefined;
  readonly peers: readonly Peer[];
  readonly units: Units;
  readonly basis: Basis | undefined;
  readonly arms: readonly ArmBenchmark[];
  readonly whole: UnitBenchmark;
  readonly positions: readonly ArmPosition[];
  readonly wholePosition: BenchmarkPosition;
  readonly without: ClusterSpread["leaveOneOut"];
  readonly same: ClusterSpread["sameInGroups"];
  readonly funnel: Funnel | undefined;
  readonly filled: FilledPlan;
  /** What the figures' file said of who is compared and who isn't. */
  readonly unseen: readonly Notice[];
  /** What was said while units and peers were made coarser. */
  readonly coarsened: readonly Notice[];
  readonly isPublished: boolean;
}

/** What the reader of a benchmark has to know beside its figures. */
export function noticesOf({
  found,
  chosen,
  peers,
  units,
  basis,
  arms,
  whole,
  positions,
  wholePosition,
  without,
  same,
  funnel,
  filled,
  unseen,
  coarsened,
  isPublished,
}: NoticeFacts): readonly Notice[] {
  const { leftOut, uncounted, ungrouped, empty } = found;
  return [
    ...coarsened,
    ...choiceNotices(chosen, found, filled),
    ...unseen,
    ...namesNotice("peers-of-another-measure", leftOut),
    ...namesNotice("peers-without-counts", uncounted),
    ...namesNotice("events-nearest", found.nearest),
    ...directionNotice(found),
    ...namesNotice("peers-without-groups", ungrouped),
    ...incompleteNotice(found),
    ...namesNotice("peers-without-citizens", empty),
    ...wholeNotices(found),
    ...outsideNotices(found, isPublished),
    ...(units.ungrouped === 0
      ? []
      : [{ code: "citizens-without-group", severity: "caution" as const, citizens: units.ungrouped }]),
    ...groupsWithoutCitizens(units),
    ...groupsWithoutPeers(units, basis),
    ...unmixedNotices(found, peers),
    ...spreadNotices(peers, basis, filled),
    ...(funnel?.width === "chance-despite-overdispersion"
      ? [{ code: "funnel-not-widened", severity: "caution" as const }]
      : []),
    ...(same !== undefined && same.pValue < 1 - filled.level
      ? [{ code: "differs-by-group", severity: "caution" as const, ...same }]
      : []),
    ...rankNotice({ arms, whole, positions, wholePosition }),
    ...dependsOnOne(arms, positions, without),
  ];
}

function namesNotice(code: string, municipalities: readonly string[]): readonly Notice[] {
  return municipalities.length > 0 ? [{ code, severity: "info", municipalities }] : [];
}

/** Who would be compared by a part of its citizens, with the groups that it lacks. */
function incompleteNotice({ incomplete }: Reference): readonly Notice[] {
  if (incomplete.length === 0) return [];
  return [
    {
      code: "peers-lacking-a-group",
      severity: "caution",
      municipalities: incomplete.map(({ municipality }) => municipality),
      lacking: incomplete.map(({ groups }) => groups.join(", ")),
    },
  ];
}

/** Rows that don't tell which end is the good one: should it be the low one, the conclusion would be turned round. */
function directionNotice({ rows, undirected }: Reference): readonly Notice[] {
  if (undirected.length === 0) return [];
  const isAll = rows.every(({ direction }) => direction === undefined);
  return [
    { code: "direction-not-told", severity: "caution", ...(isAll ? {} : { municipalities: undirected }) },
  ];
}

/** Groups that were taken for everybody since their figures are those of all others together. */
function wholeNotices({ wholes }: Reference): readonly Notice[] {
  const groups = [...new Set(wholes.map((each) => each.group))];
  return groups.map((name) => ({
    code: "group-taken-for-all",
    severity: "caution",
    group: name,
    municipalities: wholes.filter((each) => each.group === name).map(({ municipality }) => municipality),
  }));
}

/** Citizens of the peers outside of the plan's groups; how many isn't told to the public, who could take it from the sums. */
function outsideNotices({ outside }: Reference, isPublished: boolean): readonly Notice[] {
  if (outside.length === 0) return [];
  const facts = { code: "peers-citizens-without-group", severity: "caution" as const };
  if (isPublished) return [{ ...facts, citizens: null }];
  return [
    {
      ...facts,
      citizens: outside.reduce((sum, { all, within }) => sum + all.total - within.total, 0),
      municipalities: outside.map(({ municipality }) => municipality),
      events: outside.map(({ all }) => all.events),
      totals: outside.map(({ all }) => all.total),
      eventsWithin: outside.map(({ within }) => within.events),
      totalsWithin: outside.map(({ within }) => within.total),
    },
  ];
}

/** Groups of the plan in which the municipality has nobody yet whose outcome is known: rare ones, or a level that was mistyped. */
function groupsWithoutCitizens({ whole }: Units): readonly Notice[] {
  const empty = [...whole.groups].filter(([, { total }]) => total === 0).map(([group]) => group);
  if (empty.length === 0 || empty.length === whole.groups.size) return [];
  return [{ code: "groups-without-citizens", severity: "info", groups: empty }];
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

/** A cluster of which nobody had a success, or everybody. */
function unmixedNotices({ differences }: Reference, peers: readonly Peer[]): readonly Notice[] {
  const { events, total } = sumOf(peers);
  if (differences.length > 0 || total === 0 || isMixed({ events, total })) return [];
  const code = events === 0 ? "cluster-without-successes" : "cluster-without-failures";
  return [{ code, severity: "warning", citizens: total }];
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
  const { tauSquared, iSquared, pValue } = basis.cluster.spread;
  const few = peers.filter((peer) => peer.total > 0 && hasFew(peer)).map(({ municipality }) => municipality);
  return [
    ...(few.length > 0 ? [{ code: "small-counts", severity: "caution" as const, municipalities: few }] : []),
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

/** Units whose rank is clearly among the high or the low ones while their position isn't, or the other way round. */
function rankNotice({
  arms,
  whole,
  positions,
  wholePosition,
}: Pick<NoticeFacts, "arms" | "whole" | "positions" | "wholePosition">): readonly Notice[] {
  const units = arms.flatMap(({ arm, name, rank }) => {
    const code = positions.find((position) => position.arm === arm)?.code;
    return seemToDiffer(rank, code) ? [name] : [];
  });
  const municipality = seemToDiffer(whole.rank, wholePosition) ? whole.name : null;
  if (units.length === 0 && municipality === null) return [];
  return [{ code: "rank-beside-position", severity: "info", units, municipality }];
}

/** On which side of the middle rank all ranks lie that can't be ruled out, against what the position says. */
function seemToDiffer(rank: UnitBenchmark["rank"], code: BenchmarkPosition | undefined): boolean {
  if (rank === undefined) return false;
  const middle = (rank.of + 1) / 2;
  const isHigh = rank.upper < middle;
  const isLow = rank.lower > middle;
  switch (code) {
    case "above-cluster":
      return !isHigh;
    case "below-cluster":
      return !isLow;
    case "within-cluster":
      return isHigh || isLow;
    default:
      return false;
  }
}

/** Positions that change when one municipality is left out, with the interval before and after: it may be little that decides. */
function dependsOnOne(
  arms: readonly ArmBenchmark[],
  positions: readonly ArmPosition[],
  without: ClusterSpread["leaveOneOut"],
): readonly Notice[] {
  return arms.flatMap(({ arm, name, ratio }): readonly Notice[] => {
    const code = positions.find((position) => position.arm === arm)?.code;
    const flips = without.flatMap(({ municipality, positions: others }) => {
      const other = others.find((position) => position.arm === arm);
      if (other?.ratio === undefined || other.code === code) return [];
      return [{ municipality, ...other.ratio.interval }];
    });
    if (flips.length === 0 || ratio === undefined) return [];
    const { lower, upper } = ratio.interval;
    return [
      {
        code: "depends-on-one-municipality",
        severity: "caution",
        arm,
        name,
        lower,
        upper,
        municipalities: flips.map(({ municipality }) => municipality),
        lowerWithout: flips.map((each) => each.lower),
        upperWithout: flips.map((each) => each.upper),
      },
    ];
  });
}

import { competitionError, type Notice } from "../../core/index.js";
import { compareDanish } from "../../display/index.js";
import type { Count } from "../../inference/index.js";
import { addCounts, type GroupCounts } from "./caseMix.js";
import { addCells, isSafe, joinSmall, type Cell } from "./joinSmall.js";
import { FEWEST_MERGED, nameOfMerged } from "./mergeSmall.js";
import type { Peer } from "./peers.js";
import { sumOf, type Unit } from "./unit.js";
import type { Units } from "./units.js";

/** Groups joined to one are seen from outside only: two hide each other. */
const FEWEST_GROUPS = 2;
const NOBODY: Count = { events: 0, total: 0 };

/** Units and peers of which nothing small can be told, with what was taken together. */
export interface Coarsened {
  readonly units: Units;
  readonly peers: readonly Peer[];
  /** Arms that aren't shown one by one. */
  readonly hidden: readonly string[];
  readonly notices: readonly Notice[];
}

/**
 * The figures of a benchmark as coarse as they have to be for all that is computed of them to be published.
 *
 * Arms of which one has fewer than `minimum` citizens with or without success are shown together only. Groups that are small in a unit or
 * in the cluster are joined, on both sides; then municipalities that are small in a group. A unit counts by its groups alone where few of its
 * citizens are outside of all, and those that are followed are not told where few have an unknown outcome.
 *
 * @throws CompetitionError `too-small-to-publish`
 */
export function coarsen(given: Units, all: readonly Peer[], minimum: number): Coarsened {
  const within = withinGroups(given, minimum);
  const areArmsTold = within.arms.every((arm) => isSafe(sumsOf(arm), minimum));
  const told: Units = areArmsTold ? within : { ...within, arms: [] };
  const reference = addCounts(all.map(({ groups }) => groups));
  const cluster = cellOf(sumOf([...reference.values()]));
  if (!isSafe([...sumsOf(told.whole), cluster], minimum)) throw tooSmall(minimum);

  const shown: readonly GroupCounts[] = [
    ...(areArmsTold ? told.arms : [told.whole]).map(({ groups }) => groups),
    reference,
  ];
  const names = [...told.whole.groups.keys()];
  const small = joinSmall(
    names.map((name) => ({ name, cells: shown.map((groups) => cellOf(groups.get(name) ?? NOBODY)) })),
    { minimum, fewest: FEWEST_GROUPS },
  );
  const joined = small.map(({ name }) => name);
  const regroup = (groups: GroupCounts): GroupCounts => joinGroups(groups, joined);
  const ofUnit = <Any extends Unit>(unit: Any): Any => ({ ...unit, groups: regroup(unit.groups) });
  const { peers, merged } = mergePeers(
    all.map((peer) => ({ ...peer, groups: regroup(peer.groups) })),
    minimum,
  );
  return {
    units: { ...told, arms: told.arms.map(ofUnit), whole: ofUnit(told.whole) },
    peers,
    hidden: areArmsTold ? [] : within.arms.map(({ arm }) => arm),
    notices: [
      ...(areArmsTold ? [] : [{ code: "arms-together", severity: "caution" as const, minimum }]),
      ...(joined.length === 0
        ? []
        : [{ code: "groups-together", severity: "info" as const, groups: joined, minimum }]),
      ...(merged.length === 0
        ? []
        : [
            {
              code: "municipalities-together",
              severity: "caution" as const,
              municipalities: merged,
              name: nameOfMerged(merged.length),
              minimum,
            },
          ]),
    ],
  };
}

function mergePeers(
  peers: readonly Peer[],
  minimum: number,
): { readonly peers: readonly Peer[]; readonly merged: readonly string[] } {
  const groups = [...(peers[0]?.groups.keys() ?? [])];
  const joinable = peers.map((peer) => ({
    name: peer.municipality,
    cells: groups.map((name) => cellOf(peer.groups.get(name) ?? NOBODY)),
    peer,
  }));
  const joined = joinSmall(joinable, { minimum, fewest: FEWEST_MERGED });
  if (joined.length === 0) return { peers, merged: [] };
  if (!isSafe(addCells(joined), minimum)) throw tooSmall(minimum);
  const members = joined.map(({ peer }) => peer);
  const together: Peer = {
    municipality: nameOfMerged(members.length),
    ...sumOf(members),
    groups: addCounts(members.map((peer) => peer.groups)),
  };
  return {
    peers: [...peers.filter((peer) => !members.includes(peer)), together],
    merged: joined.map(({ name }) => name),
  };
}

/**
 * Units without those outside of all groups, where they are few, and all of them without how many were followed, where one
 * has few unknown outcomes: its number would follow from the others' and from that of everyone, which is told elsewhere.
 */
function withinGroups(given: Units, minimum: number): Units {
  const outside = [...given.arms, given.whole].map((unit) => cellOf(outsideOf(unit)));
  const isTold = isSafe(outside, minimum);
  const within = <Any extends Unit>(unit: Any): Any => {
    const count = isTold ? unit.count : sumOf([...unit.groups.values()]);
    return { ...unit, count, mature: matureOf(unit, count, minimum) };
  };
  const units = { ...given, arms: given.arms.map(within), whole: within(given.whole) };
  const areFollowedTold = [...units.arms, units.whole].every(({ mature }) => mature !== null);
  const shown = areFollowedTold ? units : { ...units, ...unfollowed(units) };
  return { ...shown, ...(isTold ? {} : { ungrouped: null }) };
}

function unfollowed({ arms, whole }: Units): Pick<Units, "arms" | "whole"> {
  return { arms: arms.map((arm) => ({ ...arm, mature: null })), whole: { ...whole, mature: null } };
}

/** A unit's known outcomes, and those of its groups. */
function sumsOf({ count, groups }: Unit): readonly Cell[] {
  return [cellOf(count), cellOf(sumOf([...groups.values()]))];
}

function outsideOf({ count, groups }: Unit): Count {
  const { events, total } = sumOf([...groups.values()]);
  return { events: count.events - events, total: count.total - total };
}

/** How many were followed, unless it tells of few whose outcome isn't known. */
function matureOf({ mature }: Unit, { total }: Count, minimum: number): number | null {
  const unknown = (mature ?? total) - total;
  return unknown === 0 || unknown >= minimum ? mature : null;
}

/** The groups with those that are joined as one behind the others. */
function joinGroups(groups: GroupCounts, joined: readonly string[]): GroupCounts {
  if (joined.length === 0) return groups;
  const others = [...groups].filter(([name]) => !joined.includes(name));
  const members = joined.flatMap((name) => groups.get(name) ?? []);
  return new Map([...others, [joined.toSorted(compareDanish).join(" + "), sumOf(members)]]);
}

function cellOf({ events, total }: Count): Cell {
  return { events, nonEvents: total - events };
}

function tooSmall(minimum: number): Error {
  return competitionError({
    code: "too-small-to-publish",
    path: "benchmarkArms",
    received: `fewer than ${minimum} citizens with or without success`,
    expected: `at least ${minimum} with and without success in the municipality, and in those that it is compared with`,
    hint: "Take more municipalities or a longer period, or an internal audience.",
  });
}

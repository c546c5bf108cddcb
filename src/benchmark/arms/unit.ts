import {
  proportion,
  standardize,
  standardizedRatio,
  type Count,
  type Estimate,
} from "../../inference/index.js";
import { mixOf, mixOfStandard, rateAt, type GroupCounts, type Standard } from "./caseMix.js";
import { adjustedRate, ratioToTypical, shiftsOf, type Shifts } from "./place.js";
import type { GroupBenchmark, UnitBenchmark } from "../types.js";

/** An arm or the municipality as a whole: its known outcomes, in all and by the plan's groups. */
export interface Unit {
  readonly name: string;
  readonly mature: number | null;
  readonly count: Count;
  readonly groups: GroupCounts;
}

/** What units are held against. */
export interface Reference {
  readonly standard: Standard;
  /** The cluster's citizens by group. */
  readonly counts: GroupCounts;
  /** The typical municipality, with the limits of the next one. */
  readonly typical: Shifts;
}

/** A unit by itself, as a side panel shows it. */
export function unitAlone({ name, mature, count }: Unit, level: number): UnitBenchmark {
  const rate = proportion(count, { method: "wilson", level });
  return { name, observed: count.events, total: count.total, mature, rate };
}

/**
 * A unit beside the cluster. Citizens in groups that the cluster hasn't stand in the unit's own rate,
 * and nowhere else. Where nobody in the cluster had a success, or everybody had, there is nothing to hold it against: the
 * half success that keeps log odds finite would make the ratio.
 */
export function unitBeside(unit: Unit, reference: Reference, level: number): UnitBenchmark {
  const alone = unitAlone(unit, level);
  const { standard, counts, typical } = reference;
  const count = countWithin(unit.groups, standard);
  if (count.total === 0 || !isMixed(theirsOf(unit.groups, counts))) return alone;
  const mix = mixOf(unit.groups, standard);
  const shifts = shiftsOf(count, mix, level);
  const pooled = { observed: count.events, expected: count.total * rateAt(mix, 0) };
  const grouped = unit.groups.size > 1 || !unit.groups.has("");
  return {
    ...alone,
    expected: count.total * rateAt(mix, typical.estimate),
    ratio: ratioToTypical(shifts, typical, mix, level),
    adjusted: adjustedRate(shifts, mixOfStandard(standard), level),
    indirect: standardizedRatio(pooled, { method: "exact", level }),
    byar: standardizedRatio(pooled, { method: "byar", level }),
    ...(grouped
      ? {
          direct: directRate(unit.groups, counts, level),
          groups: [...unit.groups].map(([group, each]) => groupBeside(group, each, reference, level)),
        }
      : {}),
  };
}

/** Whether some had a success and some hadn't. */
export function isMixed({ events, total }: Count): boolean {
  return events > 0 && events < total;
}

/** The cluster's citizens in groups that the unit has. */
function theirsOf(groups: GroupCounts, cluster: GroupCounts): Count {
  return sumOf(
    [...cluster].flatMap(([group, count]) => ((groups.get(group)?.total ?? 0) > 0 ? [count] : [])),
  );
}

/** A unit's citizens in groups that the cluster has. */
export function countWithin(groups: GroupCounts, standard: Standard): Count {
  return sumOf([...groups].flatMap(([group, count]) => (standard.groups.has(group) ? [count] : [])));
}

/** A group as a unit of its own: what is carried in all is carried in each, and what is expected of them adds up. */
function groupBeside(
  group: string,
  unit: Count,
  { standard, counts, typical }: Reference,
  level: number,
): GroupBenchmark {
  const { events = 0, total = 0 } = counts.get(group) ?? {};
  const mix = mixOf(new Map([[group, { events: 0, total: 1 }]]), standard);
  return {
    group,
    observed: unit.events,
    total: unit.total,
    clusterRate: total === 0 ? null : events / total,
    expected: total === 0 ? null : unit.total * rateAt(mix, typical.estimate),
    ratio:
      !isMixed({ events, total }) || unit.total === 0
        ? null
        : ratioToTypical(shiftsOf(unit, mix, level), typical, mix, level),
  };
}

function directRate(unit: GroupCounts, cluster: GroupCounts, level: number): Estimate {
  const groups = [...cluster].filter(([, { total }]) => total > 0);
  return standardize(
    {
      events: groups.map(([group]) => unit.get(group)?.events ?? 0),
      total: groups.map(([group]) => unit.get(group)?.total ?? 0),
      standard: groups.map(([, { total }]) => total),
    },
    { level },
  );
}

export function sumOf(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, { events, total }) => ({ events: sum.events + events, total: sum.total + total }),
    { events: 0, total: 0 },
  );
}

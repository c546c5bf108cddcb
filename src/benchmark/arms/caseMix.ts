import type { Count } from "../../inference/index.js";
import { expandBracket, findRoot } from "../../numerics/index.js";

/** One unit's citizens by group: successes among known outcomes. Without groups there is one, named "". */
export type GroupCounts = ReadonlyMap<string, Count>;

/** What the cluster has in each group: the standard that every unit is held against. */
export interface Standard {
  /** Groups with citizens, each with the cluster's rate as log odds and its share of the cluster's citizens. */
  readonly groups: ReadonlyMap<string, { readonly logOdds: number; readonly share: number }>;
}

/**
 * The cluster's rates and mix by group.
 *
 * Log odds of a group's rate e/n; where nobody or everybody had a success, of (e + ½)/(n + 1), which is finite.
 */
export function standardOf(counts: GroupCounts): Standard {
  const all = [...counts.values()].reduce((sum, { total }) => sum + total, 0);
  const groups = [...counts].flatMap(([group, { events, total }]) => {
    if (total === 0) return [];
    const odds =
      events === 0 || events === total ? (events + 0.5) / (total - events + 0.5) : events / (total - events);
    return [[group, { logOdds: Math.log(odds), share: total / all }] as const];
  });
  return { groups: new Map(groups) };
}

/** Several units taken together, group by group. */
export function addCounts(units: readonly GroupCounts[]): Map<string, Count> {
  const sums = new Map<string, Count>();
  for (const unit of units) {
    for (const [group, { events, total }] of unit) {
      const { events: before = 0, total: of = 0 } = sums.get(group) ?? {};
      sums.set(group, { events: before + events, total: of + total });
    }
  }
  return sums;
}

/** A unit's citizens in groups that the standard knows, one group after the other. */
export interface Mix {
  readonly weights: readonly number[];
  readonly logOdds: readonly number[];
}

/** How a unit's citizens divide into groups; those in groups that the cluster hasn't are left out. */
export function mixOf(unit: GroupCounts, standard: Standard): Mix {
  const known = [...unit].flatMap(([group, { total }]) => {
    const found = standard.groups.get(group);
    return found === undefined || total === 0 ? [] : [{ total, logOdds: found.logOdds }];
  });
  const all = known.reduce((sum, { total }) => sum + total, 0);
  return {
    weights: known.map(({ total }) => total / all),
    logOdds: known.map(({ logOdds }) => logOdds),
  };
}

/** The cluster's own mix: the case mix to which rates are brought. */
export function mixOfStandard({ groups }: Standard): Mix {
  const all = [...groups.values()];
  return { weights: all.map(({ share }) => share), logOdds: all.map(({ logOdds }) => logOdds) };
}

/**
 * The rate of a mix whose log odds lie `shift` above the cluster's in every group: Σ wᵍ expit(ℓᵍ + shift).
 * A shift of −∞ is the rate 0, of +∞ the rate 1.
 */
export function rateAt({ weights, logOdds }: Mix, shift: number): number {
  let rate = 0;
  for (const [index, weight] of weights.entries()) rate += weight * expit((logOdds[index] ?? 0) + shift);
  return rate;
}

/** The other way: the shift at which a mix has this rate; −∞ for 0, +∞ for 1. */
export function shiftAt(mix: Mix, rate: number): number {
  if (rate <= 0) return -Infinity;
  if (rate >= 1) return Infinity;
  const [only] = mix.logOdds;
  if (mix.logOdds.length === 1 && only !== undefined) return Math.log(rate / (1 - rate)) - only;
  const above = (shift: number): number => rateAt(mix, shift) - rate;
  const [lower, upper] = expandBracket(above, -1, 1);
  return findRoot(above, lower, upper);
}

/** One citizen's share of the information on the shift: Σ wᵍ pᵍ (1 − pᵍ) at the shift. */
export function informationAt({ weights, logOdds }: Mix, shift: number): number {
  let information = 0;
  for (const [index, weight] of weights.entries()) {
    const rate = expit((logOdds[index] ?? 0) + shift);
    information += weight * rate * (1 - rate);
  }
  return information;
}

function expit(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

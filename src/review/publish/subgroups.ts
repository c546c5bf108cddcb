import { SUPPRESSED, type Publishable } from "../../core/index.js";
import type { ArmComparison, EffectData, Subgroup, SubgroupLevel } from "../../effects/index.js";
import type { ArmCounts } from "../../outcomes/index.js";
import { WEIGHTS, type Cells } from "./cells.js";
import { publishEstimate, publishTest } from "./estimates.js";
import { divideStandings, OF_THE_MATURE, rateSources, standingIds, type Place } from "./standings.js";

type Pair = Pick<ArmComparison, "arm" | "reference">;

/** An arm's citizens of a group. */
export function groupPlace(
  arm: string,
  [column, group]: readonly [string, string],
  { criterion, cohort }: Omit<Place, "who">,
): Place {
  return { who: [arm, "group", column, group], criterion, cohort };
}

/**
 * Whether the reference arm has the same citizens in each comparison: only those count for whom both arms were
 * possible. Where it hasn't, one comparison's groups would tell of another's, and none are published.
 */
export function hasOneReference({ comparisons }: EffectData): boolean {
  const counted = comparisons.map(({ subgroups, balance }) =>
    JSON.stringify([
      subgroups.map(({ groups }) => groups.map(({ reference }) => reference)),
      balance.map(({ counts }) => counts.reference),
    ]),
  );
  return new Set(counted).size <= 1;
}

/** The comparison in each group, and whether the groups differ; adjusted p-values rest on all of them. */
export function publishSubgroups(
  effect: EffectData,
  comparison: ArmComparison,
  cohort: string,
  cells: Cells,
): readonly Publishable<Subgroup>[] {
  const { criterion } = effect;
  const arms = [comparison.arm, comparison.reference];
  const placeOf = (arm: string, factor: string, group: string): Place =>
    groupPlace(arm, [factor, group], { criterion, cohort });
  const sourcesOf = ({ factor, groups }: Subgroup): readonly string[] =>
    groups.flatMap(({ group }) => arms.flatMap((arm) => rateSources(placeOf(arm, factor, group))));
  const named = comparison.subgroups.map((subgroup) => ({
    ...subgroup,
    groups: subgroup.groups.map((level) =>
      publishLevel(level, comparison, (arm) => placeOf(arm, subgroup.factor, level.group), cells),
    ),
  }));
  for (const { factor, groups } of comparison.subgroups) {
    for (const arm of arms) {
      const places = groups.map(({ group }) => placeOf(arm, factor, group));
      divide(arm, places, { criterion, cohort }, cells);
    }
  }
  const all = effect.comparisons.flatMap(({ subgroups }) => subgroups.flatMap(sourcesOf));
  return named.map(({ factor, planned, groups, interaction, adjustedPValue, without }, index) => {
    const given = comparison.subgroups[index];
    const sources = given === undefined ? [] : sourcesOf(given);
    const isShown = cells.shows([...sources, ...all]);
    return {
      factor,
      planned,
      groups,
      interaction: interaction === null || !isShown ? null : publishTest(interaction, sources, cells),
      adjustedPValue: isShown ? adjustedPValue : null,
      without: without === 0 ? 0 : SUPPRESSED,
    };
  });
}

function publishLevel(
  { group, comparator, reference, difference }: SubgroupLevel,
  pair: Pair,
  placeOf: (arm: string) => Place,
  cells: Cells,
): Publishable<SubgroupLevel> {
  const ours = publishGroup(comparator, placeOf(pair.arm), cells);
  const theirs = publishGroup(reference, placeOf(pair.reference), cells);
  const sources = [pair.arm, pair.reference].flatMap((arm) => rateSources(placeOf(arm)));
  return {
    group,
    comparator: ours,
    reference: theirs,
    difference: publishEstimate(difference, sources, cells),
  };
}

/** A group of the comparison: nobody in it is pending or excluded. */
function publishGroup(counts: ArmCounts, place: Place, cells: Cells): Publishable<ArmCounts> {
  const ids = standingIds(place);
  const part = { weight: WEIGHTS.part, since: "growing" } as const;
  const mature = cells.count(ids.mature, counts.mature, part);
  const success = cells.count(ids.success, counts.success, part);
  const failure = cells.count(ids.failure, counts.failure, part);
  const unknown = cells.count(ids.unknown, counts.unknown);
  cells.count(ids.known, counts.success + counts.failure, part);
  cells.sum(ids.known, [ids.success, ids.failure], true);
  cells.sum(ids.mature, [ids.known, ids.unknown]);
  return { allocated: mature, mature, success, failure, unknown, pending: 0, excluded: 0 };
}

/** That an arm's citizens divide into the groups, in every standing. */
function divide(arm: string, groups: readonly Place[], at: Omit<Place, "who">, cells: Cells): void {
  divideStandings(standingIds({ who: [arm], ...at }), groups.map(standingIds), OF_THE_MATURE, cells);
}

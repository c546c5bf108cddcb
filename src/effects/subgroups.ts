import { group } from "d3-array";
import { competitionError, nearestWord, type Notice } from "../core/index.js";
import { adjustPValues, heterogeneity } from "../inference/index.js";
import { countArm, type CohortMember } from "../outcomes/index.js";
import type { Baseline, BaselineColumn } from "./baseline.js";
import { decidingDifference } from "./difference.js";
import type { Pair } from "./drawTest.js";
import { pairBlocks } from "./pair.js";
import type { ResolvedAnalysis } from "./plan.js";
import { knownCount } from "./rates.js";
import type { ArmComparison, Subgroup } from "./types.js";

/** In groups with fewer known outcomes in an arm the test of interaction finds what isn't there too often. */
const SMALLEST = 50;

/** What subgroups are formed by. */
export interface SubgroupPlan {
  readonly columns: readonly BaselineColumn[];
  /** Whether all of them were named beforehand. */
  readonly planned: boolean;
  /** What the plan names and nothing is known of. */
  readonly missing: readonly string[];
}

/**
 * The columns that subgroups are formed by: those asked for, or else the plan's, or else the draw's strata.
 *
 * @throws CompetitionError `unknown-subgroup` for one that is asked for and not known; `impossible-subgroup`
 *   for a column of numbers.
 */
export function subgroupPlan(
  { columns }: Baseline,
  { planned, asked }: Pick<ResolvedAnalysis, "subgroups">["subgroups"],
): SubgroupPlan {
  const strata = columns.filter(({ origin }) => origin === "stratum").map(({ name }) => name);
  const known = columns.map(({ name }) => name);
  const beforehand = planned ?? strata;
  const names = asked ?? beforehand;
  const missing = names.filter((name) => !known.includes(name));
  const [unknown] = missing;
  if (asked !== undefined && unknown !== undefined) throw unknownSubgroup(unknown, known);
  const found = columns.filter(({ name }) => names.includes(name));
  const numeric = found.find(({ isNumeric }) => isNumeric);
  if (numeric !== undefined) throw numericSubgroup(numeric.name);
  return { columns: found, planned: names.every((name) => beforehand.includes(name)), missing };
}

function unknownSubgroup(received: string, known: readonly string[]): Error {
  const near = nearestWord(received, known);
  return competitionError({
    code: "unknown-subgroup",
    path: "subgroups",
    received,
    expected: known.length === 0 ? "nothing: no column is known that differs" : `one of ${known.join(", ")}`,
    hint:
      near === undefined
        ? "Give its column in the option baseline; one that is the same for all citizens forms no subgroups."
        : `Did you mean ${near}?`,
  });
}

function numericSubgroup(received: string): Error {
  return competitionError({
    code: "impossible-subgroup",
    path: "subgroups",
    received,
    expected: "a column of categories; this one is of numbers",
    hint: "Form groups first, such as 18-29 and 30 or more, and give them as a column of their own.",
  });
}

/**
 * The comparison in each group of each column, and whether the groups differ. The p-values still have to be
 * adjusted for how many subgroups there are: {@link withAdjustedPValues}.
 */
export function subgroupsOf(
  members: readonly CohortMember[],
  { arm, reference }: Pair,
  { columns, planned }: SubgroupPlan,
  level: number,
): readonly Subgroup[] {
  return columns.map(({ name, values }) => {
    const known = members.filter(({ participant }) => values.has(participant.citizen));
    const byGroup = group(known, ({ participant }) => String(values.get(participant.citizen)));
    const groups = [...byGroup.keys()].toSorted().map((key) => {
      const own = byGroup.get(key) ?? [];
      return {
        group: key,
        comparator: countArm(own, arm),
        reference: countArm(own, reference),
        difference: decidingDifference(own, pairBlocks(own, arm, reference), arm, level),
      };
    });
    const isLarge = groups.every(({ comparator, reference: theirs }) =>
      [comparator, theirs].every((counts) => knownCount(counts).total >= SMALLEST),
    );
    const interaction = isLarge ? heterogeneity(groups.map(({ difference }) => difference)) : null;
    const without = members.length - known.length;
    return { factor: name, planned, groups, interaction, adjustedPValue: null, without };
  });
}

/**
 * That groups are too small for the test of whether they differ; of how many the group isn't known; and how many
 * carry no weight, since in their block and group the other arm has nobody.
 */
export function subgroupNotices(subgroups: readonly Subgroup[], { arm, reference }: Pair): readonly Notice[] {
  return subgroups.flatMap(({ factor, groups, interaction, without }): readonly Notice[] => {
    const unweighted = groups.flatMap(({ difference }) =>
      difference.notices.flatMap(({ code, observations }) =>
        code === "strata-without-weight" ? Number(observations) : [],
      ),
    );
    const citizens = unweighted.reduce((sum, each) => sum + each, 0);
    const about = { arm, reference, factor };
    return [
      ...(interaction === null
        ? [{ code: "small-subgroups", severity: "caution", ...about, fewest: SMALLEST } as const]
        : []),
      ...(without > 0
        ? [{ code: "subgroup-unknown", severity: "info", ...about, citizens: without } as const]
        : []),
      ...(citizens > 0
        ? [{ code: "subgroups-without-weight", severity: "caution", ...about, citizens } as const]
        : []),
    ];
  });
}

/** All comparisons' subgroups with p-values that hold together (Holm). */
export function withAdjustedPValues(comparisons: readonly ArmComparison[]): readonly ArmComparison[] {
  const tested = comparisons
    .flatMap(({ subgroups }) => subgroups)
    .filter(({ interaction }) => interaction?.status === "estimated");
  const adjusted = adjustPValues(
    tested.map(({ interaction }) => interaction?.pValue ?? 1),
    { method: "holm" },
  );
  const byTest = new Map(tested.map((subgroup, index) => [subgroup, adjusted[index] ?? null]));
  return comparisons.map((comparison) => ({
    ...comparison,
    subgroups: comparison.subgroups.map((subgroup) => ({
      ...subgroup,
      adjustedPValue: byTest.get(subgroup) ?? null,
    })),
  }));
}

import { competitionError, nearestWord } from "../../core/index.js";
import type { Outcomes } from "../../outcomes/index.js";
import type { FilledPlan } from "./plan.js";

type Group = NonNullable<FilledPlan["groups"]>[number]["group"];

/**
 * Refuses groups of the plan that no citizen could be in: of a stratum that isn't drawn within, or of a level that isn't among
 * those that the protocol declares for it. Where it declares none, any level may still come; but groups that fit nobody at all,
 * once there are as many citizens as both arms need, are mistaken.
 *
 * @throws CompetitionError `unknown-stratum`, `unknown-level`
 */
export function checkGroups(
  { participants, ledger }: Outcomes,
  { groups = [], minimumMature }: Pick<FilledPlan, "groups" | "minimumMature">,
): void {
  const { strata, levels = {} } = ledger.opening.allocation;
  const paths = groups.flatMap(({ group }, at) =>
    Object.entries(group).map(([factor, level]) => ({
      factor,
      level,
      path: `benchmark.groups[${at}].group.${factor}`,
    })),
  );
  for (const { factor, level, path } of paths) {
    if (!strata.includes(factor)) throw unknown("stratum", path, factor, strata, "which the draw is within");
    const declared = levels[factor];
    if (declared !== undefined && !declared.includes(level))
      throw unknown("level", path, level, declared, "as the protocol declares them");
  }
  if (participants.length < 2 * minimumMature) return;
  if (participants.some(({ stratum }) => groups.some(({ group }) => isInGroup(stratum, group)))) return;
  for (const { factor, level, path } of paths) {
    const found = new Set(participants.flatMap(({ stratum }) => stratum[factor] ?? []));
    if (!found.has(level)) throw unknown("level", path, level, [...found], "as the citizens have it");
  }
}

/** Whether someone of a stratum belongs to a group: has every level that it names. */
export function isInGroup(stratum: Group, group: Group): boolean {
  return Object.entries(group).every(([factor, level]) => stratum[factor] === level);
}

function unknown(
  what: "stratum" | "level",
  path: string,
  received: string,
  known: readonly string[],
  whence: string,
): Error {
  const near = nearestWord(received, known);
  return competitionError({
    code: `unknown-${what}`,
    path,
    received,
    expected:
      known.length === 0
        ? "no groups, since nobody is drawn within strata"
        : `one of ${known.toSorted().join(", ")}, ${whence}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

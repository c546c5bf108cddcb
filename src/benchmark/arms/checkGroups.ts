import { competitionError, nearestWord } from "../../core/index.js";
import type { Outcomes } from "../../outcomes/index.js";
import type { FilledPlan } from "./plan.js";

/**
 * Refuses groups of the plan that none of the citizens could be in: of a stratum that they don't have, or of a level that
 * nobody has, as soon as there are as many citizens as both arms need (before, a level may not have come yet).
 *
 * @throws CompetitionError `unknown-stratum`, `unknown-level`
 */
export function checkGroups(
  { participants }: Outcomes,
  { groups = [], minimumMature }: Pick<FilledPlan, "groups" | "minimumMature">,
): void {
  if (participants.length === 0) return;
  const strata = new Set(participants.flatMap(({ stratum }) => Object.keys(stratum)));
  for (const [at, { group }] of groups.entries()) {
    for (const [factor, level] of Object.entries(group)) {
      const path = `benchmark.groups[${at}].group.${factor}`;
      if (!strata.has(factor)) throw unknown("stratum", path, factor, strata);
      const levels = new Set(participants.flatMap(({ stratum }) => stratum[factor] ?? []));
      if (!levels.has(level) && participants.length >= 2 * minimumMature)
        throw unknown("level", path, level, levels);
    }
  }
}

function unknown(what: "stratum" | "level", path: string, received: string, found: Iterable<string>): Error {
  const known = [...found].toSorted();
  const near = nearestWord(received, known);
  return competitionError({
    code: `unknown-${what}`,
    path,
    received,
    expected:
      known.length === 0
        ? "no groups, since nobody was drawn within strata"
        : `one of ${known.join(", ")}, as the citizens have it`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

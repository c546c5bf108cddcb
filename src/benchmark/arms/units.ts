import { competitionError } from "../../core/index.js";
import type { Count } from "../../inference/index.js";
import { countArm, type Cohort, type CohortMember } from "../../outcomes/index.js";
import type { BenchmarkPlan } from "../types.js";
import { isInGroup } from "./checkGroups.js";
import type { Unit } from "./unit.js";

/** The mature cohort as units to be held against the cluster. */
export interface Units {
  readonly arms: readonly (Unit & { readonly arm: string })[];
  readonly whole: Unit;
  /** Known outcomes of citizens who belong to none of the plan's groups; `null` where they are too few to be told. */
  readonly ungrouped: number | null;
}

/**
 * The arms' known outcomes in the mature cohort, in all and by the plan's groups, and both arms together.
 *
 * @throws CompetitionError `citizen-in-two-groups`
 */
export function unitsOf(
  { members }: Cohort,
  arms: readonly { readonly id: string; readonly name: string }[],
  plan: BenchmarkPlan,
): Units {
  const known = members.filter(({ standing }) => standing === "success" || standing === "failure");
  const groupOf = plan.groups === undefined ? (): string => "" : groupFinder(plan.groups);
  const counts = new Map(arms.map(({ id }) => [id, emptyGroups(plan)]));
  const whole = emptyGroups(plan);
  let ungrouped = 0;
  for (const member of known) {
    const group = groupOf(member);
    if (group === undefined) ungrouped++;
    else for (const unit of [counts.get(member.participant.arm), whole]) add(unit, group, member);
  }
  const found = arms.map(({ id, name }) => {
    const { success, failure, mature } = countArm(members, id);
    const count = { events: success, total: success + failure };
    return { arm: id, name, mature, count, groups: counts.get(id) ?? new Map<string, Count>() };
  });
  return {
    arms: found,
    whole: {
      name: plan.municipality,
      mature: found.reduce((sum, { mature }) => sum + mature, 0),
      count: {
        events: found.reduce((sum, { count }) => sum + count.events, 0),
        total: found.reduce((sum, { count }) => sum + count.total, 0),
      },
      groups: whole,
    },
    ungrouped,
  };
}

function emptyGroups({ groups }: BenchmarkPlan): Map<string, Count> {
  const names = groups?.map(({ name }) => name) ?? [""];
  return new Map(names.map((name) => [name, { events: 0, total: 0 }]));
}

function add(groups: Map<string, Count> | undefined, group: string, { standing }: CohortMember): void {
  const { events, total } = groups?.get(group) ?? { events: 0, total: 0 };
  groups?.set(group, { events: events + (standing === "success" ? 1 : 0), total: total + 1 });
}

function groupFinder(
  groups: NonNullable<BenchmarkPlan["groups"]>,
): (member: CohortMember) => string | undefined {
  return ({ participant: { citizen, stratum } }) => {
    const found = groups.filter(({ group }) => isInGroup(stratum, group));
    if (found.length > 1) {
      throw competitionError({
        code: "citizen-in-two-groups",
        path: "benchmark.groups",
        received: `${citizen} in ${found.map(({ name }) => name).join(" and ")}`,
        expected: "groups of which each citizen belongs to one",
      });
    }
    return found[0]?.name;
  };
}

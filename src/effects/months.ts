import { group } from "d3-array";
import { addSpan, formatDay, parseDay, provenanceOf } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { cohortOf, isInSet, requireOutcomes, type CohortMember, type Outcomes } from "../outcomes/index.js";
import { monthsFace } from "./monthsFace.js";
import type { ArmMonth, MonthlyResults, MonthlyResultsData } from "./monthsTypes.js";

const makeMonths: (data: MonthlyResultsData) => MonthlyResults = resultMaker<MonthlyResultsData>(monthsFace);

/**
 * How many were referred to each arm in each calendar month, and how many of them have begun a course and succeeded
 * since?
 *
 * Everything is counted by the month of the citizen's first referral, so that each column tells of the same people:
 * referred ≥ started, referred ≥ success. A month in which someone hasn't been followed for long enough is not mature:
 * its successes may still become more, so that a fall at the end is no fall. Successes are measured from the referral,
 * and those of citizens for whom chance could not decide are counted too.
 *
 * It shows how the year went; a single month is too few to compare the arms by.
 *
 * @param criterion Id of one of the protocol's.
 * @returns `months` from the first referral to the last, with `arms` in the protocol's order.
 * @throws CompetitionError `unknown-criterion`, `outcome-missing`.
 *
 * @example
 * monthlyResults(outcomes, "job").months[0]; // { month: "2005-01", mature: true, arms: [{ arm: "municipal", referred: 17, … }] }
 * @example
 * // Nobody was referred by the day of the outcomes.
 * monthlyResults(empty, "job").months; // []
 */
export function monthlyResults(outcomes: Outcomes, criterion: string): MonthlyResults {
  requireOutcomes(outcomes, "monthlyResults");
  const { members, criterion: found } = cohortOf(outcomes, criterion);
  const { arms } = outcomes.protocol;
  const byMonth = group(members, ({ participant }) => monthOf(participant.referredOn));
  return makeMonths({
    kind: "months",
    method: "counts-by-month-of-referral",
    references: [],
    notices: [],
    provenance: provenanceOf(
      "monthlyResults",
      {},
      {
        participants: outcomes.participants.length,
        outcomes: outcomes.provenance,
      },
    ),
    criterion: found.id,
    criterionName: found.name,
    asOf: outcomes.asOf,
    arms: arms.map(({ id, name }) => ({ arm: id, name })),
    months: monthsBetween([...byMonth.keys()].toSorted()).map((month) => {
      const own = byMonth.get(month) ?? [];
      return {
        month,
        mature: own.every(({ outcome }) => outcome.mature),
        arms: arms.map(({ id }) => armMonth(own, id)),
      };
    }),
  });
}

function armMonth(members: readonly CohortMember[], arm: string): ArmMonth {
  const own = members.filter(({ participant }) => participant.arm === arm);
  const count = (is: (member: CohortMember) => boolean): number => own.filter(is).length;
  return {
    arm,
    referred: own.length,
    started: count(({ participant }) => isInSet(participant, "started")),
    success: count(({ outcome }) => outcome.status === "success"),
    pending: count(({ outcome }) => !outcome.mature),
  };
}

function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** Every month from the first to the last. */
function monthsBetween(months: readonly string[]): readonly string[] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  const start = parseDay(`${first}-01`, "month");
  for (let index = 0; all.at(-1) !== last; index++) {
    all.push(monthOf(formatDay(addSpan(start, { months: index }))));
  }
  return all;
}

import { parseDay, provenanceOf } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { rowsOf, sourceOf } from "../tables/index.js";
import { coursesByEntry } from "./course-index.js";
import { enrollmentOf } from "./enrollment.js";
import { censusOf, type Stay } from "./occupancy-days.js";
import { occupancyFace } from "./occupancy-face.js";
import { checkedOccupancyInput, type OccupancyInput } from "./occupancy-input.js";
import { occupancyNotices } from "./occupancy-notices.js";
import { monthsOf, yearsOf } from "./occupancy-periods.js";
import type { Occupancy, OccupancyData } from "./occupancy-types.js";
import type { Course } from "./types.js";

const makeOccupancy: (data: OccupancyData) => Occupancy = resultMaker<OccupancyData>(occupancyFace);

/**
 * Tells how many participants each arm held, by calendar month and on average over the weeks of the year,
 * beside what is guaranteed. It monitors: nothing is drawn against it.
 *
 * A participant of an arm is a citizen who is in a course that the arm delivers, first and last day
 * included, whatever the draw said; a course without a last day runs until `asOf`. A month's average is
 * the mean of its daily numbers. A week's is w = Σ daily/7; a year's is Σ w / max(a, min(g, n)), over the a
 * weeks that had a participant, or over the guarantee's g weeks of a year (all of them by default) where
 * those are more, and no more than the n that have passed. A week belongs to the year of its Thursday.
 *
 * @param input `guarantees`: by default those of the protocol's `course.guarantees`; `year`:
 * `agreement-year` (twelve months each from the ledger's opening, the default) or `calendar-year`.
 * @returns for each arm `months` and `years`, each with its `average` and, where the arm has a guarantee,
 * its `standing`: `below`, `within` or `above`. Until it is `complete` a period's figures are provisional.
 * @throws CompetitionError `as-of-before-opening`, `impossible-guarantee`, `unknown-arm`,
 * `unknown-citizen`, `duplicate-course`, `impossible-date`, `missing-option`, `unknown-option`,
 * `impossible-option`.
 * @example
 * const guarantees = [{ arm: "supplier", least: 10, most: 60, weeksPerYear: 40 }];
 * const { arms } = occupancy({ protocol, ledger, courses, asOf: "2005-12-31", guarantees });
 * arms.find(({ arm }) => arm === "supplier")?.years[0]?.standing; // "within"
 * @example
 * occupancy({ protocol, ledger, courses: [], asOf: "2005-12-31" }).arms[0]?.years[0]?.average; // 0
 */
export function occupancy(input: OccupancyInput): Occupancy {
  const checked = checkedOccupancyInput(input);
  const { protocol, ledger, courses, asOf, guarantees, year, openedOn, end, record } = checked;
  const { courseAt } = coursesByEntry(courses, ledger, enrollmentOf(ledger.entries));
  const reported = ledger.entries.map((_, position) => courseAt(position));
  const stays = new Map(protocol.arms.map(({ id }) => [id, staysIn(id, rowsOf(courses), end)]));
  const start = Math.min(openedOn, ...[...stays.values()].flat().map((stay) => stay.start));
  const censuses = new Map([...stays].map(([arm, each]) => [arm, censusOf(each, { start, end })]));
  return makeOccupancy({
    kind: "occupancy",
    method: "daily-census",
    references: [],
    notices: occupancyNotices(checked, reported, censuses),
    provenance: provenanceOf("occupancy", record, {
      protocol: protocol.digest,
      ledger: ledger.head,
      courses: sourceOf(courses),
    }),
    asOf,
    year,
    arms: protocol.arms.flatMap(({ id, name }) => {
      const census = censuses.get(id);
      if (census === undefined) return [];
      const guarantee = guarantees.find(({ arm }) => arm === id);
      return [
        {
          arm: id,
          name,
          ...(guarantee === undefined ? {} : { guarantee: { ...guarantee } }),
          months: monthsOf(census, guarantee),
          years: yearsOf(census, openedOn, year, guarantee),
        },
      ];
    }),
  });
}

/** The days that citizens were in courses which an arm delivers, up to a day. */
function staysIn(arm: string, courses: Iterable<Course>, end: number): readonly Stay[] {
  return [...courses].flatMap(({ citizen, deliveredBy, startedOn, endedOn }) => {
    if (deliveredBy !== arm || startedOn === undefined) return [];
    const from = parseDay(startedOn, "course.startedOn");
    const to = endedOn === undefined ? end : Math.min(parseDay(endedOn, "course.endedOn") + 1, end);
    return from < to ? [{ citizen, start: from, end: to }] : [];
  });
}

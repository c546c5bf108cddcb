import { addSpan, type Day } from "../core/index.js";
import type { CourseWindow, Criterion } from "./criterion.js";
import type { Place } from "./place.js";
import { hangsOn, type Places } from "./places.js";
import type { Referred } from "./referred.js";
import { byTwoDays } from "./remembered.js";
import type { Anchor } from "./types.js";

/** From which evenings on it was known where a criterion is looked for. */
export interface Known {
  /** The window stood fast. */
  readonly knownOn: Day;
  /** It was told that there is a course, so that a window would come. */
  readonly toldOn: Day;
  /** What is reached up to a day was certain to lie in the window, where its end was still to come; absent where that was told. */
  readonly insideOn: ((end: Day) => Day) | undefined;
}

/** Where a criterion is looked for, and from which evenings that was known. */
export interface Setting extends Known {
  readonly place: Place;
  /** The course that it ends with still runs. */
  readonly running: boolean;
}

/** Where a criterion is looked for under an anchor, or that it never will be. */
export type SettingFinder = (anchor: Anchor, referred: Referred) => Setting | "never-started";

/**
 * Finds where a criterion is looked for. What follows from the referral alone was known with it, and is the same value
 * for everyone who was referred on that day.
 *
 * @param asOf The day that the criterion is measured as of.
 */
export function settingFinder({ window, edges }: Criterion, places: Places, asOf: Day): SettingFinder {
  const compared = byTwoDays((referredOn, longest) =>
    knownAtOnce(places.comparison(referredOn, longest), referredOn),
  );
  const full = byTwoDays((referredOn, limit) =>
    knownAtOnce(placeAfterFull(places, referredOn, limit), referredOn),
  );
  const end = hangsOn(window);
  return (anchor, referred) => {
    const { referredOn, longest, limit, participation } = referred;
    if (anchor === "referral") return compared(referredOn, longest);
    if (end === undefined) return full(referredOn, limit);
    if (participation === "never-started" || participation === "not-reported") return "never-started";
    return settingOfCourse(places, window, edges, end, referred, asOf);
  };
}

/** A place that was known with the referral. */
function knownAtOnce(place: Place, referredOn: Day): Setting {
  return { place, knownOn: referredOn, toldOn: referredOn, insideOn: undefined, running: false };
}

/** Where the contract looks after a course as long as permitted. */
export function placeAfterFull({ contract }: Places, referredOn: Day, limit: Day): Place {
  return contract({ referredOn, startedOn: referredOn, endedOn: limit - 1, limit });
}

/**
 * A window from course end opens the day after the course ended, whatever the reason; without a date
 * (sent back on receipt), when the longest permitted course would have ended. A window that ends with
 * a course that still runs lies as if it ended the next day.
 */
function settingOfCourse(
  { contract }: Places,
  window: Criterion["window"],
  edges: Criterion["edges"],
  end: "start" | "end",
  { referredOn, participation, startedOn, endedOn, toldOn, limit }: Referred,
  asOf: Day,
): Setting {
  const running = participation === "running" && end === "end";
  const undated = endedOn === undefined && participation !== "running";
  const lastDay = endedOn ?? (running ? asOf + 1 : limit - 1);
  const begun = startedOn ?? referredOn;
  const told = undated ? referredOn : toldOn;
  const knownOn = end === "start" ? Math.max(begun, told) : undated ? referredOn : lastDay;
  return {
    place: contract({ referredOn, startedOn: begun, endedOn: lastDay, limit }),
    knownOn,
    toldOn: told,
    insideOn: undated || window.anchor !== "course" ? undefined : insideFinder(window, edges, told, lastDay),
    running,
  };
}

/** Where the window ends with the course: the evening on which days up to one were certain to lie in it. */
function insideFinder(
  window: CourseWindow,
  edges: Criterion["edges"],
  toldOn: Day,
  lastDay: Day,
): (end: Day) => Day {
  // The part of a month or week that the window closes with is known when the course has ended.
  return (end) => (edges === "parts" ? lastDay : Math.max(toldOn, heldOn(end, window, lastDay)));
}

/** The first evening on which a window holds the days up to one, as if its course ended the next day; at the latest when it ends. */
function heldOn(end: Day, { plus }: CourseWindow, lastDay: Day): Day {
  const held = (evening: Day): boolean =>
    (plus === undefined ? evening + 2 : addSpan(evening + 2, plus)) >= end;
  let evening = lastDay;
  while (held(evening - 1)) evening--;
  return evening;
}

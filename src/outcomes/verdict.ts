import { parseDay, type Day, type Period } from "../core/index.js";
import { permittedTo, type PermittedCourse } from "./course-terms.js";
import type { Evidence } from "./evidence.js";
import type { Observation } from "./observation.js";
import type { Rule } from "./rule.js";
import { settingFromCourseEnd, settingFromReferral, settingOfFullCourse, type Setting } from "./setting.js";
import type { Anchor, Participant } from "./types.js";
import { judge, type Verdict } from "./judge.js";

/** What outcomes need to know of one referral. */
export interface Referred {
  readonly referredOn: Day;
  readonly participation: Participant["participation"];
  /** Last day of the course, if it is over. */
  readonly endedOn?: Day;
  /** The first evening on which something of the course was known; an undated end always was. */
  readonly toldOn: Day;
  /** The courses that this citizen may have; those of everyone where no group fits. */
  readonly permitted: readonly PermittedCourse[];
  /** The courses of everyone: what windows from the referral are as long as. */
  readonly courses: readonly PermittedCourse[];
}

/** The dates of a participant, as days. */
export function referredOf(participant: Participant, courses: readonly PermittedCourse[]): Referred {
  const { participation, course } = participant;
  const own = permittedTo(participant.stratum, courses);
  const referredOn = parseDay(participant.referredOn, "referredOn");
  const endedOn = course?.endedOn === undefined ? undefined : parseDay(course.endedOn, "endedOn");
  const startedOn = course?.startedOn === undefined ? undefined : parseDay(course.startedOn, "startedOn");
  const undated = endedOn === undefined && course?.endReason !== undefined;
  return {
    referredOn,
    participation,
    ...(endedOn === undefined ? {} : { endedOn }),
    toldOn: undated ? referredOn : (startedOn ?? endedOn ?? referredOn),
    permitted: own.length === 0 ? courses : own,
    courses,
  };
}

/** What is known of the outcome on the evening of `asOf`; `evidence` is absent for someone without history. */
export function verdictOf(
  rule: Rule,
  anchor: Anchor,
  referred: Referred,
  evidence: Evidence | undefined,
  asOf: Day,
): Verdict {
  const setting = settingOf(rule, anchor, referred);
  if (setting === "never-started") return neverStarted(fullWindow(rule, referred), asOf);
  if (evidence === undefined) {
    return setting === "running"
      ? { status: "unknown", reason: "no-history" }
      : { status: "unknown", reason: "no-history", window: setting.window };
  }
  return setting === "running"
    ? stillRunning(fullWindow(rule, referred), referred.toldOn, evidence.observation, asOf)
    : judge(rule, setting, evidence);
}

/**
 * Where the criterion is looked for under an anchor, or why that isn't a window yet.
 *
 * The contract's window from course end opens the day after the course ended, whatever the reason;
 * without a date (sent back on receipt), when the longest permitted course would have ended. A
 * contract that measures from the referral doesn't ask for the course.
 */
export function settingOf(
  rule: Rule,
  anchor: Anchor,
  { referredOn, participation, endedOn, toldOn, permitted, courses }: Referred,
): Setting | "never-started" | "running" {
  if (anchor === "referral") return settingFromReferral(rule, courses, referredOn);
  if (rule.criterion.window.anchor === "referral") return settingFromReferral(rule, permitted, referredOn);
  if (participation === "never-started" || participation === "not-reported") return "never-started";
  if (participation === "running") return "running";
  if (endedOn === undefined) return settingOfFullCourse(rule, permitted, referredOn);
  return settingFromCourseEnd(rule, endedOn, toldOn);
}

function fullWindow(rule: Rule, { permitted, referredOn }: Referred): Period {
  return settingOfFullCourse(rule, permitted, referredOn).window;
}

/** Who never started fails when the window of a full course closes, and stays in the denominator. */
function neverStarted(window: Period, asOf: Day): Verdict {
  return window.end <= asOf + 1
    ? { status: "failure", reason: "never-started", window, certainOn: window.end - 1 }
    : { status: "pending", reason: "window-open", window };
}

/** No window is open yet; who is gone can't reach anything in one that opens later. */
function stillRunning(full: Period, toldOn: Day, { goneFrom, movedFrom }: Observation, asOf: Day): Verdict {
  if (goneFrom < Infinity)
    return { status: "failure", reason: "gone", certainOn: Math.max(goneFrom, toldOn) };
  if (movedFrom < Infinity) return { status: "unknown", reason: "left-observation" };
  return full.end <= asOf + 1
    ? { status: "unknown", reason: "course-end-missing" }
    : { status: "pending", reason: "course-running" };
}

import type { Day, Period } from "../core/index.js";
import { amountEnd } from "./amount.js";
import { endOfLongest, permittedTo, type PermittedCourse } from "./course-terms.js";
import { evidenceOf, type Evidence } from "./evidence.js";
import { judge, type Verdict } from "./judge.js";
import type { Observation } from "./observation.js";
import type { Rule } from "./rule.js";
import { comparisonSetting, contractSetting, hangsOn, type Dates, type Setting } from "./setting.js";
import type { Anchor, Participant } from "./types.js";

/** What outcomes need to know of one referral. */
export interface Referred {
  readonly referredOn: Day;
  readonly participation: Participant["participation"];
  readonly startedOn?: Day;
  /** Last day of the course, if it is over. */
  readonly endedOn?: Day;
  /** The first evening on which something of the course was known; an undated end always was. */
  readonly toldOn: Day;
  /** The first day after the longest course that this citizen may have; of everyone's where no group fits. */
  readonly limit: Day;
  /** The courses of everyone: what windows from the referral are as long as. */
  readonly courses: readonly PermittedCourse[];
}

/** The dates of a participant, as days. */
export function referredOf(
  participant: Participant,
  courses: readonly PermittedCourse[],
  dayOf: (date: string) => Day,
): Referred {
  const { participation, course } = participant;
  const own = permittedTo(participant.stratum, courses);
  const referredOn = dayOf(participant.referredOn);
  const endedOn = course?.endedOn === undefined ? undefined : dayOf(course.endedOn);
  const startedOn = course?.startedOn === undefined ? undefined : dayOf(course.startedOn);
  const undated = endedOn === undefined && course?.endReason !== undefined;
  return {
    referredOn,
    participation,
    ...(startedOn === undefined ? {} : { startedOn }),
    ...(endedOn === undefined ? {} : { endedOn }),
    toldOn: undated ? referredOn : (startedOn ?? endedOn ?? referredOn),
    limit: endOfLongest(own.length === 0 ? courses : own, referredOn),
    courses,
  };
}

/** What is known of the outcome on the evening of the rule's day; `observation` is absent for someone without history. */
export function verdictOf(
  rule: Rule,
  anchor: Anchor,
  referred: Referred,
  observation: Observation | undefined,
): Verdict {
  const evidence = observation === undefined ? undefined : evidenceOf(rule, observation);
  return verdictFrom(rule, anchor, referred, evidence, observation);
}

/** The same where the evidence of the rule's own days is there already. */
export function verdictFrom(
  rule: Rule,
  anchor: Anchor,
  referred: Referred,
  evidence: Evidence | undefined,
  observation: Observation | undefined,
): Verdict {
  const place = settingOf(rule, anchor, referred);
  if (place === "never-started") return neverStarted(rule, referred);
  const { setting, running } = place;
  if (evidence === undefined || observation === undefined) {
    return running
      ? { status: "unknown", reason: "no-history" }
      : { status: "unknown", reason: "no-history", window: setting.window };
  }
  const found = rule.ways.length === 0 ? judge(rule, setting, evidence) : bestWay(rule, setting, observation);
  return running ? whileRunning(found, rule, referred, evidence) : found;
}

/** Success by any of the ways, on the first day; failure when the last of them has failed. */
function bestWay(rule: Rule, setting: Setting, observation: Observation): Verdict {
  return rule.ways
    .map((way) => judge(way, setting, evidenceOf(way, observation)))
    .reduce((best, next) => (isBetter(next, best) ? next : best));
}

const RANK: Readonly<Record<Verdict["status"], number>> = { success: 0, pending: 1, unknown: 1, failure: 2 };

function isBetter(a: Verdict, b: Verdict): boolean {
  if (RANK[a.status] !== RANK[b.status]) return RANK[a.status] < RANK[b.status];
  const [day, other] = [a.certainOn ?? 0, b.certainOn ?? 0];
  return a.status === "failure" ? day > other : day < other;
}

/**
 * Where the criterion is looked for under an anchor, or that it never will be.
 *
 * A window from course end opens the day after the course ended, whatever the reason; without a date
 * (sent back on receipt), when the longest permitted course would have ended. A window that ends with
 * a course that still runs lies as if it ended no earlier than the next day or the longest permitted.
 */
export function settingOf(
  rule: Rule,
  anchor: Anchor,
  referred: Referred,
): { readonly setting: Setting; readonly running: boolean } | "never-started" {
  const { criterion, measure } = rule;
  const { referredOn, participation, startedOn, endedOn, toldOn, limit, courses } = referred;
  if (anchor === "referral") {
    return { setting: comparisonSetting(criterion, referredOn, courses), running: false };
  }
  const end = hangsOn(criterion.window);
  if (end === undefined) {
    const dates = { referredOn, startedOn: referredOn, endedOn: limit - 1, limit };
    const known = { knownOn: referredOn, toldOn: referredOn };
    return { setting: contractSetting(criterion, measure, dates, known), running: false };
  }
  if (participation === "never-started" || participation === "not-reported") return "never-started";
  const running = participation === "running" && end === "end";
  const undated = endedOn === undefined && !running;
  const lastDay = endedOn ?? (running ? Math.max(limit, rule.asOf + 2) : limit) - 1;
  const dates: Dates = { referredOn, startedOn: startedOn ?? referredOn, endedOn: lastDay, limit };
  const knownOn = end === "start" ? dates.startedOn : undated ? referredOn : lastDay;
  const known = { knownOn, toldOn: undated ? referredOn : toldOn };
  return { setting: contractSetting(criterion, measure, dates, known), running };
}

/** The window that a course as long as permitted would have had. */
function fullWindow({ criterion, measure }: Rule, { referredOn, limit }: Referred): Period {
  const dates = { referredOn, startedOn: referredOn, endedOn: limit - 1, limit };
  const { window } = contractSetting(criterion, measure, dates, { knownOn: referredOn, toldOn: referredOn });
  return window.end < Infinity ? window : { start: window.start, end: amountEnd(criterion, window.start) };
}

/** Who never started fails when the window of a full course closes, and stays in the denominator. */
function neverStarted(rule: Rule, referred: Referred): Verdict {
  const window = fullWindow(rule, referred);
  if (window.end > rule.asOf + 1) return { status: "pending", reason: "window-open", window };
  return rule.criterion.neverStarted === "not-assessable"
    ? { status: "unknown", reason: "never-started", window }
    : { status: "failure", reason: "never-started", window, certainOn: window.end - 1 };
}

/**
 * No window stands fast yet. What is reached in one that is open already stays reached; who is gone
 * can't reach anything in one that closes later.
 */
function whileRunning(found: Verdict, rule: Rule, referred: Referred, evidence: Evidence): Verdict {
  if (found.status === "success" && rule.criterion.window.anchor === "course") return found;
  const { goneFrom, goneAs, hiddenFrom, hiddenAs } = evidence;
  if (goneFrom < Infinity) {
    return { status: "failure", reason: goneAs, certainOn: Math.max(goneFrom, referred.toldOn) };
  }
  if (hiddenFrom < Infinity) return { status: "unknown", reason: hiddenAs };
  return fullWindow(rule, referred).end <= rule.asOf + 1
    ? { status: "unknown", reason: "course-end-missing" }
    : { status: "pending", reason: "course-running" };
}

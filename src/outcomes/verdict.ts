import { addSpan, type Day, type Period } from "../core/index.js";
import type { CourseWindow, Criterion } from "./criterion.js";
import { amountEnd } from "./amount.js";
import { evidenceOf, type Evidence } from "./evidence.js";
import {
  COURSE_END_MISSING,
  COURSE_RUNNING,
  NEVER_STARTED,
  NO_HISTORY,
  REACHED,
  START_NOT_ASSESSED,
  WINDOW_OPEN,
} from "./findings.js";
import { judge, verdict, type Known, type Verdict } from "./judge.js";
import type { Observation } from "./observation.js";
import type { Place } from "./place.js";
import { hangsOn } from "./places.js";
import type { Referred } from "./referred.js";
import type { Rule } from "./rule.js";
import type { Anchor, OutcomeStatus } from "./types.js";
import { NEVER } from "./days.js";

/** Where a criterion is looked for, and from which evenings that was known. */
export interface Setting extends Known {
  readonly place: Place;
  /** The course that it ends with still runs. */
  readonly running: boolean;
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
  const setting = settingOf(rule, anchor, referred);
  if (setting === "never-started") return neverStarted(rule, referred);
  if (evidence === undefined || observation === undefined) {
    return verdict(NO_HISTORY, setting.running ? undefined : setting.place.window);
  }
  const found =
    rule.ways.length === 0
      ? judge(setting.place, rule.gap, evidence, setting)
      : bestWay(rule, setting, observation).found;
  return setting.running ? whileRunning(found, rule, referred, evidence) : found;
}

/** Success by any of the ways, on the first day; failure when the last of them has failed. */
function bestWay(
  rule: Rule,
  setting: Setting,
  observation: Observation,
): { readonly way: Rule; readonly found: Verdict } {
  return rule.ways
    .map((way) => ({ way, found: judge(setting.place, rule.gap, evidenceOf(way, observation), setting) }))
    .reduce((best, next) => (isBetter(next.found, best.found) ? next : best));
}

/** The rule itself or, where states stand by themselves, the rule of the one that decides. */
export function decidingRule(rule: Rule, setting: Setting, observation: Observation): Rule {
  return rule.ways.length === 0 ? rule : bestWay(rule, setting, observation).way;
}

const RANK: Readonly<Record<OutcomeStatus, number>> = { success: 0, pending: 1, unknown: 1, failure: 2 };

function isBetter(a: Verdict, b: Verdict): boolean {
  const [rank, its] = [RANK[a.finding.status], RANK[b.finding.status]];
  if (rank !== its) return rank < its;
  const [day, other] = [a.reachedOn ?? a.certainOn ?? 0, b.reachedOn ?? b.certainOn ?? 0];
  return a.finding.status === "failure" ? day > other : day < other;
}

/**
 * Where the criterion is looked for under an anchor, or that it never will be.
 *
 * A window from course end opens the day after the course ended, whatever the reason; without a date
 * (sent back on receipt), when the longest permitted course would have ended. A window that ends with
 * a course that still runs lies as if it ended the next day.
 */
export function settingOf(rule: Rule, anchor: Anchor, referred: Referred): Setting | "never-started" {
  const { referredOn, participation, startedOn, endedOn, toldOn, limit, longest } = referred;
  if (anchor === "referral") return knownAtOnce(rule.places.comparison(referredOn, longest), referredOn);
  const { window, edges } = rule.criterion;
  const end = hangsOn(window);
  if (end === undefined) return knownAtOnce(placeOfFull(rule, referred), referredOn);
  if (participation === "never-started" || participation === "not-reported") return "never-started";
  const running = participation === "running" && end === "end";
  const undated = endedOn === undefined && participation !== "running";
  const lastDay = endedOn ?? (running ? rule.asOf + 1 : limit - 1);
  const begun = startedOn ?? referredOn;
  const told = undated ? referredOn : toldOn;
  const knownOn = end === "start" ? Math.max(begun, told) : undated ? referredOn : lastDay;
  return {
    place: rule.places.contract({ referredOn, startedOn: begun, endedOn: lastDay, limit }),
    knownOn,
    toldOn: told,
    insideOn: undated || window.anchor !== "course" ? undefined : insideFinder(window, edges, told, lastDay),
    running,
  };
}

/** A place that was known with the referral. */
function knownAtOnce(place: Place, referredOn: Day): Setting {
  return { place, knownOn: referredOn, toldOn: referredOn, insideOn: undefined, running: false };
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

/** Where the contract would look after a course as long as permitted. */
function placeOfFull({ places }: Rule, { referredOn, limit }: Referred): Place {
  return places.contract({ referredOn, startedOn: referredOn, endedOn: limit - 1, limit });
}

function fullWindow(rule: Rule, referred: Referred): Period {
  const { window } = placeOfFull(rule, referred);
  return window.end < NEVER ? window : { start: window.start, end: amountEnd(rule.criterion, window.start) };
}

/** Who never started fails when the window of a full course closes, and stays in the denominator. */
function neverStarted(rule: Rule, referred: Referred): Verdict {
  const window = fullWindow(rule, referred);
  if (window.end > rule.asOf + 1) return verdict(WINDOW_OPEN, window);
  return rule.criterion.neverStarted === "not-assessable"
    ? verdict(START_NOT_ASSESSED, window)
    : verdict(NEVER_STARTED, window, window.end - 1);
}

/**
 * No window stands fast yet. What is reached in one that is open already stays reached; who is gone
 * can't reach anything in one that closes later.
 */
function whileRunning(found: Verdict, rule: Rule, referred: Referred, evidence: Evidence): Verdict {
  const { window, edges } = rule.criterion;
  const reached = found.finding === REACHED && window.anchor === "course";
  // The month in which the course will end isn't known yet.
  if (reached && edges !== "parts") return found;
  const { goneFrom, goneAs, hiddenFrom, hiddenAs } = evidence;
  if (goneFrom < NEVER && !reached) {
    return verdict(goneAs, undefined, Math.max(goneFrom, referred.toldOn));
  }
  if (hiddenFrom < NEVER) return verdict(hiddenAs);
  return fullWindow(rule, referred).end <= rule.asOf + 1
    ? verdict(COURSE_END_MISSING)
    : verdict(COURSE_RUNNING);
}

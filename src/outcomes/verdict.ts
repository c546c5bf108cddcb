import type { Day, Period } from "../core/index.js";
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
import { judge, verdict, type Verdict } from "./judge.js";
import type { Observation } from "./observation.js";
import type { Referred } from "./referred.js";
import type { Rule } from "./rule.js";
import { placeAfterFull, type Setting } from "./setting.js";
import type { Anchor, OutcomeStatus } from "./types.js";
import { NEVER } from "./days.js";

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
  const looked = rule.settingOf(anchor, referred);
  if (looked === "never-started") return neverStarted(rule, referred);
  if (evidence === undefined || observation === undefined) {
    return verdict(NO_HISTORY, looked.running ? undefined : looked.place.window);
  }
  const setting = knownFrom(looked, observation.knownOn);
  const found =
    rule.ways.length === 0
      ? judge(setting.place, rule.gap, evidence, setting)
      : bestWay(rule, setting, observation).found;
  return setting.running ? whileRunning(found, rule, referred, evidence) : found;
}

/** Nothing is certain before an evening: until someone's first record there was no history to tell it by. */
function knownFrom(setting: Setting, evening: Day): Setting {
  const { knownOn, toldOn, insideOn } = setting;
  if (evening <= knownOn && evening <= toldOn) return setting;
  return {
    ...setting,
    knownOn: Math.max(knownOn, evening),
    toldOn: Math.max(toldOn, evening),
    insideOn: insideOn && ((end) => Math.max(insideOn(end), evening)),
  };
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

function fullWindow(rule: Rule, referred: Referred): Period {
  const { window } = placeAfterFull(rule.places, referred.referredOn, referred.limit);
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

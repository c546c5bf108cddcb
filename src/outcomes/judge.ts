import { addSpan, type Day, type Period } from "../core/index.js";
import type { Evidence } from "./evidence.js";
import { reach, type Reach } from "./reach.js";
import type { Rule } from "./rule.js";
import type { Setting } from "./setting.js";
import type { OutcomeReason, OutcomeStatus } from "./types.js";

/** An outcome before it is dated and named. */
export interface Verdict {
  readonly status: OutcomeStatus;
  readonly reason: OutcomeReason;
  readonly window?: Period;
  readonly reachedOn?: Day;
  readonly certainOn?: Day;
}

/**
 * Looks for a criterion's amount in its window, as far as the days were observed.
 *
 * Success is certain once it is reached with no unobserved day counting; failure, once it can't be
 * reached even if all of them count. In between it is `pending` while only days to come are missing,
 * and `unknown` where days stay unseen: before the register's coverage, or after a move.
 */
export function judge(rule: Rule, setting: Setting, evidence: Evidence): Verdict {
  const { window } = rule.criterion;
  return window.anchor === "spell-start"
    ? judgeFromSpell(rule, setting, evidence, (start) => addSpan(start, window.length))
    : judgeReach(reach(rule.measure, rule.gap, setting, evidence), setting, evidence);
}

/** The window opens with the first spell that begins in time. */
function judgeFromSpell(
  rule: Rule,
  setting: Setting,
  evidence: Evidence,
  closing: (start: Day) => Day,
): Verdict {
  const begun = reach({ kind: "run", end: (start) => start + 1 }, rule.gap, setting, evidence);
  // A spell that began unseen would open another window.
  if (begun.reachedOn === Infinity || evidence.from >= setting.starts.start) {
    return judgeReach({ reachedOn: Infinity, lostOn: begun.lostOn }, setting, evidence);
  }
  const window = { start: begun.reachedOn, end: closing(begun.reachedOn) };
  const opened = { ...setting, window, starts: window, ownStart: false };
  return judgeReach(reach(rule.measure, rule.gap, opened, evidence), opened, evidence);
}

function judgeReach({ reachedOn, lostOn }: Reach, setting: Setting, evidence: Evidence): Verdict {
  const { window, knownOn, toldOn, ownStart } = setting;
  if (reachedOn < Infinity) {
    return { status: "success", reason: "amount-reached", window, reachedOn, certainOn: reachedOn };
  }
  const { from, goneFrom, goneAs, hiddenFrom, hiddenAs } = evidence;
  if (lostOn < Infinity) {
    // Who is gone before the window stands fast can't reach anything in it, wherever it will lie.
    const settledOn = Math.max(lostOn, knownOn);
    return settledOn < goneFrom
      ? { status: "failure", reason: "amount-out-of-reach", window, certainOn: settledOn }
      : { status: "failure", reason: goneAs, window, certainOn: Math.max(goneFrom, toldOn) };
  }
  if (hiddenFrom < Infinity) return { status: "unknown", reason: hiddenAs, window };
  // Whether a spell begins with the window is told by the day before it.
  const firstNeeded = ownStart ? window.start - 1 : window.start;
  if (from > firstNeeded) return { status: "unknown", reason: "before-coverage", window };
  return { status: "pending", reason: "window-open", window };
}

import type { Day, Period } from "../core/index.js";
import type { Evidence } from "./evidence.js";
import { monthStandings, reachByMonths, type Reach } from "./months.js";
import { amountOf, DEFAULT_DAY_RULE, type Rule } from "./rule.js";
import type { Setting } from "./setting.js";
import { reachBySpell, runsBeginning, runsInside } from "./spells.js";
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
  const { reachedOn, lostOn } = reach(rule, setting, evidence);
  const { window, knownOn, toldOn } = setting;
  if (reachedOn < Infinity) {
    return { status: "success", reason: "amount-reached", window, reachedOn, certainOn: reachedOn };
  }
  const { from, goneFrom, movedFrom } = evidence.observation;
  if (lostOn < Infinity) {
    // Who is gone before the window stands fast can't reach anything in it, wherever it will lie.
    const settledOn = Math.max(lostOn, knownOn);
    return settledOn < goneFrom
      ? { status: "failure", reason: "amount-out-of-reach", window, certainOn: settledOn }
      : { status: "failure", reason: "gone", window, certainOn: Math.max(goneFrom, toldOn) };
  }
  if (movedFrom < Infinity) return { status: "unknown", reason: "left-observation", window };
  // Whether a spell begins with the window is told by the day before it.
  const firstNeeded = setting.begins === undefined ? window.start : window.start - 1;
  if (from > firstNeeded) return { status: "unknown", reason: "before-coverage", window };
  return { status: "pending", reason: "window-open", window };
}

function reach(rule: Rule, { window, begins }: Setting, evidence: Evidence): Reach {
  const { amount, continuity, dayRule = DEFAULT_DAY_RULE } = rule.criterion;
  const needed = amountOf(rule.criterion);
  if ("calendarMonths" in amount) {
    return reachByMonths(monthStandings(window, evidence, dayRule), needed, continuity);
  }
  const runs = begins === undefined ? runsInside(window, needed, evidence) : runsBeginning(begins, evidence);
  return reachBySpell(needed, runs);
}

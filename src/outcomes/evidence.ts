import type { Day } from "../core/index.js";
import { leavings, type Observation } from "./observation.js";
import { ALWAYS, append, minus, within, type Days } from "./days.js";
import type { Rule, StateMask } from "./rule.js";
import type { OutcomeReason } from "./types.js";

/** The days that count by a rule, as far as they are known, and what ends the knowing. */
export interface Evidence {
  /** Days that were seen to count. */
  readonly certain: Days;
  /** The same and every day that wasn't observed: what can still turn out to count. */
  readonly possible: Days;
  /** First observed day; `-Infinity` where nothing limits the coverage. */
  readonly from: Day;
  /** First day that isn't observed. */
  readonly until: Day;
  /** From this day no day counts: a way of leaving that is a failure; `Infinity` if none. */
  readonly goneFrom: Day;
  readonly goneAs: OutcomeReason;
  /** From this day nothing can be assessed; `Infinity` if it isn't so. */
  readonly hiddenFrom: Day;
  readonly hiddenAs: OutcomeReason;
}

/**
 * Sorts days into those that count for certain and those that may count.
 *
 * A day counts that is in one of the rule's states (if it names any) and in none that it excludes,
 * and lies before the citizen has left. An observed day without any record is free of support.
 */
export function evidenceOf(rule: Rule, observation: Observation): Evidence {
  const { from, asOf, leaving } = rule;
  let [goneFrom, hiddenFrom]: [Day, Day] = [Infinity, Infinity];
  let [goneAs, hiddenAs]: [OutcomeReason, OutcomeReason] = ["gone", "left-observation"];
  for (const way of leavings) {
    const day = observation.left[way];
    if (day > asOf) continue; // not known yet by the rule's own sources
    const treatment = leaving[way];
    if (treatment === "not-assessable" && day < hiddenFrom) {
      hiddenFrom = day;
      hiddenAs = way === "moved" ? "left-observation" : "not-assessable";
    } else if ((treatment === "failure" || treatment === "competing-event") && day < goneFrom) {
      goneFrom = day;
      goneAs = treatment === "failure" ? "gone" : "competing-event";
    }
  }
  const until = Math.min(hiddenFrom, asOf + 1);
  const seen = within(countingDays(rule, observation), from, Math.max(from, until));
  const left = withUnseen(seen, from, until);
  return {
    certain: goneFrom === Infinity ? seen : within(seen, -Infinity, goneFrom),
    possible: goneFrom === Infinity ? left : within(left, -Infinity, goneFrom),
    from,
    until,
    goneFrom,
    goneAs,
    hiddenFrom,
    hiddenAs,
  };
}

/** Days that were seen to count and every day before the first that was observed, or after the last. */
function withUnseen(seen: Days, from: Day, until: Day): Days {
  if (until <= from) return ALWAYS;
  const days: number[] = from === -Infinity ? [] : [-Infinity, from];
  for (let at = 0; at < seen.length; at += 2) append(days, seen[at] ?? 0, seen[at + 1] ?? 0);
  append(days, until, Infinity);
  return days;
}

function countingDays({ counts, excludes }: Rule, observation: Observation): Days {
  const present = counts === undefined ? ALWAYS : daysIn(counts, observation);
  return excludes === undefined ? present : minus(present, daysIn(excludes, observation));
}

/** The days in any of some states; periods come in order of their first day. */
function daysIn(states: StateMask, { columns, first, last }: Observation): Days {
  const days: number[] = [];
  for (let place = first; place < last; place++) {
    if (states[columns.state[place] ?? 0] === 1)
      append(days, columns.start[place] ?? 0, columns.end[place] ?? 0);
  }
  return days;
}

import type { Day, Period } from "../core/index.js";
import type { Evidence } from "./evidence.js";
import { BEFORE_COVERAGE, OUT_OF_REACH, REACHED, WINDOW_OPEN, type Finding } from "./findings.js";
import type { Place } from "./place.js";
import { lostDay, mayBeginOn, reachedDay, reachedEnd } from "./reach.js";
import type { Known } from "./setting.js";
import { NEVER } from "./days.js";

/** An outcome before it is dated and named. */
export interface Verdict {
  readonly finding: Finding;
  readonly window: Period | undefined;
  readonly reachedOn: Day | undefined;
  readonly certainOn: Day | undefined;
}

/** A verdict of the same shape whatever it says. */
export function verdict(finding: Finding, window?: Period, certainOn?: Day, reachedOn?: Day): Verdict {
  return { finding, window, reachedOn, certainOn };
}

/**
 * Looks for a criterion's amount in its place, as far as the days were observed.
 *
 * Success is certain once it is reached with no unobserved day counting; failure, once it can't be
 * reached even if all of them count. In between it is `pending` while only days to come are missing,
 * and `unknown` where days stay unseen: before the register's coverage, or after a move.
 */
export function judge(place: Place, gap: number, evidence: Evidence, known: Known): Verdict {
  const { opens, window } = place;
  const reachedOn = reachedDay(place, gap, evidence);
  if (opens !== undefined) {
    // A spell that may have begun before, unseen, would open another window.
    const unseen = mayBeginOn(place, gap, evidence) < reachedOn;
    if (reachedOn < NEVER && !unseen) {
      const knownOn = Math.max(known.knownOn, reachedOn);
      return judge(opens(reachedOn), gap, evidence, { ...known, knownOn });
    }
  } else if (reachedOn < NEVER) {
    const insideOn = known.insideOn?.(reachedEnd(place, gap, evidence)) ?? known.toldOn;
    return verdict(REACHED, window, Math.max(reachedOn, insideOn), reachedOn);
  }
  const { goneFrom, goneAs } = evidence;
  const lostOn = reachedOn < NEVER ? NEVER : lostDay(place, gap, evidence);
  if (lostOn === NEVER) return undecided(place, gap, evidence);
  // Who is gone before the window stands fast can't reach anything in it, wherever it will lie.
  const settledOn = Math.max(lostOn, known.knownOn);
  return settledOn < goneFrom
    ? verdict(OUT_OF_REACH, window, settledOn)
    : verdict(goneAs, window, Math.max(goneFrom, known.toldOn));
}

function undecided({ window, ownStart }: Place, gap: number, evidence: Evidence): Verdict {
  const { from, hiddenFrom, hiddenAs } = evidence;
  if (hiddenFrom < NEVER) return verdict(hiddenAs, window);
  // Whether a spell begins with the window is told by the day before it, and those from which a gap is bridged.
  const firstNeeded = ownStart ? window.start - 1 - gap : window.start;
  return from > firstNeeded ? verdict(BEFORE_COVERAGE, window) : verdict(WINDOW_OPEN, window);
}

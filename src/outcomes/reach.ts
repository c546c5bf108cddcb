import type { Day } from "../core/index.js";
import { hopeless, leftDays, seenDays, settled } from "./counted.js";
import { bridged, EVER, NEVER, nthDay, nthOther, type Days } from "./days.js";
import type { Evidence } from "./evidence.js";
import type { Place } from "./place.js";
import { brokenDay, decidingCell, keptDay } from "./reach-cells.js";
import { lostRun, reachedRun } from "./reach-run.js";

/** The day on which the amount of a place was reached for certain; `NEVER` if it wasn't. */
export function reachedDay(place: Place, gap: number, evidence: Evidence): Day {
  return reachedBy(seenDays(place, gap, evidence), place, gap);
}

/** The first day after all that a reached amount takes of a place: the whole month or week, where most days were enough. */
export function reachedEnd(place: Place, gap: number, evidence: Evidence): Day {
  const seen = seenDays(place, gap, evidence);
  const { measure, cells } = place;
  const cell = measure.kind === "cells" ? decidingCell(bridged(seen, gap), cells, measure) : undefined;
  return cell === undefined ? reachedBy(seen, place, gap) + 1 : cell.end;
}

/** The first day on which a run may have begun in time, as far as was seen; `NEVER` if none can. */
export function mayBeginOn(place: Place, gap: number, evidence: Evidence): Day {
  const { starts } = place;
  const days = bridged(leftDays(place, gap, evidence), gap);
  for (let at = 0; at < days.length; at += 2) {
    const start = days[at] ?? 0;
    if (start >= starts.start) return start < starts.end ? start : NEVER;
  }
  return NEVER;
}

/** @param own Days that count by themselves. */
function reachedBy(own: Days, place: Place, gap: number): Day {
  const { measure, window } = place;
  const days = bridged(own, gap);
  if (measure.kind === "run") return settled(reachedRun(days, place, measure.end), gap, own);
  if (measure.kind === "total") {
    return settled(nthDay(days, window.start, place.seenEnd, place.neededDays), gap, own);
  }
  const cell = decidingCell(days, place.cells, measure);
  return cell === undefined ? NEVER : settled(keptDay(days, cell), gap, own);
}

/**
 * The first evening on which it was certain that the amount of a place can't be reached any more;
 * `NEVER` while it can, `EVER` if it never could. Asked only where it wasn't reached.
 */
export function lostDay(place: Place, gap: number, evidence: Evidence): Day {
  const { goneFrom } = evidence;
  const left = leftDays(place, gap, evidence);
  // A window without an end is never lost but by leaving, unless days that nobody saw may have reached the amount.
  if (place.window.end === NEVER) {
    return goneFrom < NEVER && reachedBy(left, place, gap) === NEVER ? goneFrom : NEVER;
  }
  const lost = lostWhere(left, place, gap, goneFrom);
  return lost === NEVER ? lost : Math.min(lost, goneFrom);
}

function lostWhere(own: Days, place: Place, gap: number, goneFrom: Day): Day {
  const days = bridged(own, gap);
  const { measure, window, cells, neededDays } = place;
  if (measure.kind === "run") return lostRun(days, own, place, gap, measure.end, goneFrom);
  if (measure.kind === "total") {
    const spare = window.end - window.start - neededDays;
    if (spare < 0) return EVER;
    return hopeless(nthOther(days, window.start, window.end, spare + 1), days, gap, place, goneFrom);
  }
  const cell = decidingCell(days, cells, measure);
  return cell === undefined ? EVER : hopeless(brokenDay(days, cell), days, gap, place, goneFrom);
}

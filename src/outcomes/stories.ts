import { formatDay, formatMonth, formatWeek, monthOf, type Day } from "../core/index.js";
import { bridged, EVER, NEVER, union, within, type Days } from "./days.js";
import type { Evidence } from "./evidence.js";
import { statesOn, type Observation } from "./observation.js";
import type { Place } from "./place.js";
import { firstLookedAt, seenDays } from "./counted.js";
import { cellStandings } from "./reach-cells.js";
import { mayBeginOn, reachedDay } from "./reach.js";
import type { Rule } from "./rule.js";

/** What became of a calendar month or week of the window. */
interface CellStory {
  /** `open`: it can still turn out either way, or its days weren't observed. */
  readonly standing: "counts" | "broken" | "open";
  /** The day on which that was decided: of a broken one, the day that broke it. */
  readonly decidedOn?: string;
  /** States recorded on the day that broke it; none if nothing was recorded. */
  readonly states?: readonly string[];
}

/** A calendar month of the window. */
export interface MonthStory extends CellStory {
  /** `2005-05`. */
  readonly month: string;
}

/** An ISO week of the window. */
export interface WeekStory extends CellStory {
  /** `2004-W53`. */
  readonly week: string;
}

/** A run of counting days, interruptions bridged. */
export interface SpellStory {
  /** Absent if it goes back further than anything recorded or observed. */
  readonly from?: string;
  /** Last day that was seen to count. */
  readonly to: string;
  /** The day to which it has to last. */
  readonly neededTo?: string;
  /** `too-late` to be long enough, or to begin at all; `unseen`: the day before its first wasn't observed. */
  readonly begins: "in-time" | "too-early" | "too-late" | "unseen";
  readonly longEnough: boolean;
}

/** Counting days of the window, where they are added up. */
export interface TotalStory {
  readonly counted: number;
  readonly needed: number;
}

/** What decided an outcome, by the kind of its amount; the others are empty. */
export interface Deciding {
  readonly months: readonly MonthStory[];
  readonly weeks: readonly WeekStory[];
  readonly spells: readonly SpellStory[];
  readonly total?: TotalStory;
}

export const NOTHING_DECIDED: Deciding = { months: [], weeks: [], spells: [] };

/** What decides an outcome in a place; of a window that opens with a spell, in the one that it opened. */
export function decidingOf(
  { gap, criterion }: Rule,
  given: Place,
  evidence: Evidence,
  observation: Observation,
): Deciding {
  const place = openedPlace(given, gap, evidence);
  if (place === undefined) return NOTHING_DECIDED;
  const { measure, window, seenEnd } = place;
  if (measure.kind === "run") {
    return { ...NOTHING_DECIDED, spells: spellStories(measure.end, place, gap, evidence) };
  }
  if (measure.kind === "total") {
    const counted = countIn(bridged(seenDays(place, gap, evidence), gap), window.start, seenEnd);
    return { ...NOTHING_DECIDED, total: { counted, needed: place.neededDays } };
  }
  const { cells } = measure;
  const standings = cellStandings(place, gap, evidence).map(({ cell, keptOn, brokenOn }) => ({
    first: cells.start(cell),
    story: cellStory(keptOn, brokenOn, observation),
  }));
  return "isoWeeks" in criterion.amount
    ? {
        ...NOTHING_DECIDED,
        weeks: standings.map(({ first, story }) => ({ week: formatWeek(first), ...story })),
      }
    : {
        ...NOTHING_DECIDED,
        months: standings.map(({ first, story }) => ({ month: formatMonth(monthOf(first)), ...story })),
      };
}

/** The place itself or, of a window that opens with a spell, the one that it opened, if it is known to have. */
function openedPlace(given: Place, gap: number, evidence: Evidence): Place | undefined {
  if (given.opens === undefined) return given;
  const opened = reachedDay(given, gap, evidence);
  const isKnown = opened < NEVER && mayBeginOn(given, gap, evidence) >= opened;
  return isKnown ? given.opens(opened) : undefined;
}

function cellStory(keptOn: Day, brokenOn: Day, observation: Observation): CellStory {
  if (keptOn < NEVER) return { standing: "counts", decidedOn: formatDay(keptOn) };
  if (brokenOn === NEVER) return { standing: "open" };
  return { standing: "broken", decidedOn: formatDay(brokenOn), states: statesOn(brokenOn, observation) };
}

function spellStories(
  endOf: (start: Day) => Day,
  place: Place,
  gap: number,
  evidence: Evidence,
): readonly SpellStory[] {
  const { window, seenEnd, starts, lastStart, ownStart } = place;
  const stories: SpellStory[] = [];
  const seen = bridged(seenDays(place, gap, evidence), gap);
  const inside = within(seen, firstLookedAt(place), seenEnd);
  // A spell that is told by its own first day is told to its own last, also where that lies after the window.
  const days = ownStart ? union(inside, within(evidence.certain, seenEnd, NEVER)) : inside;
  for (let at = 0; at < days.length; at += 2) {
    const [start, end] = [days[at] ?? 0, days[at + 1] ?? 0];
    if (end <= Math.max(window.start, evidence.from) || start >= window.end) continue;
    const to = formatDay(end - 1);
    if (start === EVER) {
      const begins = evidence.from === EVER ? "too-early" : "unseen";
      stories.push({ to, begins, longEnough: false });
      continue;
    }
    const needed = endOf(start);
    stories.push({
      from: formatDay(start),
      to,
      neededTo: formatDay(needed - 1),
      begins: start < starts.start ? "too-early" : start > lastStart ? "too-late" : "in-time",
      longEnough: needed <= end,
    });
  }
  return stories;
}

function countIn(days: Days, start: Day, end: Day): number {
  return within(days, start, end).reduce((sum, bound, at) => sum + (at % 2 === 0 ? -bound : bound), 0);
}

import { addMonths, formatDay, formatMonth, type Day, type Period } from "../core/index.js";
import type { StatePeriod } from "../histories/index.js";
import type { Evidence } from "./evidence.js";
import { monthStandings } from "./months.js";
import { DEFAULT_DAY_RULE } from "./rule.js";
import type { Setting } from "./setting.js";
import { runsInside } from "./spells.js";
import type { Criterion } from "./criterion.js";

/** A whole calendar month of the window. */
export interface MonthStory {
  /** `2005-05`. */
  readonly month: string;
  /** `open`: it can still turn out either way, or its days weren't observed. */
  readonly standing: "counts" | "broken" | "open";
  /** The day on which that was decided: of a broken month, the day that broke it. */
  readonly decidedOn?: string;
  /** States recorded on the day that broke it; none if nothing was recorded. */
  readonly states?: readonly string[];
}

/** A run of counting days. */
export interface SpellStory {
  /** Absent if it goes back further than anything recorded. */
  readonly from?: string;
  /** Last day that was seen to count. */
  readonly to: string;
  /** The day to which it has to last. */
  readonly neededTo?: string;
  readonly begins: "in-time" | "too-early" | "too-late";
  readonly longEnough: boolean;
}

export function monthStories(
  { dayRule = DEFAULT_DAY_RULE }: Criterion,
  window: Period,
  evidence: Evidence,
  periods: readonly StatePeriod[],
): readonly MonthStory[] {
  return monthStandings(window, evidence, dayRule).map(({ month, keptOn, brokenOn }) => {
    const base = { month: formatMonth(month) };
    if (keptOn < Infinity) return { ...base, standing: "counts", decidedOn: formatDay(keptOn) };
    if (brokenOn === Infinity) return { ...base, standing: "open" };
    return {
      ...base,
      standing: "broken",
      decidedOn: formatDay(brokenOn),
      states: statesOn(brokenOn, periods),
    };
  });
}

function statesOn(day: Day, periods: readonly StatePeriod[]): readonly string[] {
  const states = periods.filter(({ start, end }) => start <= day && day < end).map(({ state }) => state);
  return [...new Set(states)];
}

export function spellStories(
  months: number,
  { window, begins }: Setting,
  evidence: Evidence,
): readonly SpellStory[] {
  const inside = runsInside(window, months, evidence);
  const [runs, starts] = begins === undefined ? [inside.certain, inside.starts] : [evidence.certain, begins];
  return runs
    .filter(({ start, end }) => end > window.start && start < window.end)
    .map(({ start, end }) => {
      const to = formatDay(end - 1);
      if (start === -Infinity) return { to, begins: "too-early", longEnough: false };
      const needed = addMonths(start, months);
      return {
        from: formatDay(start),
        to,
        neededTo: formatDay(needed - 1),
        begins: start < starts.start ? "too-early" : start >= starts.end ? "too-late" : "in-time",
        longEnough: needed <= end,
      };
    });
}

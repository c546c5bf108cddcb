import { competitionError, type Day, type Notice } from "../core/index.js";
import { relationsOf } from "./contradictions.js";
import { gapsOf } from "./gaps.js";
import { overlapsOf } from "./overlaps.js";
import type { PairTally } from "./pairs.js";
import { mergePeriods, type PeriodColumns, type Timeline } from "./periods.js";
import { prioritize } from "./priorities.js";
import type { StateVocabulary } from "./types.js";
import { unknownState } from "./vocabulary.js";

/** What periods come to once everything that they contradict is settled or told. */
export interface ResolvedPeriods {
  readonly timeline: Timeline;
  readonly notices: readonly Notice[];
}

/** What settles what periods contradict. */
export interface Resolution {
  readonly states: StateVocabulary;
  /** Lists of states: on days with several of one list only its first stays. */
  readonly priorities: readonly (readonly string[])[];
  /** Gaps before this day aren't counted. */
  readonly observedFrom: Day;
}

/**
 * Merges periods of one state, applies the priorities one list after the other, and tells what it did and what is left:
 * `duplicate-spells`, `spells-joined`, `overlaps-resolved`, `states-overlap`, `contradictory-states`, `gaps`.
 */
export function resolvePeriods(periods: PeriodColumns, resolution: Resolution): ResolvedPeriods {
  const names = Object.keys(resolution.states);
  const merged = mergePeriods(periods);
  let timeline: Timeline = merged;
  const resolved: Notice[] = [];
  for (const list of resolution.priorities) {
    const { timeline: left, removed } = prioritize(
      timeline,
      list.map((state) => names.indexOf(state)),
    );
    timeline = left;
    resolved.push({ ...pairNotice("overlaps-resolved", "info", removed, names), priority: list });
  }
  const overlaps = overlapsOf(timeline, relationsOf(resolution.states));
  const gaps = gapsOf(timeline, resolution.observedFrom);
  const notices: Notice[] = [
    { code: "duplicate-spells", severity: "info", spells: merged.duplicates },
    { code: "spells-joined", severity: "info", spells: merged.joined },
    ...resolved,
    pairNotice("states-overlap", "info", overlaps.compatible, names),
    pairNotice("contradictory-states", "caution", overlaps.contradictory, names),
    { code: "gaps", severity: "info", ...gaps },
  ];
  return { timeline, notices: notices.filter(({ spells, citizens }) => (spells ?? citizens) !== 0) };
}

/** How many pairs a notice names; further ones are counted. */
const NAMED = 10;

function pairNotice(
  code: string,
  severity: Notice["severity"],
  tally: PairTally,
  names: readonly string[],
): Notice {
  const pairs = tally.pairs();
  const named = pairs.slice(0, NAMED);
  return {
    code,
    severity,
    citizens: tally.citizens(),
    pairs: named.map(({ one, other }) => `${names[one] ?? ""} + ${names[other] ?? ""}`),
    citizensOfPairs: named.map(({ citizens }) => citizens),
    daysOfPairs: named.map(({ days }) => days),
    furtherPairs: pairs.length - named.length,
  };
}

/**
 * Checks lists of states.
 *
 * @throws CompetitionError `unknown-state`, `impossible-priority`.
 */
export function checkPriorities(
  lists: readonly (readonly string[])[],
  states: StateVocabulary,
  path: string,
): void {
  const known = Object.keys(states);
  for (const [index, list] of lists.entries()) {
    for (const state of list)
      if (!known.includes(state)) throw unknownState(state, known, `${path}[${index}]`);
    if (list.length > 1 && new Set(list).size === list.length) continue;
    throw competitionError({
      code: "impossible-priority",
      path: `${path}[${index}]`,
      received: list,
      expected: "two states or more, each once, the one that stays first",
    });
  }
}

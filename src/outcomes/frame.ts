import { parseDay, type Day } from "../core/index.js";
import type { Histories, StateVocabulary } from "../histories/index.js";
import { longestCourses, permittedCourses, type LongestCourses } from "./course-terms.js";
import type { CoveredStates } from "./destination.js";
import { placeFinder } from "./places.js";
import { observer, type Observer } from "./observation.js";
import { ruleOf, type Rule } from "./rule.js";
import type { OutcomesProtocol } from "./types.js";
import { EVER } from "./days.js";

/** What limits everyone's observation. */
export interface Horizon {
  readonly vocabulary: StateVocabulary;
  readonly stateNames: readonly string[];
  /** Those that cover less than the whole, or other days. */
  readonly sources: readonly CoveredStates[];
}

/** What is the same for every citizen: the rules, the longest courses and what was observed. */
export interface Frame {
  readonly arms: ReadonlySet<string>;
  readonly asOf: Day;
  readonly rules: readonly Rule[];
  readonly longest: LongestCourses;
  readonly horizon: Horizon;
  /** The number of a citizen in the histories; -1 without history. */
  readonly numberOf: (citizen: string) => number;
  /** What is known of a citizen from a referral on; nothing without history. */
  readonly observe: Observer;
}

/** A state that both define has the protocol's properties. */
export function frameOf(protocol: OutcomesProtocol, histories: Histories, asOf: string): Frame {
  const vocabulary = { ...histories.states, ...protocol.states };
  const last = parseDay(asOf, "deriveOutcomes.asOf");
  const columns = histories.columns();
  const sources = sourcesOf(histories);
  const covered = coverageFinder(first(histories.observedFrom), sources, last);
  const context = { vocabulary, columns, covered, placesOf: placeFinder() };
  return {
    arms: new Set(protocol.arms.map(({ id }) => id)),
    asOf: last,
    rules: protocol.criteria.map((criterion, index) => ruleOf(criterion, index, context)),
    longest: longestCourses(permittedCourses(protocol.course)),
    horizon: { vocabulary, stateNames: columns.stateNames, sources },
    numberOf: (citizen) => columns.numberOf(citizen) ?? -1,
    observe: observer(columns, vocabulary, last),
  };
}

function sourcesOf({ coverage }: Histories): readonly CoveredStates[] {
  return coverage.map(({ states, observedFrom, observedUntil }) => ({
    states,
    start: first(observedFrom),
    end: parseDay(observedUntil, "histories.coverage") + 1,
  }));
}

/** The days that the whole and the sources of some states cover, up to a day. */
function coverageFinder(
  from: Day,
  sources: readonly CoveredStates[],
  asOf: Day,
): (states: ReadonlySet<string>) => { readonly from: Day; readonly asOf: Day } {
  return (states) => {
    const own = sources.filter((source) => source.states.some((state) => states.has(state)));
    return {
      from: Math.max(from, ...own.map(({ start }) => start)),
      asOf: Math.min(asOf, ...own.map(({ end }) => end - 1)),
    };
  };
}

function first(date: string | undefined): Day {
  return date === undefined ? EVER : parseDay(date, "histories.observedFrom");
}

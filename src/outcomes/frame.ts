import { parseDay, type Day } from "../core/index.js";
import type { Histories, StateVocabulary } from "../histories/index.js";
import { longestCourses, permittedCourses, type LongestCourses } from "./course-terms.js";
import { placeFinder } from "./places.js";
import { observer, type Observer } from "./observation.js";
import { ruleOf, type Rule } from "./rule.js";
import type { OutcomesProtocol } from "./types.js";
import { EVER } from "./days.js";

/** What limits everyone's observation. */
export interface Horizon {
  readonly vocabulary: StateVocabulary;
  readonly stateNames: readonly string[];
}

/** What is the same for every citizen: the rules, the longest courses and what was observed. */
export interface Frame {
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
  const covered = coverageFinder(histories, last);
  const context = { vocabulary, columns, covered, placesOf: placeFinder() };
  return {
    asOf: last,
    rules: protocol.criteria.map((criterion, index) => ruleOf(criterion, index, context)),
    longest: longestCourses(permittedCourses(protocol.course)),
    horizon: { vocabulary, stateNames: columns.stateNames },
    numberOf: (citizen) => columns.numberOf(citizen) ?? -1,
    observe: observer(columns, vocabulary, last),
  };
}

/** The days that the whole and the sources of some states cover, up to a day. */
function coverageFinder(
  { observedFrom, coverage }: Histories,
  asOf: Day,
): (states: ReadonlySet<string>) => { readonly from: Day; readonly asOf: Day } {
  return (states) => {
    const sources = coverage.filter((source) => source.states.some((state) => states.has(state)));
    return {
      from: Math.max(first(observedFrom), ...sources.map((source) => first(source.observedFrom))),
      asOf: Math.min(asOf, ...sources.map((source) => parseDay(source.observedUntil, "histories.coverage"))),
    };
  };
}

function first(date: string | undefined): Day {
  return date === undefined ? EVER : parseDay(date, "histories.observedFrom");
}

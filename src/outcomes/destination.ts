import type { Day, Period } from "../core/index.js";
import { hasProperty, type StateProperty, type StateVocabulary } from "../histories/index.js";
import { goneFrom, STAYED, type Observation } from "./observation.js";
import type { Destination } from "./types.js";

/** Tells where someone was on a day; `from` is the first that was covered. */
type DestinationFinder = (day: Day, observation: Observation, from: Day) => Destination | undefined;

/** Where properties lead, the first that someone has on the day; `gone` goes before all of them. */
const PRECEDENCE: readonly (readonly [Destination, readonly StateProperty[]])[] = [
  ["ordinary-work", ["ordinary-employment"]],
  ["education", ["ordinary-education"]],
  ["subsidized-work", ["subsidized-employment", "fleksjob"]],
  ["municipal-support", ["municipal-support"]],
  ["other-support", ["state-support", "practice"]],
];

/** The days that a source of some states covers. */
export interface CoveredStates extends Period {
  readonly states: readonly string[];
}

const OWN_MEANS = PRECEDENCE.length;

/**
 * Where someone was on a day: gone (dead, emigrated, on pension, moved away), else
 * ordinary work, education, subsidized work (fleksjob too), municipal support, other support
 * (practice too), in this order; own means if no record says any of it. That there is none tells only
 * where every source that could have one covers the day: else it is `not-observed`. Nothing for a day
 * before `from`, the first that was covered.
 */
export function destinationFinder({
  vocabulary,
  stateNames,
  sources,
}: {
  readonly vocabulary: StateVocabulary;
  readonly stateNames: readonly string[];
  readonly sources: readonly CoveredStates[];
}): DestinationFinder {
  const rankOf = (name: string): number => {
    const rank = PRECEDENCE.findIndex(([, having]) =>
      having.some((each) => hasProperty(vocabulary, name, each)),
    );
    return rank === -1 ? OWN_MEANS : rank;
  };
  const ranks = Uint8Array.from(stateNames, rankOf);
  const telling = sources.filter(({ states }) => states.some((state) => rankOf(state) < OWN_MEANS));
  return (day, { columns: { state, start, end }, first, last, left }, from) => {
    if (left !== STAYED && day >= Math.min(goneFrom(left), left.moved)) return "gone";
    if (day < from) return undefined;
    let rank = OWN_MEANS;
    for (let place = first; place < last; place++) {
      if ((start[place] ?? 0) <= day && day < (end[place] ?? 0)) {
        rank = Math.min(rank, ranks[state[place] ?? 0] ?? rank);
      }
    }
    const found = PRECEDENCE[rank];
    if (found !== undefined) return found[0];
    return telling.every((source) => source.start <= day && day < source.end) ? "own-means" : "not-observed";
  };
}

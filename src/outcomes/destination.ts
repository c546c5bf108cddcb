import type { Day } from "../core/index.js";
import { hasProperty, type StateProperty, type StateVocabulary } from "../histories/index.js";
import { goneFrom, type Observation } from "./observation.js";
import type { Destination } from "./types.js";

/** Where properties lead, the first that someone has on the day; `gone` goes before all of them. */
const PRECEDENCE: readonly (readonly [Destination, readonly StateProperty[]])[] = [
  ["ordinary-work", ["ordinary-employment"]],
  ["education", ["ordinary-education"]],
  ["subsidized-work", ["subsidized-employment", "fleksjob"]],
  ["municipal-support", ["municipal-support"]],
  ["other-support", ["state-support", "practice"]],
];

/**
 * Where someone was on a day, in one word: gone (dead, emigrated, on pension, moved away), else
 * ordinary work, education, subsidized work (fleksjob too), municipal support, other support
 * (practice too), in this order; own means if no record says any of it. Nothing for a day before
 * `from`, the first that was covered.
 */
export function destinationFinder({
  vocabulary,
  stateNames,
}: {
  readonly vocabulary: StateVocabulary;
  readonly stateNames: readonly string[];
}): (day: Day, observation: Observation, from: Day) => Destination | undefined {
  const ranks = Uint8Array.from(stateNames, (name) => {
    const rank = PRECEDENCE.findIndex(([, having]) =>
      having.some((each) => hasProperty(vocabulary, name, each)),
    );
    return rank === -1 ? PRECEDENCE.length : rank;
  });
  return (day, observation, from) => {
    if (day >= Math.min(goneFrom(observation), observation.left.moved)) return "gone";
    if (day < from) return undefined;
    const { columns, first, last } = observation;
    let rank = PRECEDENCE.length;
    for (let place = first; place < last; place++) {
      if ((columns.start[place] ?? 0) <= day && day < (columns.end[place] ?? 0)) {
        rank = Math.min(rank, ranks[columns.state[place] ?? 0] ?? rank);
      }
    }
    return PRECEDENCE[rank]?.[0] ?? "own-means";
  };
}

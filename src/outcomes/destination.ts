import type { Day } from "../core/index.js";
import { hasProperty, type StateProperty, type StateVocabulary } from "../histories/index.js";
import type { Observation } from "./observation.js";
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
 * the register's coverage.
 */
export function destinationOn(
  day: Day,
  { periods, from, goneFrom, movedFrom }: Observation,
  vocabulary: StateVocabulary,
): Destination | undefined {
  if (day >= Math.min(goneFrom, movedFrom)) return "gone";
  if (day < from) return undefined;
  const states = periods.filter(({ start, end }) => start <= day && day < end).map(({ state }) => state);
  const found = PRECEDENCE.find(([, properties]) =>
    states.some((state) => properties.some((property) => hasProperty(vocabulary, state, property))),
  );
  return found?.[0] ?? "own-means";
}

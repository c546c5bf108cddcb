import { agreeingKnowledge } from "./agreeing.js";
import { componentsOf } from "./components.js";
import { newestFirst } from "./knowledge.js";
import { polytopeOf, unlessUnsolved } from "./polytope.js";
import type { PublishedCounts } from "./types.js";

/** Least and greatest value that a count can have. */
export interface CountBounds {
  readonly lower: number;
  readonly upper: number;
}

/** More than any competition has. */
const NO_END = 1_000_000;

/**
 * Between which values each of some counts must lie for whoever has the review and the earlier ones: a shown count
 * between itself and itself. Counts that the review doesn't have, and those of reviews that contradict each other, are
 * between 0 and a million.
 */
export function boundsOf(
  published: PublishedCounts,
  previous: readonly PublishedCounts[],
  ids: readonly string[],
): ReadonlyMap<string, CountBounds> {
  const knowledge = agreeingKnowledge(published, newestFirst(previous));
  const components = componentsOf(knowledge, knowledge.values);
  const of = (id: string): CountBounds => {
    const index = knowledge.published.get(id) ?? -1;
    const value = knowledge.values[index] ?? null;
    if (value !== null) return { lower: value, upper: value };
    const component = components.find(({ unknowns }) => unknowns.includes(index));
    if (component === undefined) return { lower: 0, upper: NO_END };
    const polytope = polytopeOf(component);
    const place = component.unknowns.indexOf(index);
    return {
      lower: unlessUnsolved(() => polytope.least(place), undefined)?.[place] ?? 0,
      upper: unlessUnsolved(() => polytope.greatest(place, NO_END), undefined)?.[place] ?? NO_END,
    };
  };
  return new Map(ids.map((id) => [id, of(id)]));
}

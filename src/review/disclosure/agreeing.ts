import { componentsOf } from "./components.js";
import { knowledgeOf, type Knowledge } from "./knowledge.js";
import { polytopeOf, unlessUnsolved } from "./polytope.js";
import type { PublishedCounts } from "./types.js";

/** Counts that were corrected since may not have grown: where that contradicts what is published, nobody can build on it. */
export function agreeingKnowledge(
  published: PublishedCounts,
  earlier: readonly PublishedCounts[],
): Knowledge {
  const knowledge = knowledgeOf(published, earlier);
  const contradicts = componentsOf(knowledge, knowledge.values).some(
    (component) => unlessUnsolved(() => polytopeOf(component).least(0), null) === undefined,
  );
  return contradicts ? knowledgeOf({ ...published, since: {} }, earlier) : knowledge;
}

import { attainableWidths, mayBeHidden } from "./attainable.js";
import { componentsOf } from "./components.js";
import { knowledgeOf, type Knowledge } from "./knowledge.js";
import { polytopeOf, unlessUnsolved } from "./polytope.js";
import type { CountModel, PublishedCounts } from "./types.js";

/** What the one who hides knows: what is known from outside if nothing is hidden, and the true counts. */
export interface Situation {
  readonly knowledge: Knowledge;
  /** By variable; of hidden counts of the previous review, values that agree with everything. */
  readonly truth: readonly number[];
  /** By variable that can be hidden: what it costs. */
  readonly costs: ReadonlyMap<number, number>;
  /** How far apart a hidden variable's least and greatest value must be, as far as it can be helped; 0 of one that isn't a count. */
  width(variable: number): number;
}

/**
 * @param now The model's counts without those that are hidden in any case.
 * @param earlier What was published before.
 */
export function situationOf(
  model: CountModel,
  now: PublishedCounts,
  earlier: readonly PublishedCounts[],
): Situation {
  const linked = knowledgeOf(now, earlier);
  const found = agreeing(linked, model);
  const knowledge = found === undefined ? knowledgeOf({ ...now, since: {} }, earlier) : linked;
  const truth = found ?? agreeing(knowledge, model) ?? knowledge.values.map((value) => value ?? 0);
  const costs = costsOf(model, knowledge, truth);
  const attainable = attainableWidths(knowledge, (variable) => costs.has(variable), truth);
  return {
    knowledge,
    truth,
    costs,
    width: (variable) => attainable.get(variable) ?? knowledge.variables[variable]?.width ?? 0,
  };
}

/** The true counts, and any for what earlier reviews hide that agree with all that is known. */
function agreeing(knowledge: Knowledge, { cells }: CountModel): number[] | undefined {
  const values = knowledge.values.slice();
  for (const { id, count } of cells) values[knowledge.published.get(id) ?? -1] = count;
  const truth = values.map((value) => value ?? 0);
  for (const component of componentsOf(knowledge, values)) {
    const point = unlessUnsolved(() => polytopeOf(component).least(0), undefined);
    if (point === undefined) return undefined;
    for (const [place, index] of component.unknowns.entries()) truth[index] = point[place] ?? 0;
  }
  return truth;
}

/** A 0 stands in for another count only where there is no other way. */
const ZERO_COSTS = 100;

/**
 * Costs relative to the dearest. What was visible before and can't have changed isn't hidden any
 * more; neither is a 0 that everyone knows to be shown.
 */
function costsOf({ cells }: CountModel, knowledge: Knowledge, truth: readonly number[]): Map<number, number> {
  const dearest = Math.max(...cells.map(({ weight }) => weight));
  return new Map(
    cells.flatMap(({ id, weight }) => {
      const index = knowledge.published.get(id);
      if (index === undefined || !mayBeHidden(knowledge, index, truth[index] ?? 0)) return [];
      const cost = weight / dearest;
      return [[index, truth[index] === 0 ? ZERO_COSTS * cost : cost] as const];
    }),
  );
}

/** By variable: what is known if these are hidden, null where nothing is. */
export function valuesWithout(
  { knowledge, costs }: Situation,
  hidden: ReadonlySet<number>,
): (number | null)[] {
  return knowledge.values.map((value, index) => (hidden.has(index) && costs.has(index) ? null : value));
}

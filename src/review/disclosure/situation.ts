import { componentsOf } from "./components.js";
import { knowledgeOf, type Knowledge } from "./knowledge.js";
import { polytopeOf } from "./polytope.js";
import { publishedCounts } from "./published.js";
import type { CountModel, PublishedCounts } from "./types.js";

/** What the one who hides knows: what is known from outside if nothing is hidden, and the true counts. */
export interface Situation {
  readonly knowledge: Knowledge;
  /** By variable; of hidden counts of the previous review, values that agree with everything. */
  readonly truth: readonly number[];
  /** By variable that can be hidden: what it costs. */
  readonly costs: ReadonlyMap<number, number>;
  /** How far apart a hidden variable's least and greatest value must be; 0 of one that isn't a count. */
  width(variable: number): number;
}

export function situationOf(
  model: CountModel,
  minimum: number,
  previous: PublishedCounts | undefined,
): Situation {
  const open = publishedCounts(model, new Set(), { asOf: "", minimum });
  const linked = knowledgeOf(open, previous);
  const found = agreeing(linked);
  const knowledge = found === undefined ? knowledgeOf({ ...open, since: {} }, previous) : linked;
  const truth = found ?? agreeing(knowledge) ?? knowledge.values.map((value) => value ?? 0);
  const costs = costsOf(model, knowledge, truth, previous);
  const widths = { published: minimum, previous: previous?.minimum ?? 0, change: 0 };
  return {
    knowledge,
    truth,
    costs,
    width: (variable) => widths[knowledge.variables[variable]?.review ?? "change"],
  };
}

/** Any counts for what is hidden that agree with all that is known. */
function agreeing(knowledge: Knowledge): number[] | undefined {
  const truth = knowledge.values.map((value) => value ?? 0);
  for (const component of componentsOf(knowledge, knowledge.values)) {
    const point = polytopeOf(component).least(0);
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
function costsOf(
  { cells }: CountModel,
  { variables, published, previous }: Knowledge,
  truth: readonly number[],
  earlier: PublishedCounts | undefined,
): Map<number, number> {
  const dearest = Math.max(...cells.map(({ weight }) => weight));
  return new Map(
    cells.flatMap(({ id, weight }) => {
      const index = published.get(id);
      if (index === undefined) return [];
      if (previous.get(id) === index && typeof earlier?.cells[id] === "number") return [];
      if (truth[index] !== 0) return [[index, weight / dearest] as const];
      return variables[index]?.lower === 0 ? [[index, (ZERO_COSTS * weight) / dearest] as const] : [];
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

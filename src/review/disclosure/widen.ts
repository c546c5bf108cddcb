import { componentsOf } from "./components.js";
import type { Equation } from "./knowledge.js";
import { polytopeOf, unlessUnsolved } from "./polytope.js";
import { cheapest, type Column, type Limit } from "./program.js";
import { valuesWithout, type Situation } from "./situation.js";

/**
 * The cheapest counts to hide so that a hidden one can lie far enough from where it is, none if
 * what is hidden already is enough in fractions; undefined where no hiding helps.
 */
export function widen(
  situation: Situation,
  hidden: ReadonlySet<number>,
  target: number,
): readonly number[] | undefined {
  const width = situation.width(target);
  const found = movedBy(situation, hidden, target, width);
  if (found !== undefined) return found;
  return bothWays(situation, hidden, target, width);
}

/**
 * Earlier reviews' hidden counts stay as they are, if that is possible: so it is mostly, and soon solved. Then all
 * the sums, not those near the target alone: the cheapest way may go far, and a near one over what must stay visible.
 */
function movedBy(
  situation: Situation,
  hidden: ReadonlySet<number>,
  target: number,
  amount: number,
): readonly number[] | undefined {
  const everything = equationsAround(situation, target);
  const ofNow = everything.filter(({ review }) => review !== "previous");
  const isOfNow = situation.knowledge.variables[target]?.review === "published";
  return (
    (isOfNow ? moved(situation, hidden, target, ofNow, amount) : undefined) ??
    moved(situation, hidden, target, everything, amount)
  );
}

/** Where a count can't rise by all of the width, it falls by the rest. */
function bothWays(
  situation: Situation,
  hidden: ReadonlySet<number>,
  target: number,
  width: number,
): readonly number[] | undefined {
  const { knowledge, truth, costs } = situation;
  const values = valuesWithout(situation, new Set(costs.keys()));
  const component = componentsOf(knowledge, values).find(({ unknowns }) => unknowns.includes(target));
  if (component === undefined) return undefined;
  const polytope = polytopeOf(component);
  const place = component.unknowns.indexOf(target);
  const at = truth[target] ?? 0;
  const up = (unlessUnsolved(() => polytope.greatest(place, at + width), undefined)?.[place] ?? at) - at;
  const least = unlessUnsolved(() => polytope.least(place), undefined)?.[place] ?? at;
  if (at + up - least < width) return undefined;
  return [up, up - width].flatMap((amount) => movedBy(situation, hidden, target, amount) ?? []);
}

/** The cheapest visible count next to what the target is tied to: for sums whose fractions aren't whole numbers. */
export function nearest(
  situation: Situation,
  hidden: ReadonlySet<number>,
  target: number,
): number | undefined {
  const { knowledge, costs } = situation;
  const component = componentsOf(knowledge, valuesWithout(situation, hidden)).find(({ unknowns }) =>
    unknowns.includes(target),
  );
  const beside = (component?.rows ?? []).flatMap(({ equation: { total, parts } }) => [total, ...parts]);
  const [best] = [...new Set(beside)]
    .filter((index) => costs.has(index) && !hidden.has(index))
    .toSorted((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0) || a - b);
  return best;
}

function equationsAround(
  { knowledge: { equations, values }, costs }: Situation,
  target: number,
): readonly Equation[] {
  const movable = (index: number): boolean => costs.has(index) || values[index] === null;
  const reached = new Set([target]);
  const found = new Set<Equation>();
  for (;;) {
    const next = equations.filter(
      (equation) =>
        !found.has(equation) &&
        (reached.has(equation.total) || equation.parts.some((part) => reached.has(part))),
    );
    if (next.length === 0) break;
    for (const equation of next) {
      found.add(equation);
      for (const index of [equation.total, ...equation.parts]) if (movable(index)) reached.add(index);
    }
  }
  return [...found];
}

/**
 * The visible counts that change when the target is moved by an amount at the least cost, within a
 * region of sums; undefined where it can't be.
 */
function moved(
  situation: Situation,
  hidden: ReadonlySet<number>,
  target: number,
  region: readonly Equation[],
  amount: number,
): readonly number[] | undefined {
  const { knowledge, truth, costs } = situation;
  const within = new Set(region);
  const touched = new Set(region.flatMap(({ total, parts }) => [total, ...parts]));
  for (const { total, parts } of knowledge.equations.filter((equation) => !within.has(equation))) {
    for (const index of [total, ...parts]) touched.delete(index);
  }
  touched.add(target);
  const columns: Column[] = [];
  const limits: Limit[] = [];
  const visible: [column: number, index: number][] = [];
  const rows = new Map<number, [row: number, coefficient: number][]>();
  const inRow = (index: number, row: number, coefficient: number): void => {
    const terms = rows.get(index);
    if (terms === undefined) rows.set(index, [[row, coefficient]]);
    else terms.push([row, coefficient]);
  };
  const isHidden = (index: number): boolean =>
    knowledge.values[index] === null || (hidden.has(index) && costs.has(index));
  const lowerOf = (index: number): number => knowledge.variables[index]?.lower ?? 0;
  const slackOf = (index: number): number => (truth[index] ?? 0) - lowerOf(index);
  for (const [row, { total, parts }] of region.entries()) {
    let value = 0;
    for (const [index, coefficient] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      if (!touched.has(index)) continue;
      inRow(index, row, coefficient);
      if (isHidden(index)) value += coefficient * slackOf(index);
    }
    limits.push({ equal: value });
  }
  for (const index of [...touched].toSorted((a, b) => a - b)) {
    const terms = rows.get(index) ?? [];
    if (isHidden(index)) {
      if (index === target) {
        const goal = slackOf(index) + amount;
        limits.push(amount > 0 ? { minimum: goal } : { maximum: goal });
        columns.push({ cost: 0, terms: [...terms, [limits.length - 1, 1]] });
      } else {
        columns.push({ cost: 0, terms });
      }
      continue;
    }
    const cost = costs.get(index);
    if (cost === undefined) continue;
    visible.push([columns.push({ cost, terms }) - 1, index]);
    const slack = slackOf(index);
    if (slack <= 0) continue;
    const down = terms.map(([row, coefficient]) => [row, -coefficient] as const);
    if (slack < Math.abs(amount)) limits.push({ maximum: slack });
    const bound = slack < Math.abs(amount) ? [[limits.length - 1, 1] as const] : [];
    visible.push([columns.push({ cost, terms: [...down, ...bound] }) - 1, index]);
  }
  const solution = cheapest(columns, limits);
  if (solution.status !== "optimal") return undefined;
  const { values } = solution;
  return [...new Set(visible.flatMap(([column, index]) => ((values[column] ?? 0) > 1e-6 ? [index] : [])))];
}

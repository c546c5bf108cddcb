import type { Equation, Knowledge } from "./knowledge.js";

/** `Σ coefficient × unknown = value`, by place among a component's unknowns. */
export interface Row {
  readonly terms: readonly (readonly [place: number, coefficient: 1 | -1])[];
  readonly value: number;
  readonly equation: Equation;
}

/** Unknowns that are tied to each other by sums, and to no others. */
export interface Component {
  /** Indices of variables. */
  readonly unknowns: readonly number[];
  /** Their least values. */
  readonly lowers: readonly number[];
  readonly rows: readonly Row[];
}

/**
 * Splits what is hidden into parts that have nothing to do with each other.
 *
 * @param values By variable: what is known, null where it is hidden.
 * @param among Only these unknowns and the equations that they stand in; all if left out.
 */
export function componentsOf(
  { variables, equations }: Pick<Knowledge, "variables" | "equations">,
  values: readonly (number | null)[],
  among?: ReadonlySet<number>,
): Component[] {
  const root = new Map<number, number>();
  for (const [index, value] of values.entries()) {
    if (value === null && (among === undefined || among.has(index))) root.set(index, index);
  }
  const find = (index: number): number => {
    let at = index;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up;
    root.set(index, at);
    return at;
  };
  const open = equations.flatMap((equation) => {
    const hidden = [equation.total, ...equation.parts].filter((index) => root.has(index));
    const [first] = hidden;
    if (first === undefined) return [];
    for (const index of hidden) root.set(find(index), find(first));
    return [{ equation, first }];
  });
  const members = grouped([...root.keys()], find);
  const rows = grouped(open, ({ first }) => find(first));
  return [...members].map(([at, unknowns]) => {
    const place = new Map(unknowns.map((index, position) => [index, position]));
    return {
      unknowns,
      lowers: unknowns.map((index) => variables[index]?.lower ?? 0),
      rows: (rows.get(at) ?? []).map(({ equation }) => rowOf(equation, values, place)),
    };
  });
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function rowOf(
  equation: Equation,
  values: readonly (number | null)[],
  place: ReadonlyMap<number, number>,
): Row {
  const terms: [number, 1 | -1][] = [];
  let value = 0;
  const take = (index: number, coefficient: 1 | -1): void => {
    const position = place.get(index);
    if (position === undefined) value -= coefficient * (values[index] ?? 0);
    else terms.push([position, coefficient]);
  };
  take(equation.total, -1);
  for (const part of equation.parts) take(part, 1);
  return { terms, value, equation };
}

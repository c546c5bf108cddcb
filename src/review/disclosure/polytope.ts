import { competitionError, isCompetitionError } from "../../core/index.js";
import type { Component } from "./components.js";
import { cheapest, type Column, type Limit } from "./program.js";

/** Counts of a component's unknowns that agree with everything that is published. */
export type Point = readonly number[];

/** Everything that a component's hidden counts can be. */
export interface Polytope {
  /**
   * Counts in which an unknown is as small as it can be, or as large, but not larger than is enough;
   * undefined if the published counts contradict each other.
   */
  least(place: number): Point | undefined;
  greatest(place: number, enough: number): Point | undefined;
}

const TINY = 1e-9;

/**
 * Prepares a component for being asked often: the sums are solved for as many unknowns as they
 * determine, so that the linear program has only the others as columns.
 */
export function polytopeOf(component: Component): Polytope {
  const solved = reduce(component);
  if (solved === undefined) return { least: () => undefined, greatest: () => undefined };
  const { free, dependent } = solved;
  const columns = free.map((_, position) =>
    dependent.flatMap(({ coefficients }, row): (readonly [number, number])[] => {
      const coefficient = coefficients[position] ?? 0;
      return coefficient === 0 ? [] : [[row, coefficient]];
    }),
  );
  const limits: readonly Limit[] = dependent.map(({ value }) => ({ maximum: value }));
  const pushed = (place: number, direction: 1 | -1, enough?: number): Point | undefined => {
    const own = dependent.find(({ place: at }) => at === place);
    const shares = free.map((at, position) =>
      own === undefined ? Number(at === place) : -(own.coefficients[position] ?? 0),
    );
    const end =
      enough === undefined ? [] : [{ maximum: enough - (component.lowers[place] ?? 0) - (own?.value ?? 0) }];
    const program = columns.map((terms, position): Column => {
      const share = shares[position] ?? 0;
      const ended = share === 0 || enough === undefined ? terms : [...terms, [limits.length, share] as const];
      return { cost: -direction * share, terms: ended };
    });
    const solution = cheapest(program, [...limits, ...end]);
    if (solution.status === "infeasible") return undefined;
    const point =
      solution.status === "optimal" ? pointOf(component, solved, columns, solution.values) : undefined;
    return point ?? pushedWhole(component, place, direction, enough);
  };
  return { least: (place) => pushed(place, -1), greatest: (place, enough) => pushed(place, 1, enough) };
}

/** What is found, or this where whole numbers aren't found in time. */
export function unlessUnsolved<Found, Else>(find: () => Found, otherwise: Else): Found | Else {
  try {
    return find();
  } catch (error) {
    if (isCompetitionError(error, "disclosure-unsolved")) return otherwise;
    throw error;
  }
}

/** The counts that belong to values of the free unknowns, if they are whole. */
function pointOf(
  component: Component,
  { free, dependent }: Reduced,
  columns: readonly Column["terms"][],
  values: readonly number[],
): Point | undefined {
  const left = dependent.map(({ value }) => value);
  const point = component.lowers.slice();
  for (const [position, value] of values.entries()) {
    if (value === 0) continue;
    const place = free[position] ?? 0;
    point[place] = (point[place] ?? 0) + value;
    for (const [row, coefficient] of columns[position] ?? [])
      left[row] = (left[row] ?? 0) - coefficient * value;
  }
  for (const [row, { place }] of dependent.entries()) point[place] = (point[place] ?? 0) + (left[row] ?? 0);
  const whole = point.map(Math.round);
  const isWhole = whole.every((count, place) => Math.abs(count - (point[place] ?? 0)) < 1e-6);
  return isWhole && holds(component, whole) ? whole : undefined;
}

/** The same in whole numbers, from the sums as they are. */
function pushedWhole(
  component: Component,
  place: number,
  direction: 1 | -1,
  enough: number | undefined,
): Point | undefined {
  const { lowers, rows, unknowns } = component;
  const limits: Limit[] = rows.map(({ terms, value }) => {
    const from = terms.reduce((sum, [at, coefficient]) => sum + coefficient * (lowers[at] ?? 0), 0);
    return { equal: value - from };
  });
  const end = enough === undefined ? [] : [{ maximum: enough - (lowers[place] ?? 0) }];
  const columns = unknowns.map((_, position): Column => {
    const terms = rows.flatMap(({ terms: inRow }, row) =>
      inRow.flatMap(([at, coefficient]) => (at === position ? [[row, coefficient] as const] : [])),
    );
    if (position !== place) return { cost: 0, terms };
    return { cost: -direction, terms: enough === undefined ? terms : [...terms, [rows.length, 1]] };
  });
  const solution = cheapest(columns, [...limits, ...end], { whole: true });
  if (solution.status === "infeasible") return undefined;
  const point =
    solution.status === "optimal"
      ? solution.values.map((value, at) => Math.round(value) + (lowers[at] ?? 0))
      : [];
  if (point.length > 0 && holds(component, point)) return point;
  throw competitionError({
    code: "disclosure-unsolved",
    path: "disclosure",
    received: `${unknowns.length} hidden counts in ${rows.length} sums`,
    expected: "counts whose bounds the solver finds",
    hint: "Show fewer breakdowns of small groups, and report this case.",
  });
}

function holds({ rows, lowers }: Component, point: Point): boolean {
  return (
    point.every((value, at) => value >= (lowers[at] ?? 0)) &&
    rows.every(
      ({ terms, value }) =>
        terms.reduce((sum, [at, coefficient]) => sum + coefficient * (point[at] ?? 0), 0) === value,
    )
  );
}

/** `unknown = lower + value − Σ coefficient × free`, where the free unknowns are told above their lowers. */
interface Dependent {
  readonly place: number;
  readonly value: number;
  readonly coefficients: readonly number[];
}

interface Reduced {
  readonly free: readonly number[];
  readonly dependent: readonly Dependent[];
}

/** Gauss and Jordan's elimination; undefined where the sums contradict each other. */
function reduce({ unknowns, lowers, rows }: Component): Reduced | undefined {
  const width = unknowns.length;
  const table = rows.map(({ terms, value }) => {
    const row = new Float64Array(width + 1);
    row[width] = value;
    for (const [at, coefficient] of terms) {
      row[at] = (row[at] ?? 0) + coefficient;
      row[width] = (row[width] ?? 0) - coefficient * (lowers[at] ?? 0);
    }
    return row;
  });
  const pivots: number[] = [];
  for (let place = 0; place < width && pivots.length < table.length; place++) {
    const at = table.findIndex((row, index) => index >= pivots.length && Math.abs(row[place] ?? 0) > TINY);
    const pivot = table[at];
    const swapped = table[pivots.length];
    if (pivot === undefined || swapped === undefined) continue;
    table[at] = swapped;
    table[pivots.length] = pivot;
    eliminate(table, pivots.length, place);
    pivots.push(place);
  }
  if (table.slice(pivots.length).some((row) => Math.abs(row[width] ?? 0) > TINY)) return undefined;
  const dependentPlaces = new Set(pivots);
  const free = unknowns.flatMap((_, place) => (dependentPlaces.has(place) ? [] : [place]));
  return {
    free,
    dependent: pivots.map((place, row) => ({
      place,
      value: table[row]?.[width] ?? 0,
      coefficients: free.map((at) => table[row]?.[at] ?? 0),
    })),
  };
}

function eliminate(table: readonly Float64Array[], at: number, place: number): void {
  const pivot = table[at];
  if (pivot === undefined) return;
  const by = pivot[place] ?? 1;
  const filled: number[] = [];
  for (let i = 0; i < pivot.length; i++) {
    const value = pivot[i] ?? 0;
    if (value === 0) continue;
    pivot[i] = value / by;
    filled.push(i);
  }
  for (const row of table) {
    const factor = row[place] ?? 0;
    if (row === pivot || factor === 0) continue;
    for (const i of filled) {
      const left = (row[i] ?? 0) - factor * (pivot[i] ?? 0);
      row[i] = Math.abs(left) <= TINY ? 0 : left;
    }
  }
}

import type { Suppressed } from "../../core/index.js";
import { agreeingKnowledge } from "./agreeing.js";
import { attainableWidths, mayBeHidden } from "./attainable.js";
import { chainOf, stepOf } from "./chain.js";
import { componentsOf, type Component, type Row } from "./components.js";
import { changeOf, groupDisclosures, newcomerDisclosures } from "./groups.js";
import { isSmall } from "./small.js";
import { newestFirst, type Knowledge } from "./knowledge.js";
import { audit, type Narrow } from "./narrow.js";
import { polytopeOf, unlessUnsolved } from "./polytope.js";
import type { CountSum, Disclosure, PublishedCounts } from "./types.js";

/**
 * Plays the attacker: works out from a published review, and all that were published before it,
 * whatever can be worked out, and tells what comes too close to single people.
 *
 * The attacker knows every visible count, every sum, the threshold and the rules of hiding: counts
 * are whole and not negative; a 0 is shown, so a hidden count is at least 1, except where zeros are
 * hidden too (parts of personal sums). For each hidden count x the least and the greatest value are
 * found that agree with all of it,
 *
 *     lower = min x,  upper = max x   subject to   total = Σ parts for every sum,  x whole,
 *
 * and it is disclosed if upper − lower < minimum. A sum of several hidden counts that is small gives
 * each of them away by this, and a sum that has a name is a count of its own. Beside it: visible
 * counts that are small, and groups that are visibly all in one part of a personal sum.
 *
 * With earlier reviews a count that can't have changed is the same unknown in both, and of one that can
 * only have grown (`since`) now = then + growth, growth ≥ 0. Told are, too, visible counts that differ by
 * less than `minimum` from an earlier one, newcomers who are visibly all in one part of a personal sum,
 * and counts of an earlier review that only a later one gives away.
 *
 * Not told is what would follow as closely if the review hid everything: from earlier reviews alone, or
 * from zeros that are always shown.
 *
 * What it does not know: what stands in other publications, and how the hiding was chosen beyond the
 * rules above.
 *
 * @param published The counts of the review.
 * @param previous Those of the reviews before it, in any order; of a single one itself.
 * @returns What is disclosed, by kind and cell; nothing if all is well.
 *
 * @example
 * attack({ asOf: "2006-09-30", minimum: 5, ledger: null, since: {}, cells: { all: 20, success: "suppressed", failure: 17 },
 *   sums: [{ total: "all", parts: ["success", "failure"] }] }) // success is 3: all 20 less failure 17
 * @example
 * attack({ asOf: "2006-09-30", minimum: 5, ledger: null, since: {}, cells: {}, sums: [] }) // []
 *
 * Source: Fischetti, M. & Salazar, J.-J. (2001). Solving the cell suppression problem on tabular data
 * with linear constraints. Management Science 47(7), 1008–1027 (the attacker's problem, section 2).
 */
export function attack(
  published: PublishedCounts,
  previous: PublishedCounts | readonly PublishedCounts[] = [],
): readonly Disclosure[] {
  const earlier = newestFirst([previous].flat());
  const knowledge = agreeingKnowledge(published, earlier);
  return [
    ...smallCounts(published),
    ...derivable(knowledge),
    ...earlier.flatMap((then) => changes(published, then)),
    ...groups(published, knowledge),
    ...earlier.flatMap((then) => newcomers(published, then)),
  ];
}

function smallCounts({ cells, minimum }: PublishedCounts): Disclosure[] {
  return sortedCells(cells).flatMap(([cell, count]) =>
    typeof count === "number" && isSmall(count, minimum)
      ? [{ kind: "small", cell, lower: count, upper: count, chain: [] }]
      : [],
  );
}

function sortedCells(cells: PublishedCounts["cells"]): [string, number | Suppressed][] {
  return Object.entries(cells).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function derivable(knowledge: Knowledge): Disclosure[] {
  const { variables, values, equations } = knowledge;
  let widths: ReadonlyMap<number, number> | undefined;
  const attainable = (): ReadonlyMap<number, number> =>
    (widths ??= attainableWidths(knowledge, (index) => mayBeHidden(knowledge, index, values[index] ?? null)));
  const broken = equations
    .filter(({ total, parts }) => {
      const known = [total, ...parts].map((index) => values[index] ?? null);
      const [sum, ...rest] = known.map((value) => value ?? NaN);
      return known.every((value) => value !== null) && rest.reduce((a, b) => a + b, 0) !== sum;
    })
    .map((equation) =>
      contradiction(variables[equation.total]?.cell ?? "", [stepOf(knowledge, values, equation)]),
    );
  const found = componentsOf(knowledge, values).flatMap((component): Disclosure[] => {
    const of = (place: number): Knowledge["variables"][number] | undefined =>
      variables[component.unknowns[place] ?? -1];
    const targets = component.unknowns.flatMap((_, place) => (of(place)?.review === "change" ? [] : [place]));
    const { narrow } = audit(component, (place) => of(place)?.width ?? 0, { targets });
    const isAvoidable = ({ place, lower, upper }: Narrow): boolean =>
      upper - lower < (attainable().get(component.unknowns[place] ?? -1) ?? Infinity);
    if (narrow === "contradiction") {
      const steps = conflictOf(component).map(({ equation }) => stepOf(knowledge, values, equation));
      return [contradiction(of(0)?.cell ?? "", steps)];
    }
    return narrow.filter(isAvoidable).map((one) => {
      const { asOf, cell = "" } = of(one.place) ?? {};
      const { lower, upper } = one;
      const chain = one.isProven ? chainOf(knowledge, values, component, one) : [];
      return asOf === undefined
        ? { kind: "derivable", cell, lower, upper, chain }
        : { kind: "earlier", cell, asOf, lower, upper, chain };
    });
  });
  return [...broken, ...found.toSorted(byKindAndCell)];
}

/** Sums that can't all hold, none of them superfluous. */
function conflictOf(component: Component): readonly Row[] {
  let rows = component.rows;
  for (const row of component.rows) {
    const rest = rows.filter((other) => other !== row);
    const point = unlessUnsolved(() => polytopeOf({ ...component, rows: rest }).least(0), null);
    if (point === undefined) rows = rest;
  }
  return rows;
}

function byKindAndCell(a: Disclosure, b: Disclosure): number {
  return a.kind === b.kind ? (a.cell < b.cell ? -1 : 1) : a.kind < b.kind ? -1 : 1;
}

function contradiction(cell: string, chain: Disclosure["chain"]): Disclosure {
  return { kind: "contradiction", cell, lower: null, upper: null, chain };
}

function changes(published: PublishedCounts, then: PublishedCounts): Disclosure[] {
  return sortedCells(published.cells).flatMap(([cell]): Disclosure[] => {
    const change = changeOf(published, then, cell);
    return change !== null && isSmall(Math.abs(change), published.minimum)
      ? [{ kind: "change", cell, asOf: then.asOf, lower: change, upper: change, chain: [] }]
      : [];
  });
}

function newcomers(published: PublishedCounts, then: PublishedCounts): Disclosure[] {
  return newcomerDisclosures(published, then).map(({ sum, zeros }) => {
    const cell = fullPart(sum, zeros);
    const change = changeOf(published, then, cell);
    return { kind: "newcomers", cell, asOf: then.asOf, lower: change, upper: change, chain: [] };
  });
}

/** The part that all are in. */
function fullPart({ total, parts }: CountSum, zeros: readonly string[]): string {
  return parts.find((part) => !zeros.includes(part)) ?? total;
}

function groups({ sums, cells }: PublishedCounts, knowledge: Knowledge): Disclosure[] {
  const countOf = (id: string): number | null => {
    const count = cells[id];
    return typeof count === "number" ? count : null;
  };
  return groupDisclosures(sums, countOf).flatMap(({ sum, zeros }) => {
    if (!isSomeone(knowledge, sum.total)) return [];
    const equation = knowledge.equations.find(
      ({ review, total, parts }) =>
        review === "published" &&
        knowledge.variables[total]?.cell === sum.total &&
        parts.every((index, at) => knowledge.variables[index]?.cell === sum.parts[at]),
    );
    const chain = equation === undefined ? [] : [stepOf(knowledge, knowledge.values, equation)];
    const one = fullPart(sum, zeros);
    const count = countOf(one);
    return [{ kind: "group", cell: one, lower: count, upper: count, chain }];
  });
}

/** Whether there must be someone whom a count counts. */
function isSomeone(knowledge: Knowledge, cell: string): boolean {
  const index = knowledge.published.get(cell) ?? -1;
  const value = knowledge.values[index] ?? null;
  if (value !== null) return value > 0;
  return componentsOf(knowledge, knowledge.values).some((component) => {
    const place = component.unknowns.indexOf(index);
    if (place < 0) return false;
    const least = unlessUnsolved(() => polytopeOf(component).least(place), null);
    return least === null || (least?.[place] ?? 0) > 0;
  });
}

import type { Suppressed } from "../../core/index.js";
import { chainOf, stepOf } from "./chain.js";
import { componentsOf, type Component, type Row } from "./components.js";
import { groupDisclosures } from "./groups.js";
import { isSmall } from "./small.js";
import { knowledgeOf, type Knowledge } from "./knowledge.js";
import { audit } from "./narrow.js";
import { polytopeOf } from "./polytope.js";
import type { Disclosure, PublishedCounts } from "./types.js";

/**
 * Plays the attacker: works out from a published review, and the one before, whatever can be worked
 * out, and tells what comes too close to single people.
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
 * counts that are small, groups that are visibly all in one part of a personal sum, and with
 * `previous` visible counts that differ by less than `minimum` from the earlier ones, and counts of
 * the earlier review that only the later one gives away.
 *
 * What it does not know: what stands in other publications, and how the hiding was chosen beyond the
 * rules above.
 *
 * @param published The counts of the review.
 * @param previous Those of the review before it, if there was one.
 * @returns What is disclosed, by kind and cell; nothing if all is well.
 *
 * @example
 * attack({ asOf: "2006-09-30", minimum: 5, since: {}, cells: { all: 20, success: "suppressed", failure: 17 },
 *   sums: [{ total: "all", parts: ["success", "failure"] }] }) // success is 3: all 20 less failure 17
 * @example
 * attack({ asOf: "2006-09-30", minimum: 5, since: {}, cells: {}, sums: [] }) // []
 *
 * Source: Fischetti, M. & Salazar, J.-J. (2001). Solving the cell suppression problem on tabular data
 * with linear constraints. Management Science 47(7), 1008–1027 (the attacker's problem, section 2).
 */
export function attack(published: PublishedCounts, previous?: PublishedCounts): readonly Disclosure[] {
  const knowledge = knowledgeOf(published, previous);
  return [
    ...smallCounts(published),
    ...derivable(knowledge, published, previous),
    ...changes(published, previous),
    ...groups(published, knowledge),
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

function derivable(
  knowledge: Knowledge,
  published: PublishedCounts,
  previous: PublishedCounts | undefined,
): Disclosure[] {
  const { variables, values, equations } = knowledge;
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
    const width = (place: number): number =>
      of(place)?.review === "previous" ? (previous?.minimum ?? 0) : published.minimum;
    const { narrow } = audit(component, width, { targets });
    if (narrow === "contradiction") {
      const steps = conflictOf(component).map(({ equation }) => stepOf(knowledge, values, equation));
      return [contradiction(of(0)?.cell ?? "", steps)];
    }
    return narrow.map((one) => ({
      kind: of(one.place)?.review === "previous" ? "earlier" : "derivable",
      cell: of(one.place)?.cell ?? "",
      lower: one.lower,
      upper: one.upper,
      chain: chainOf(knowledge, values, component, one),
    }));
  });
  return [...broken, ...found.toSorted(byKindAndCell)];
}

/** Sums that can't all hold, none of them superfluous. */
function conflictOf(component: Component): readonly Row[] {
  let rows = component.rows;
  for (const row of component.rows) {
    const rest = rows.filter((other) => other !== row);
    if (polytopeOf({ ...component, rows: rest }).least(0) === undefined) rows = rest;
  }
  return rows;
}

function byKindAndCell(a: Disclosure, b: Disclosure): number {
  return a.kind === b.kind ? (a.cell < b.cell ? -1 : 1) : a.kind < b.kind ? -1 : 1;
}

function contradiction(cell: string, chain: Disclosure["chain"]): Disclosure {
  return { kind: "contradiction", cell, lower: null, upper: null, chain };
}

function changes(published: PublishedCounts, previous: PublishedCounts | undefined): Disclosure[] {
  return sortedCells(published.cells).flatMap(([cell, count]): Disclosure[] => {
    const before = previous?.cells[cell];
    if (typeof count !== "number" || typeof before !== "number") return [];
    const change = count - before;
    return isSmall(Math.abs(change), published.minimum)
      ? [{ kind: "change", cell, lower: change, upper: change, chain: [] }]
      : [];
  });
}

function groups({ sums, cells }: PublishedCounts, knowledge: Knowledge): Disclosure[] {
  const countOf = (id: string): number | null => {
    const count = cells[id];
    return typeof count === "number" ? count : null;
  };
  return groupDisclosures(sums, countOf).flatMap(({ sum, zeros }) => {
    const equation = knowledge.equations.find(
      ({ review, total, parts }) =>
        review === "published" &&
        knowledge.variables[total]?.cell === sum.total &&
        parts.every((index, at) => knowledge.variables[index]?.cell === sum.parts[at]),
    );
    const chain = equation === undefined ? [] : [stepOf(knowledge, knowledge.values, equation)];
    const one = sum.parts.find((part) => !zeros.includes(part)) ?? sum.total;
    const count = countOf(one);
    return [{ kind: "group", cell: one, lower: count, upper: count, chain }];
  });
}

import { SUPPRESSED } from "../../core/index.js";
import type { Component, Row } from "./components.js";
import type { Knowledge } from "./knowledge.js";
import type { Narrow } from "./narrow.js";
import { polytopeOf, unlessUnsolved } from "./polytope.js";
import type { DerivationStep, DerivationTerm } from "./types.js";

/**
 * The sums by which a hidden count can be bounded, none of them superfluous, those next to it last.
 *
 * They are looked for around the count, in ever wider rings, and left out one by one as long as the
 * bounds stay.
 */
export function chainOf(
  knowledge: Knowledge,
  values: readonly (number | null)[],
  component: Component,
  { place, lower, upper }: Narrow,
): DerivationStep[] {
  const distances = distancesFrom(component, place);
  const within = (ring: number): readonly Row[] =>
    component.rows.filter((row) => (distances.get(row) ?? Infinity) <= ring);
  const bounds = (rows: readonly Row[]): boolean => {
    const polytope = polytopeOf({ ...component, rows });
    const isBound = (): boolean =>
      polytope.least(place)?.[place] === lower && polytope.greatest(place, upper + 1)?.[place] === upper;
    return unlessUnsolved(isBound, false);
  };
  const furthest = Math.max(0, ...distances.values());
  let ring = 1;
  while (ring < furthest && !bounds(within(ring))) ring += 1;
  let needed = within(ring);
  for (const row of within(ring).toReversed()) {
    const rest = needed.filter((other) => other !== row);
    if (bounds(rest)) needed = rest;
  }
  return needed
    .toSorted((a, b) => (distances.get(b) ?? 0) - (distances.get(a) ?? 0))
    .map(({ equation }) => stepOf(knowledge, values, equation));
}

/** How many sums lie between each row and an unknown, which is 1 for those that it stands in. */
function distancesFrom({ rows }: Component, place: number): Map<Row, number> {
  const found = new Map<Row, number>();
  const reached = new Set([place]);
  for (let ring = 1; ; ring++) {
    const next = rows.filter((row) => !found.has(row) && row.terms.some(([at]) => reached.has(at)));
    if (next.length === 0) return found;
    for (const row of next) found.set(row, ring);
    for (const { terms } of next) for (const [at] of terms) reached.add(at);
  }
}

/** An equation with what is published of it. */
export function stepOf(
  { variables }: Knowledge,
  values: readonly (number | null)[],
  { review, asOf, total, parts }: Knowledge["equations"][number],
): DerivationStep {
  const term = (index: number): DerivationTerm => {
    const { cell = "", review: from = "published", asOf: date } = variables[index] ?? {};
    return { cell, review: from, ...dated(date), count: values[index] ?? SUPPRESSED };
  };
  return { review, ...dated(asOf), total: term(total), parts: parts.map(term) };
}

function dated(asOf: string | undefined): { readonly asOf?: string } {
  return asOf === undefined ? {} : { asOf };
}

import type { Component } from "./components.js";
import { polytopeOf, unlessUnsolved, type Point, type Polytope } from "./polytope.js";

/** An unknown of a component that can't lie as far apart as it should. */
export interface Narrow {
  readonly place: number;
  readonly lower: number;
  readonly upper: number;
  /** Whether these are the bounds: where whole numbers aren't found in time, it is taken for narrow unproven. */
  readonly isProven: boolean;
}

export interface Audit {
  /** `contradiction` where no counts agree with everything. */
  readonly narrow: readonly Narrow[] | "contradiction";
  /** Counts that agree with everything, met on the way. */
  readonly points: readonly Point[];
}

/**
 * Looks in a component for unknowns whose least and greatest possible values lie less than `width`
 * apart.
 *
 * Every set of counts that is met while one unknown is pushed down and up shows how far others can
 * go, too, so most need no linear program of their own.
 *
 * @param known Counts that are known to agree with everything.
 * @param targets The unknowns to look at, all if left out.
 * @param first Whether the first one found is enough.
 */
export function audit(
  component: Component,
  width: (place: number) => number,
  {
    known = [],
    targets = component.unknowns.map((_, place) => place),
    first = false,
  }: {
    readonly known?: readonly Point[];
    readonly targets?: readonly number[];
    readonly first?: boolean;
  } = {},
): Audit {
  let polytope: Polytope | undefined;
  const points: Point[] = [...known];
  const least = component.unknowns.map(() => Infinity);
  const greatest = component.unknowns.map(() => -Infinity);
  const see = (point: Point): void => {
    for (const [place, value] of point.entries()) {
      least[place] = Math.min(least[place] ?? Infinity, value);
      greatest[place] = Math.max(greatest[place] ?? -Infinity, value);
    }
  };
  for (const point of known) see(point);
  const narrow: Narrow[] = [];
  for (const place of targets) {
    const enough = width(place);
    const isWide = (): boolean => (greatest[place] ?? -Infinity) - (least[place] ?? Infinity) >= enough;
    let isProven = true;
    for (const way of ["least", "greatest"] as const) {
      if (isWide()) break;
      polytope ??= polytopeOf(component);
      const point = pointTowards(polytope, place, way, (least[place] ?? 0) + enough);
      isProven = point !== "unsolved";
      if (point === "unsolved") break;
      if (point === undefined) return { narrow: "contradiction", points };
      points.push(point);
      see(point);
    }
    if (isWide()) continue;
    const [lower = 0, upper = 0] = [least[place], greatest[place]].map((value) =>
      value === undefined || !Number.isFinite(value) ? 0 : value,
    );
    narrow.push({ place, lower, upper, isProven });
    if (first) break;
  }
  return { narrow, points };
}

function pointTowards(
  polytope: Polytope,
  place: number,
  way: "least" | "greatest",
  enough: number,
): Point | undefined | "unsolved" {
  return unlessUnsolved(
    () => (way === "least" ? polytope.least(place) : polytope.greatest(place, enough)),
    "unsolved" as const,
  );
}

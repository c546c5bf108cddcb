import { componentsOf, type Component } from "./components.js";
import type { Knowledge } from "./knowledge.js";
import { audit, type Audit } from "./narrow.js";
import type { Point } from "./polytope.js";
import { valuesWithout, type Situation } from "./situation.js";

/** A component with counts that agree with everything published. */
export interface Surveyed {
  readonly component: Component;
  readonly points: readonly Point[];
}

/** Where all is hidden that is to be hidden: what falls apart, and what can't be helped. */
export interface Survey {
  /** Variables that the attacker can bound too closely. */
  readonly narrow: readonly number[];
  readonly parts: readonly Surveyed[];
}

/**
 * Looks for all that the attacker can bound too closely.
 *
 * @param lost Variables that can't be helped and aren't looked at.
 * @param before What was surveyed when less was hidden: its counts are still possible.
 */
export function survey(
  situation: Situation,
  hidden: ReadonlySet<number>,
  lost: ReadonlySet<number>,
  before?: Survey,
): Survey {
  const { knowledge, truth } = situation;
  const narrow: number[] = [];
  const components = componentsOf(knowledge, valuesWithout(situation, hidden));
  const parts = components
    .filter((component) => isOfNow(component, knowledge))
    .map((component): Surveyed => {
      const found = lookAt(situation, component, lost, pointsOf(component, truth, before));
      if (found.narrow === "contradiction") return { component, points: found.points };
      for (const { place } of found.narrow) narrow.push(component.unknowns[place] ?? -1);
      return { component, points: found.points };
    });
  return { narrow, parts };
}

/** Whether what this review shows or hides has any part in it: nothing else can be helped. */
function isOfNow({ rows, unknowns }: Component, { variables }: Knowledge): boolean {
  const isPublished = (index: number): boolean => variables[index]?.review === "published";
  return (
    unknowns.some(isPublished) ||
    rows.some(({ equation: { total, parts } }) => [total, ...parts].some(isPublished))
  );
}

/** Audits the counts of a component that can be helped; with suspects these first, and no more than one is found. */
export function lookAt(
  { width }: Situation,
  component: Component,
  lost: ReadonlySet<number>,
  known: readonly Point[],
  suspects?: ReadonlySet<number>,
): Audit {
  const { unknowns } = component;
  const targets = unknowns.flatMap((index, place) => (lost.has(index) || width(index) === 0 ? [] : [place]));
  const isSuspect = (place: number): boolean => suspects?.has(unknowns[place] ?? -1) ?? false;
  return audit(component, (place) => width(unknowns[place] ?? -1), {
    known,
    targets: [...targets.filter(isSuspect), ...targets.filter((place) => !isSuspect(place))],
    first: suspects !== undefined,
  });
}

/** The true counts and those of the parts that have grown together in a component. */
function pointsOf({ unknowns }: Component, truth: readonly number[], before: Survey | undefined): Point[] {
  const places = new Map(unknowns.map((index, place) => [index, place]));
  const own = unknowns.map((index) => truth[index] ?? 0);
  const earlier = (before?.parts ?? []).flatMap(({ component, points }) => {
    const within = component.unknowns.map((index) => places.get(index));
    if (within.every((place) => place === undefined)) return [];
    return points.map((point) => {
      const whole = own.slice();
      for (const [at, place] of within.entries()) {
        if (place !== undefined) whole[place] = point[at] ?? 0;
      }
      return whole;
    });
  });
  return [own, ...earlier];
}

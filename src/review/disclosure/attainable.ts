import { componentsOf } from "./components.js";
import type { Knowledge } from "./knowledge.js";
import { audit } from "./narrow.js";

/**
 * How far apart the least and greatest value of a count can be kept, of those where that is less than it
 * should be: what earlier reviews and the zeros that are always shown tell by themselves, no hiding helps.
 *
 * @param hideable Variables that this review could hide, or hides.
 * @param truth Counts that agree with everything, where they are known.
 */
export function attainableWidths(
  knowledge: Knowledge,
  hideable: (variable: number) => boolean,
  truth?: readonly number[],
): ReadonlyMap<number, number> {
  const { values, variables } = knowledge;
  const open = values.map((value, index) => (hideable(index) ? null : value));
  return new Map(
    componentsOf(knowledge, open).flatMap((component) => {
      const { unknowns } = component;
      const known = truth === undefined ? [] : [unknowns.map((index) => truth[index] ?? 0)];
      const widthOf = (place: number): number => variables[unknowns[place] ?? -1]?.width ?? 0;
      const targets = unknowns.flatMap((_, place) => (widthOf(place) > 0 ? [place] : []));
      const { narrow } = audit(component, widthOf, { known, targets });
      if (narrow === "contradiction") return [];
      return narrow
        .filter(({ isProven }) => isProven)
        .map(({ place, lower, upper }) => [unknowns[place] ?? -1, Math.max(0, upper - lower)] as const);
    }),
  );
}

/** Whether a review may hide a count: not one that everyone knows from before, nor a 0 that is always shown. */
export function mayBeHidden({ variables, told }: Knowledge, index: number, value: number | null): boolean {
  const { review, lower } = variables[index] ?? { review: "change", lower: 1 };
  return review === "published" && !told.has(index) && (value !== 0 || lower === 0);
}

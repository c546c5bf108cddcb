import type { Criterion, Leaving } from "../../../src/outcomes/index.js";
import type { Life, Terms } from "./life.js";
import { isSelected } from "./sight.js";

const WAYS_OUT: readonly Leaving[] = ["dead", "emigrated", "pension", "moved"];

/** A life as the registers show it that a criterion looks into: between the days that all of them cover. */
export function shownBy(life: Life, terms: Terms): Life {
  const asked = life.registers.filter(({ states }) => states.some((state) => isAskedFor(state, terms)));
  if (asked.length === 0) return life;
  return {
    ...life,
    coveredFrom: Math.max(life.coveredFrom, ...asked.map(({ first }) => first)),
    coveredUntil: Math.min(life.coveredUntil, ...asked.map(({ last }) => last)),
  };
}

/** Whether days count or don't by a state, or end with it. */
function isAskedFor(state: string, { criterion, vocabulary }: Terms): boolean {
  const { states, without, leaving = {} }: Criterion = criterion;
  return (
    (states !== undefined && isSelected(state, states, vocabulary)) ||
    (without !== undefined && isSelected(state, without, vocabulary)) ||
    WAYS_OUT.some((way) => leaving[way] !== "ignored" && vocabulary[state]?.includes(way) === true)
  );
}

import type { Criterion } from "../../../src/outcomes/index.js";
import type { Terms } from "./life.js";
import { isSelected } from "./sight.js";

const byState = new WeakMap<Criterion, readonly Criterion[]>();

/** The criterion itself or, where spells in different states stand by themselves, the same for each state alone. */
export function variantsOf({ criterion, vocabulary }: Terms): readonly Criterion[] {
  const { states, joining } = criterion;
  if (joining !== "same-state" || states === undefined) return [criterion];
  const found =
    byState.get(criterion) ??
    Object.keys(vocabulary)
      .filter((state) => isSelected(state, states, vocabulary))
      .map((state) => ({ ...criterion, states: { states: [state] } }));
  byState.set(criterion, found);
  return found;
}

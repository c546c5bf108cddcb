import type { Period } from "../core/index.js";
import type { Observation } from "./observation.js";
import { ALWAYS, complement, intersection, union } from "./periods.js";
import type { Rule } from "./rule.js";

/** The days that count by a rule, as far as they are known. */
export interface Evidence {
  /** Days that were seen to count. */
  readonly certain: readonly Period[];
  /** The same and every day that wasn't observed: what can still turn out to count. */
  readonly possible: readonly Period[];
  readonly observation: Observation;
}

/**
 * Sorts days into those that count for certain and those that may count.
 *
 * A day counts that is in one of the rule's states (if it names any) and in none that it excludes,
 * and lies before the citizen is gone. An observed day without any record is free of support.
 */
export function evidenceOf(rule: Rule, observation: Observation): Evidence {
  const { periods, from, until, goneFrom } = observation;
  const inStates = (states: ReadonlySet<string>): readonly Period[] =>
    union(periods.filter(({ state }) => states.has(state)));
  const present = rule.counts === undefined ? [ALWAYS] : inStates(rule.counts);
  const counting =
    rule.excludes === undefined
      ? present
      : intersection(present, complement(inStates(rule.excludes), ALWAYS));

  const observed = { start: from, end: until };
  const seen = intersection(counting, [observed]);
  const here = [{ start: -Infinity, end: goneFrom }];
  return {
    certain: intersection(seen, here),
    possible: intersection(union([...seen, ...complement([observed], ALWAYS)]), here),
    observation,
  };
}

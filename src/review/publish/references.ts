import type { Publishable } from "../../core/index.js";
import type { ArmComparison } from "../../effects/index.js";

/** Sources of the methods of what is shown: an analysis that is left out, its source would give away. */
export function shownReferences(comparisons: readonly Publishable<ArmComparison>[]): readonly string[] {
  const results = comparisons.flatMap(
    ({ difference, randomization, unstratified, fisher, sensitivity, subgroups }) => [
      difference,
      ...(randomization === null ? [] : [randomization]),
      unstratified,
      fisher,
      ...sensitivity.map((each) => each.difference),
      ...subgroups.flatMap(({ interaction }) => interaction ?? []),
    ],
  );
  return [...new Set(results.flatMap(({ references }) => references))];
}

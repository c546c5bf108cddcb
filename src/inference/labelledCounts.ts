import { competitionError } from "../core/index.js";
import { checkedCount } from "./counts.js";
import { readLabel } from "./metaStudies.js";
import type { Count } from "./types.js";
import { refuseMisspeltFields } from "./unknownFields.js";

/** Events among a total, of one municipality or the like. */
export interface LabelledCount extends Count {
  /** Whose they are; their number in the list by default. */
  readonly label?: string | undefined;
}

/**
 * Counts with their labels.
 *
 * @throws CompetitionError `impossible-counts` unless they are an array, `impossible-count`, `impossible-label`, `unknown-field`
 */
export function readCounts(counts: unknown): readonly (Count & { readonly label: string })[] {
  if (!Array.isArray(counts)) {
    throw competitionError({
      code: "impossible-counts",
      path: "counts",
      received: counts,
      expected: "an array of { label, events, total }",
    });
  }
  return counts.map((count: LabelledCount, i) => {
    const path = `counts[${i}]`;
    const { events, total } = checkedCount(count, path);
    refuseMisspeltFields(count, path, ["label", "events", "total"]);
    return { label: readLabel(count.label, `${path}.label`, i), events, total };
  });
}

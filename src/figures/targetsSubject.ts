import { competitionError } from "../core/index.js";
import { checkRows, type IntervalRow } from "./rows.js";

/** A target with the rates that are held against it. */
export interface TargetPlotGroup {
  /** What and whom the target is for. */
  readonly label: string;
  /** As a proportion. */
  readonly target: number;
  /** Rates, as proportions, with their intervals; `estimate` is `null` where there are too few for one. */
  readonly rows: readonly IntervalRow[];
}

/**
 * Checks targets that a caller gave.
 *
 * @throws CompetitionError `nothing-to-draw`, `impossible-subject` or `impossible-row`.
 */
export function checkGroups(groups: readonly TargetPlotGroup[]): void {
  if (!Array.isArray(groups) || groups.length === 0) {
    throw competitionError({
      code: Array.isArray(groups) ? "nothing-to-draw" : "impossible-subject",
      path: "targetPlot.groups",
      received: groups,
      expected: "a list of targets with the rates that are held against them",
    });
  }
  groups.forEach((group: TargetPlotGroup, index) => {
    const { label, target, rows } = group ?? {};
    if (typeof label !== "string" || !(target >= 0 && target <= 1) || !Array.isArray(rows)) {
      throw competitionError({
        code: "impossible-subject",
        path: `targetPlot.groups[${index}]`,
        received: group,
        expected: "a label, a target from 0 to 1, and rows",
      });
    }
    checkRows(rows, `targetPlot.groups[${index}].rows`).forEach(({ lower, upper }, row) => {
      if (lower >= 0 && upper <= 1) return;
      throw competitionError({
        code: "impossible-row",
        path: `targetPlot.groups[${index}].rows[${row}]`,
        received: [lower, upper],
        expected: "limits from 0 to 1",
      });
    });
  });
}

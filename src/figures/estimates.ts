import { competitionError } from "../core/index.js";
import { MEASURE_NAMES, METHOD_NAMES, nameOf, type Language } from "../display/index.js";
import { rowOf, type EstimateShape, type ForestPanel } from "./rows.js";

/**
 * Estimates as panels, one per measure, in the order in which the measures come.
 *
 * @throws CompetitionError `impossible-subject` or `labels-mismatch`.
 */
export function panelsOf(
  estimates: readonly EstimateShape[],
  labels: readonly string[] | undefined,
  language: Language,
): readonly ForestPanel[] {
  estimates.forEach(checkEstimate);
  if (labels !== undefined && labels.length !== estimates.length) {
    throw competitionError({
      code: "labels-mismatch",
      path: "forestPlot.labels",
      received: labels,
      expected: `one label for each of ${estimates.length} estimates`,
    });
  }
  const rows = estimates.map((estimate, index) => ({
    measure: estimate.measure,
    row: rowOf(labels?.[index] ?? labelOf(estimate, language), estimate, language),
  }));
  const measures = [...new Set(estimates.map(({ measure }) => measure))];
  return measures.map((measure) => ({
    heading: nameOf(MEASURE_NAMES, measure, language),
    measure,
    rows: rows.filter((each) => each.measure === measure).map(({ row }) => row),
  }));
}

/** The name of an estimate's method, with a capital as at the beginning of a line. */
function labelOf({ method }: EstimateShape, language: Language): string {
  const name = nameOf(METHOD_NAMES, method, language);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function checkEstimate(estimate: EstimateShape, index: number): void {
  if (estimate.kind === "estimate" && typeof estimate.interval === "object") return;
  throw competitionError({
    code: "impossible-subject",
    path: `forestPlot.subject[${index}]`,
    received: estimate,
    expected: "an estimate of this package, or a panel with a measure and rows",
  });
}

import type { Row } from "../../display/index.js";
import type { ExpectedComparisonData } from "./types.js";

/** The same columns in each row: one per municipality and group, then one per municipality and group that is left out. */
export function expectedRows({ period, figures, withoutGroup }: ExpectedComparisonData): readonly Row[] {
  return [
    ...figures.map(({ municipality, group, persons, shares, ratio }): Row => ({
      row: "figure",
      period,
      municipality,
      group,
      expected: persons?.expected ?? null,
      actual: persons?.actual ?? null,
      difference: persons?.difference ?? null,
      expectedShare: shares?.expected ?? null,
      actualShare: shares?.actual ?? null,
      shareDifference: shares?.difference ?? null,
      ratio,
    })),
    ...withoutGroup.flatMap(({ group, figures: rest }) =>
      rest.map(({ municipality, ratio }): Row => ({
        row: "without-group",
        period,
        municipality,
        group,
        expected: null,
        actual: null,
        difference: null,
        expectedShare: null,
        actualShare: null,
        shareDifference: null,
        ratio,
      })),
    ),
  ];
}

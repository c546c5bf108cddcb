import { requireObject, resolveOptions, type GivenOptions } from "../core/index.js";
import { compareDanish } from "../display/index.js";
import { isBenchmark, subjectOf, type BenchmarkShape } from "./benchmark.js";
import { figureOf, type Figure } from "./figure.js";
import { accentMark, PEER } from "./marks.js";
import { measureOf } from "./measures.js";
import { figureRules, type FigureSettings } from "./options.js";
import type { Panel, PanelRow } from "./panel.js";
import { drawingOf } from "./panelfigure.js";
import { checkRow, checkRows, type CaterpillarRow, type CaterpillarSubject } from "./rows.js";
import { WORDING } from "./wording.js";

/**
 * Shows units by the size of their value, each with its interval, beside what they are held
 * against: municipalities as dots, the arms among them pointed out, the mean of the cluster as a
 * line with the band of its interval. Highest first; equal ones by the Danish alphabet.
 *
 * @param subject A benchmark, or rows with their reference and a `heading` that says what the values are. Of a benchmark
 *   with groups the rates are those with the cluster's case mix, as the heading says. Arms that it calls not comparable
 *   stand under the municipalities, away from the line.
 * @param options `language`, `title`, `width`, `id`.
 * @throws CompetitionError `nothing-to-draw`, `impossible-row`.
 * @example
 * caterpillarPlot({
 *   rows: [
 *     { label: "Vejle", estimate: 0.41, lower: 0.37, upper: 0.45 },
 *     { label: "Supplier", estimate: 0.38, lower: 0.31, upper: 0.46, highlight: true },
 *   ],
 *   reference: { label: "Cluster", estimate: 0.4, lower: 0.38, upper: 0.42 },
 * })
 * @example
 * caterpillarPlot({ rows: [] }) // throws nothing-to-draw
 */
export function caterpillarPlot(
  subject: BenchmarkShape | CaterpillarSubject,
  options: GivenOptions<FigureSettings> = {},
): Figure {
  const { values, record } = resolveOptions<FigureSettings>("caterpillarPlot", options, figureRules);
  requireObject("caterpillarPlot.subject", subject, {
    expected: "a benchmark, or { rows, reference }",
    accepts: (given) => given["kind"] === "benchmark" || Array.isArray(given["rows"]),
  });
  const { language, width, title = WORDING[language].caterpillar, id } = values;
  const drawn = drawingOf(
    panelsOf(isBenchmark(subject) ? subjectOf(subject, language) : subject),
    width,
    language,
  );
  return figureOf({ operation: "caterpillarPlot", method: "caterpillar-plot", title, id, record, ...drawn });
}

function panelsOf({
  measure: name = "proportion",
  heading,
  rows,
  reference,
  aside,
}: CaterpillarSubject): readonly Panel[] {
  const measure = measureOf(name);
  const among: Panel = {
    measure,
    ...(heading === undefined ? {} : { heading }),
    rows: ranked(checkRows(rows, "caterpillarPlot.rows"), 0),
  };
  const first =
    reference === undefined
      ? among
      : { ...among, reference: checkRow(reference, "caterpillarPlot.reference") };
  if (aside === undefined) return [first];
  const accents = rows.filter(({ highlight }) => highlight === true).length;
  const apart = checkRows(aside.rows, "caterpillarPlot.aside.rows");
  const alsoOnAxis = [...rows, ...apart].flatMap(({ lower, upper }) => [lower, upper]);
  return [
    { ...first, alsoOnAxis },
    { measure, heading: aside.heading, rows: ranked(apart, accents), alsoOnAxis },
  ];
}

/** Rows in their order, marked by the order in which they were given, so that an arm keeps its mark. */
function ranked(rows: readonly CaterpillarRow[], accents: number): readonly PanelRow[] {
  const highlighted = rows.filter(({ highlight }) => highlight === true);
  return rows
    .map((row): PanelRow => {
      const accent = highlighted.indexOf(row);
      return accent < 0 ? { ...row, mark: PEER } : { ...row, mark: accentMark(accents + accent), bold: true };
    })
    .toSorted(
      (a, b) => (b.estimate ?? -Infinity) - (a.estimate ?? -Infinity) || compareDanish(a.label, b.label),
    );
}

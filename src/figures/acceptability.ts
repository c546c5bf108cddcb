import { resolveOptions, type GivenOptions, type OptionRules } from "../core/index.js";
import { formatNumber, formatPercent, type Language, type Table } from "../display/index.js";
import { drawAcceptability } from "./acceptabilityDraw.js";
import {
  worthLines,
  type AcceptabilityPoint,
  type AcceptabilityShape,
  type WorthLine,
} from "./acceptabilityLines.js";
import { COST_WORDING } from "./costWording.js";
import { figureOf, type Figure } from "./figure.js";
import { figureRules, type FigureSettings } from "./options.js";
import { worthRule } from "./plotOptions.js";

interface AcceptabilitySettings extends FigureSettings {
  /** øre; an amount that is marked, such as what is saved in benefit while a success lasts. */
  readonly willingnessToPay?: number;
  /** Names of the curves in their order. */
  readonly labels?: readonly string[];
}

export type AcceptabilityPlotOptions = GivenOptions<AcceptabilitySettings>;

const rules: OptionRules<AcceptabilitySettings> = {
  ...figureRules,
  willingnessToPay: worthRule,
  labels: {
    expected: "a list of texts",
    accepts: (value) => Array.isArray(value) && value.every((label) => typeof label === "string"),
  },
};

/**
 * Shows how probable it is that the comparator is worth its cost, by what one holds an additional success to be worth:
 * the cost-effectiveness acceptability curve.
 *
 * At λ kroner per additional success it is the probability that the net benefit λ Δe − Δc is above 0. It is about the data
 * alone: a curve that never comes near 0 or 100 % says that they don't tell.
 *
 * @param subject Rows, a comparison of `costEffectiveness` or several: `acceptability` with `willingnessToPay` (øre from 0,
 *   each once) and `probability` (0 to 1).
 * @param options `language`, `title`, `width` (from 320), `id`; `willingnessToPay` in øre, marked by a line; by default the
 *   first of the first comparison's net benefits; `labels` of several curves, by default the ids of their arms.
 * @throws CompetitionError `impossible-subject`, `impossible-row`, `nothing-to-draw`, `labels-mismatch`.
 * @see Fenwick, O'Brien & Briggs (2004), Health Economics 13, 405–415, doi:10.1002/hec.903
 * @example
 * acceptabilityPlot([
 *   { willingnessToPay: 0, probability: 0.04 },
 *   { willingnessToPay: 44_000_00, probability: 0.98 },
 * ])
 * @example
 * acceptabilityPlot([]) // throws nothing-to-draw
 */
export function acceptabilityPlot(
  subject: readonly AcceptabilityPoint[] | AcceptabilityShape | readonly AcceptabilityShape[],
  options: AcceptabilityPlotOptions = {},
): Figure {
  const { values, record } = resolveOptions<AcceptabilitySettings>("acceptabilityPlot", options, rules);
  const { language, width, id, labels, title = COST_WORDING[language].acceptability } = values;
  const { lines, worth } = worthLines(subject, labels, language);
  const { markup, bottom } = drawAcceptability(lines, values.willingnessToPay ?? worth, width, language);
  return figureOf({
    operation: "acceptabilityPlot",
    method: "acceptability-plot",
    title,
    id,
    record,
    markup,
    width,
    height: bottom,
    description: lines.map((line) => describe(line, language)).join(" "),
    tables: lines.map((line) => tableOf(line, language)),
    rows: lines.flatMap(({ label, points }) => points.map((point) => ({ line: label, ...point }))),
  });
}

/** Where a curve begins, where it passes one half, and where it ends. */
function describe({ label, points }: WorthLine, language: Language): string {
  const { worth, probability } = COST_WORDING[language];
  const half = points.find((point, index) => index > 0 && point.probability >= 0.5);
  const [first] = points;
  const told = [...new Set([first, half, points.at(-1)])].flatMap((point) =>
    point === undefined ? [] : [cellsOf(point, language).join(": ")],
  );
  return `${label === "" ? "" : `${label}. `}${worth}, ${probability}: ${told.join("; ")}.`;
}

function tableOf({ label, points }: WorthLine, language: Language): Table {
  const { worth, probability } = COST_WORDING[language];
  return {
    block: "table",
    caption: label,
    columns: [worth, probability].map((heading) => ({ heading, align: "right" })),
    rows: points.map((point) => cellsOf(point, language)),
  };
}

function cellsOf(
  { willingnessToPay, probability }: AcceptabilityPoint,
  language: Language,
): readonly string[] {
  const decimals = willingnessToPay % 100 === 0 ? 0 : 2;
  return [
    formatNumber(willingnessToPay / 100, { language, decimals }),
    formatPercent(probability, { language }),
  ];
}

import { competitionError, requireObject, resolveOptions } from "../core/index.js";
import { formatNumber, type Language } from "../display/index.js";
import { figureOf, type Figure } from "./figure.js";
import { PLAIN } from "./marks.js";
import { measureOf } from "./measures.js";
import { figureRules, type FigureOptions, type FigureSettings } from "./options.js";
import type { Panel } from "./panel.js";
import { drawingOf } from "./panelfigure.js";
import { checkRows, type Favours, type IntervalRow } from "./rows.js";

/** Two groups before something was done, by the things that are known of them. */
export interface BalancePanel {
  readonly heading?: string;
  /** Differences in standard deviations, with their intervals where there are any. */
  readonly rows: readonly IntervalRow[];
  /** What a difference on either side of 0 means. */
  readonly favours?: Favours;
}

/** A difference of fewer standard deviations than this is small by convention. */
const SMALL = 0.1;

/**
 * Shows how alike two groups were beforehand (a love plot): a square for each thing that is known of them, at their
 * difference in standard deviations, with its interval; a line at 0 and dashed ones at ±0.1, within which a
 * difference is small by convention.
 *
 * A draw makes groups alike on average: with many rows some lie outside by chance alone, and the whiskers of most
 * hold 0.
 *
 * @param panels One for each comparison, with `rows` of `label`, `estimate`, `lower` and `upper` in standard deviations.
 * @param options `language`, `title`, `width` (from 320), `id`.
 * @throws CompetitionError `nothing-to-draw`, `impossible-row`, `impossible-subject`.
 * @see Austin (2009), Statistics in Medicine 28, 3083–3107, doi:10.1002/sim.3697
 * @example
 * balancePlot([{ rows: [{ label: "Under 30", estimate: 0.03, lower: -0.17, upper: 0.23, level: 0.95 }] }])
 * @example
 * balancePlot([{ rows: [] }]) // throws nothing-to-draw
 */
export function balancePlot(panels: readonly BalancePanel[], options: FigureOptions = {}): Figure {
  const { values, record } = resolveOptions<FigureSettings>("balancePlot", options, figureRules);
  const { language, width, title = WORDS[language].title, id } = values;
  if (!Array.isArray(panels)) {
    throw competitionError({
      code: "impossible-subject",
      path: "balancePlot",
      received: panels,
      expected: "a list of panels with rows",
    });
  }
  if (panels.length === 0) {
    throw competitionError({
      code: "nothing-to-draw",
      path: "balancePlot",
      received: panels,
      expected: "at least one panel",
    });
  }
  for (const [index, panel] of panels.entries()) {
    requireObject(`balancePlot[${index}]`, panel, {
      expected: "a panel: { heading, rows }",
      accepts: ({ rows }) => Array.isArray(rows),
    });
  }
  const drawn = drawingOf(
    panels.map((panel, index) => prepared(panel, index, language)),
    width,
    language,
  );
  return figureOf({ operation: "balancePlot", method: "balance-plot", title, id, record, ...drawn });
}

function prepared({ heading, rows, favours }: BalancePanel, index: number, language: Language): Panel {
  return {
    measure: measureOf("standardized-difference"),
    rows: checkRows(rows, `balancePlot.panels[${index}].rows`).map((row) => ({ ...row, mark: PLAIN })),
    nullValue: 0,
    alsoOnAxis: [-2 * SMALL, 2 * SMALL],
    small: {
      within: SMALL,
      label: WORDS[language].small(formatNumber(SMALL, { language, decimals: 1 })),
    },
    ...(heading === undefined ? {} : { heading }),
    ...(favours === undefined ? {} : { favours }),
  };
}

const WORDS: Readonly<Record<Language, { title: string; small: (within: string) => string }>> = {
  da: {
    title: "Forskelle før lodtrækningen, i standardafvigelser",
    small: (within) => `standardafvigelser; mellem de stiplede linjer (±${within}) er en forskel lille`,
  },
  en: {
    title: "Differences before the draw, in standard deviations",
    small: (within) => `standard deviations; between the dashed lines (±${within}) a difference is small`,
  },
};

import { resolveOptions, type OptionRules } from "../core/index.js";
import {
  formatInterval,
  formatLevel,
  formatNumber,
  formatPercent,
  type Language,
  type Table,
} from "../display/index.js";
import { COST_WORDING } from "./costWording.js";
import { figureOf, type Figure } from "./figure.js";
import { figureRules, type FigureOptions, type FigureSettings } from "./options.js";
import { drawShares } from "./sharePlotDraw.js";
import { checkShares, type ShareShape } from "./sharePlotRows.js";
import { WORDING } from "./wording.js";

const rules: OptionRules<FigureSettings> = figureRules;

/**
 * Shows what referrals would cost and how many would succeed, by the share that is bought outside: two plots under each
 * other, each a line with the band of its interval.
 *
 * Only at the share of the draw, which a dashed line marks, were costs and successes seen: what lies far from it is
 * calculated as if nothing else changed.
 *
 * @param costs Costs by share, as `costsByShare` gives them; amounts in øre, shares from 0 to 1, each once.
 * @param options `language`, `title`, `width` (from 320), `id`.
 * @throws CompetitionError `impossible-subject`, `impossible-row`, `nothing-to-draw`.
 * @example
 * const range = (expected: number) => ({ expected, lower: 0.9 * expected, upper: 1.1 * expected });
 * const rows = [0, 0.5, 1].map((share) => ({
 *   share,
 *   cost: range(1_000_000_00 * (1 + share)),
 *   successes: range(50 + 10 * share),
 * }));
 * sharePlot({ armName: "Supplier", drawn: 0.5, level: 0.95, rows })
 * @example
 * sharePlot({ armName: "Supplier", drawn: 0.5, level: 0.95, rows: [] }) // throws nothing-to-draw
 */
export function sharePlot(costs: ShareShape, options: FigureOptions = {}): Figure {
  const { values, record } = resolveOptions<FigureSettings>("sharePlot", options, rules);
  const { language, width, id, title = COST_WORDING[language].byShare } = values;
  const checked = checkShares(costs);
  const { markup, bottom } = drawShares(checked, width, language);
  const table = tableOf(checked, language);
  const headings = table.columns.map(({ heading }) => heading).join(", ");
  const lines = table.rows.map((cells) => cells.join(", ")).join("; ");
  return figureOf({
    operation: "sharePlot",
    method: "share-plot",
    title,
    id,
    record,
    markup,
    width,
    height: bottom,
    description: `${table.caption}. ${headings}: ${lines}.`,
    tables: [table],
    rows: checked.rows.map(({ share, cost, successes }) => ({
      share,
      cost: cost.expected,
      costLower: cost.lower,
      costUpper: cost.upper,
      successes: successes.expected,
      successesLower: successes.lower,
      successesUpper: successes.upper,
    })),
  });
}

function tableOf({ armName, drawn, level, rows }: ShareShape, language: Language): Table {
  const words = COST_WORDING[language];
  const interval = words.interval(formatLevel(level, { language }));
  const whole = { language, decimals: 0 } as const;
  return {
    block: "table",
    caption: `${words.share(armName)}. ${words.drawn(formatPercent(drawn, { language, decimals: 0 }))}`,
    columns: [WORDING[language].units.percent, words.cost, interval, words.successes, interval].map(
      (heading) => ({
        heading,
        align: "right",
      }),
    ),
    rows: rows.map(({ share, cost, successes }) => [
      formatLevel(share, { language }),
      formatNumber(cost.expected / 100, whole),
      formatInterval({ lower: cost.lower / 100, upper: cost.upper / 100 }, whole),
      formatNumber(successes.expected, whole),
      formatInterval(successes, whole),
    ]),
  };
}

import { competitionError, resolveOptions, type OptionRules } from "../core/index.js";
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
import type { FigureOptions, FigureSettings } from "./options.js";
import { isAmount, plotRules } from "./plotOptions.js";
import { drawShares } from "./sharePlotDraw.js";
import { WORDING } from "./wording.js";

/** An expectation with its limits. */
interface RangeShape {
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
}

/** Costs and successes at one share. */
export interface ShareRowShape {
  /** 0 to 1. */
  readonly share: number;
  /** øre. */
  readonly cost: RangeShape;
  readonly successes: RangeShape;
}

/** Costs by share, by their structure. */
export interface ShareShape {
  readonly armName: string;
  /** The share that the draw had, 0 to 1, at which the results were seen. */
  readonly drawn: number;
  readonly level: number;
  readonly rows: readonly ShareRowShape[];
}

const rules: OptionRules<FigureSettings> = plotRules;

/**
 * Shows what referrals would cost and how many would succeed, by the share that is bought outside: two plots under each
 * other, each a line with the band of its interval.
 *
 * Only at the share of the draw, which a dashed line marks, were costs and successes seen: what lies far from it is
 * calculated as if nothing else changed.
 *
 * @param costs Costs by share, as `costsByShare` gives them; amounts in øre, shares from 0 to 1, each once.
 * @param options `language`, `title`, `width` (from 360), `id`.
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
  const checked = { ...checkShares(costs), rows: inOrder(costs.rows) };
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

function checkShares(costs: ShareShape): ShareShape {
  const { armName, drawn, level, rows } = costs ?? {};
  const isShares = typeof armName === "string" && isShare(drawn) && isShare(level) && Array.isArray(rows);
  if (!isShares) {
    throw competitionError({
      code: "impossible-subject",
      path: "sharePlot.costs",
      received: costs,
      expected: "costs by share with armName, drawn, level and rows",
    });
  }
  if (rows.length > 0) return costs;
  throw competitionError({
    code: "nothing-to-draw",
    path: "sharePlot.costs.rows",
    received: rows,
    expected: "at least one row",
  });
}

function inOrder(rows: readonly ShareRowShape[]): readonly ShareRowShape[] {
  rows.forEach((row, index) => {
    const { share, cost, successes } = row ?? {};
    const isNew = rows.slice(0, index).every((earlier) => earlier.share !== share);
    if (isShare(share) && isNew && isRange(cost) && isRange(successes)) return;
    throw competitionError({
      code: "impossible-row",
      path: `sharePlot.costs.rows[${index}]`,
      received: row,
      expected: "a share from 0 to 1, each once, with expected cost and successes up to 10¹⁵, lower ≤ upper",
    });
  });
  return rows.toSorted((a, b) => a.share - b.share);
}

function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

function isRange(range: RangeShape | undefined): boolean {
  if (typeof range !== "object" || range === null) return false;
  const { expected, lower, upper } = range;
  return [expected, lower, upper].every(isAmount) && lower <= upper;
}

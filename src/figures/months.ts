import { resolveOptions } from "../core/index.js";
import { formatCount, formatMonth, type Language, type Row, type Table } from "../display/index.js";
import { figureOf, type Figure } from "./figure.js";
import { drawMonths } from "./monthsDraw.js";
import { checkMonths, type MonthPlotSubject } from "./monthsSubject.js";
import { MONTH_WORDING } from "./monthsWording.js";
import { figureRules, type FigureOptions, type FigureSettings } from "./options.js";

/**
 * Shows how a year went, month of referral by month: for each arm a plot of its own on the same scale, in it for each
 * month a wide pale bar of those referred, a narrower one of those of them who began, and a narrow dark one of those
 * who have succeeded so far. Months in which someone hasn't been followed for long enough lie on a gray ground, their
 * successes as outlines: there the bars will still grow.
 *
 * @param subject Names of `arms`; `months` with `month` (`YYYY-MM`), `mature` and `counts` of each arm.
 * @param options `language`, `title`, `width` (from 320), `id`.
 * @throws CompetitionError `nothing-to-draw`, `impossible-subject`, `impossible-row`.
 * @example
 * monthPlot({
 *   arms: ["Supplier"],
 *   months: [{ month: "2005-01", mature: true, counts: [{ referred: 17, started: 15, success: 8 }] }],
 * })
 * @example
 * monthPlot({ arms: ["Supplier"], months: [] }) // throws nothing-to-draw
 */
export function monthPlot(subject: MonthPlotSubject, options: FigureOptions = {}): Figure {
  const { values, record } = resolveOptions<FigureSettings>("monthPlot", options, figureRules);
  const { language, width, title = MONTH_WORDING[language].title, id } = values;
  checkMonths(subject);
  const { markup, bottom, parts } = drawMonths(subject, width, language);
  const tables = subject.arms.map((arm, index) => tableOf(subject, arm, index, language));
  return figureOf({
    operation: "monthPlot",
    method: "month-plot",
    title,
    id,
    record,
    markup,
    parts,
    width,
    height: bottom,
    description: tables
      .map(
        ({ caption, columns, rows }) =>
          `${caption} (${columns.map(({ heading }) => heading).join(", ")}): ${rows.map((cells) => cells.join(", ")).join("; ")}.`,
      )
      .join(" "),
    tables,
    rows: rowsOf(subject),
  });
}

function tableOf({ months }: MonthPlotSubject, arm: string, index: number, language: Language): Table {
  const words = MONTH_WORDING[language];
  return {
    block: "table",
    caption: arm,
    columns: [words.month, words.referred, words.started, words.success].map((heading, column) => ({
      heading,
      align: column === 0 ? ("left" as const) : ("right" as const),
    })),
    rows: months.map(({ month, mature, counts }) => {
      const { referred = 0, started = 0, success = 0 } = counts[index] ?? {};
      const name = formatMonth(month, { language });
      return [
        mature ? name : words.immature(name),
        ...[referred, started, success].map((count) => formatCount(count, { language })),
      ];
    }),
  };
}

function rowsOf({ arms, months }: MonthPlotSubject): readonly Row[] {
  return months.flatMap(({ month, mature, counts }) =>
    arms.map((arm, index) => {
      const { referred = 0, started = 0, success = 0 } = counts[index] ?? {};
      return { month, mature, arm, referred, started, success };
    }),
  );
}

import { competitionError, resolveOptions, type GivenOptions, type OptionRules } from "../core/index.js";
import { compareDanish } from "../display/index.js";
import { BENCHMARK_WORDING } from "./benchmarkWording.js";
import { figureOf, type Figure } from "./figure.js";
import { accentMark, PEER } from "./marks.js";
import { RANK } from "./measures.js";
import { figureRules, type FigureSettings } from "./options.js";
import type { PanelRow } from "./panel.js";
import { drawingOf } from "./panelfigure.js";

/** A municipality's rank and how far it may be off. */
export interface RankPlotRow {
  readonly label: string;
  /** 1 is first; halves occur as the middle of two. */
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  /** Pointed out by shape, size, color and a bold label. */
  readonly highlight?: boolean;
  /** Which of the marks of those pointed out it has, from 0, where it has one in other figures; else by its order. */
  readonly accent?: number;
}

export interface RankPlotSubject {
  readonly rows: readonly RankPlotRow[];
  /** How many were ranked. */
  readonly of: number;
  /** Level of the intervals, a proportion. */
  readonly level?: number;
}

/** Ranks of `inference`, by their structure. */
export interface RanksShape {
  readonly kind: "ranks";
  readonly level: number;
  readonly ranks: readonly {
    readonly label: string;
    readonly medianRank: number;
    readonly lower: number;
    readonly upper: number;
  }[];
}

interface RankPlotSettings extends FigureSettings {
  /** Labels of those that are pointed out, beside the rows that say so. */
  readonly highlight?: readonly string[];
}

export type RankPlotOptions = GivenOptions<RankPlotSettings>;

const rules: OptionRules<RankPlotSettings> = {
  ...figureRules,
  highlight: {
    expected: "a list of texts",
    accepts: (value) => Array.isArray(value) && value.every((label) => typeof label === "string"),
  },
};

/**
 * Shows how little a rank says: each municipality's rank with its interval, first ones first, on an axis from 1 to the
 * number of those that were ranked.
 *
 * Long intervals that overlap say that the order could as well be another. No rank is shown without its interval.
 *
 * @param subject Ranks of `rankProbabilities`; or `rows` with `label`, `median`, `lower` and `upper` (ranks, 1 is first) and
 *   `highlight`, `of`, how many were ranked, and `level` of the intervals.
 * @param options `language`, `title`, `width` (from 320), `id`; `highlight`, labels of those that are pointed out.
 * @throws CompetitionError `impossible-subject`, `impossible-row`, `nothing-to-draw`.
 * @see Goldstein & Spiegelhalter (1996), Journal of the Royal Statistical Society A 159, 385–443, doi:10.2307/2983325
 * @example
 * rankPlot({
 *   rows: [
 *     { label: "Vejle", median: 2, lower: 1, upper: 5 },
 *     { label: "Fredericia", median: 4, lower: 1, upper: 9, highlight: true },
 *   ],
 *   of: 10,
 *   level: 0.95,
 * })
 * @example
 * rankPlot({ rows: [], of: 98 }) // throws nothing-to-draw
 */
export function rankPlot(subject: RankPlotSubject | RanksShape, options: RankPlotOptions = {}): Figure {
  const { values, record } = resolveOptions<RankPlotSettings>("rankPlot", options, rules);
  const { language, width, title = BENCHMARK_WORDING[language].rank, id, highlight = [] } = values;
  const { rows, of, level } = checkRanks(isRanks(subject) ? rankSubject(subject) : subject);
  const heading = BENCHMARK_WORDING[language].rankAmong(of);
  const panel = { heading, measure: RANK, rows: ranked(rows, level, highlight), alsoOnAxis: [1, of] };
  const drawn = drawingOf([panel], width, language);
  return figureOf({ operation: "rankPlot", method: "rank-plot", title, id, record, ...drawn });
}

function isRanks(subject: RankPlotSubject | RanksShape): subject is RanksShape {
  return typeof subject === "object" && subject !== null && "kind" in subject && subject.kind === "ranks";
}

function rankSubject({ ranks, level }: RanksShape): RankPlotSubject {
  const rows = ranks.map(({ label, medianRank: median, lower, upper }) => ({ label, median, lower, upper }));
  return { rows, of: rows.length, level };
}

function checkRanks(subject: RankPlotSubject): RankPlotSubject {
  const { rows, of, level = 0.5 } = subject ?? {};
  const isSubject =
    Array.isArray(rows) &&
    Number.isSafeInteger(of) &&
    of >= Math.max(1, rows.length) &&
    typeof level === "number" &&
    level > 0 &&
    level < 1;
  if (!isSubject) {
    throw competitionError({
      code: "impossible-subject",
      path: "rankPlot.subject",
      received: subject,
      expected: "rows, a whole number `of` that is at least theirs, and a level between 0 and 1 if any",
    });
  }
  if (rows.length === 0) {
    throw competitionError({
      code: "nothing-to-draw",
      path: "rankPlot.rows",
      received: rows,
      expected: "at least one row",
    });
  }
  rows.forEach((row, index) => {
    const { label, median, lower, upper } = row ?? {};
    const isInOrder = 1 <= lower && lower <= median && median <= upper && upper <= of;
    const isRank = [median, lower, upper].every((rank) => typeof rank === "number");
    if (typeof label === "string" && isRank && isInOrder) return;
    throw competitionError({
      code: "impossible-row",
      path: `rankPlot.rows[${index}]`,
      received: row,
      expected: `a label, and ranks with 1 ≤ lower ≤ median ≤ upper ≤ ${of}`,
    });
  });
  return subject;
}

/** First ones first; those pointed out are marked by the order in which they were given. */
function ranked(
  rows: readonly RankPlotRow[],
  level: number | undefined,
  labels: readonly string[],
): readonly PanelRow[] {
  const highlighted = rows.filter(({ highlight, label }) => highlight === true || labels.includes(label));
  return rows
    .toSorted(
      (a, b) =>
        a.median - b.median || a.lower - b.lower || a.upper - b.upper || compareDanish(a.label, b.label),
    )
    .map((row): PanelRow => {
      const { label, median: estimate, lower, upper } = row;
      const shown = { label, estimate, lower, upper, ...(level === undefined ? {} : { level }) };
      const accent = highlighted.indexOf(row);
      return accent < 0
        ? { ...shown, mark: PEER }
        : { ...shown, mark: accentMark(row.accent ?? accent), bold: true };
    });
}

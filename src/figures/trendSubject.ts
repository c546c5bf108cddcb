import { competitionError } from "../core/index.js";

export type TrendMeasure = "index" | "proportion" | "points" | "difference";

const MEASURES: readonly string[] = ["index", "proportion", "points", "difference"];

/** A municipality, a cluster or the country by period. */
export interface TrendPlotSeries {
  readonly label: string;
  /** A value for each period; `null` where there is none: the line has a gap. */
  readonly values: readonly (number | null)[];
  /** Pointed out by color, width and a bold label. */
  readonly highlight?: boolean;
}

/** Natural process limits, such as those of an XmR chart: a band with its center line. */
export interface TrendPlotLimits {
  readonly label: string;
  readonly center: number;
  readonly lower: number;
  readonly upper: number;
}

/** A period whose value is more than the process's own variation. */
export interface TrendPlotSignal {
  /** Its place among the periods, from 0. */
  readonly period: number;
  /** What made it one: a rule of `xmrLimits`, such as `beyond-limit`, or any text. Each rule has a shape of its own. */
  readonly rule: string;
}

export interface TrendPlotSubject {
  /**
   * `index`: plain numbers, such as 100 in the first period; `proportion`: shown in per cent; `points`: differences of
   * proportions, shown in percentage points; `difference`: differences of other values.
   */
  readonly measure: TrendMeasure;
  readonly periods: readonly string[];
  readonly series: readonly TrendPlotSeries[];
  readonly limits?: TrendPlotLimits;
  /** Of the first series that is pointed out, else of the first; so are the limits. */
  readonly signals?: readonly TrendPlotSignal[];
}

/** Beyond this a number has no place on a plot. */
const MOST = 1e9;

/**
 * Checks what a caller gave.
 *
 * @throws CompetitionError `impossible-subject`, `impossible-row` or `nothing-to-draw`
 */
export function checkTrend(subject: TrendPlotSubject): TrendPlotSubject {
  const { measure, periods, series, limits, signals = [] } = subject ?? {};
  const isTrend =
    MEASURES.includes(measure) &&
    Array.isArray(periods) &&
    periods.every((period) => typeof period === "string") &&
    Array.isArray(series) &&
    Array.isArray(signals);
  if (!isTrend) {
    throw competitionError({
      code: "impossible-subject",
      path: "trendPlot.subject",
      received: subject,
      expected: "a measure (index, proportion, points or difference), periods as texts, and series",
    });
  }
  series.forEach((each, index) => checkSeries(each, subject, `trendPlot.series[${index}]`));
  if (limits !== undefined && !isLimits(limits, measure)) {
    throw competitionError({
      code: "impossible-row",
      path: "trendPlot.limits",
      received: limits,
      expected: "a label, and lower ≤ center ≤ upper",
    });
  }
  const own = ownSeries(subject);
  signals.forEach((signal, index) => {
    const { period, rule } = signal ?? {};
    if (typeof rule === "string" && typeof own?.values[period] === "number") return;
    throw competitionError({
      code: "impossible-row",
      path: `trendPlot.signals[${index}]`,
      received: signal,
      expected: "a rule, and the place from 0 of a period with a value",
    });
  });
  if (series.some(({ values }) => values.some((value: number | null) => value !== null))) return subject;
  throw competitionError({
    code: "nothing-to-draw",
    path: "trendPlot.series",
    received: series,
    expected: "at least one series with a value",
  });
}

/** The series that limits and signals belong to. */
export function ownSeries({ series }: TrendPlotSubject): TrendPlotSeries | undefined {
  return series.find(({ highlight }) => highlight === true) ?? series[0];
}

/** The rules of signals, each once, in the order in which they come. */
export function rulesOf({ signals = [] }: TrendPlotSubject): readonly string[] {
  return [...new Set(signals.map(({ rule }) => rule))];
}

function checkSeries(series: TrendPlotSeries, { measure, periods }: TrendPlotSubject, path: string): void {
  const { label, values } = series ?? {};
  const isSeries =
    typeof label === "string" &&
    Array.isArray(values) &&
    values.length === periods.length &&
    values.every((value) => value === null || isValue(value, measure));
  if (isSeries) return;
  throw competitionError({
    code: "impossible-row",
    path,
    received: series,
    expected: `a label, and a ${measure === "proportion" ? "proportion" : "number"} or null for each of ${periods.length} periods`,
  });
}

function isValue(value: unknown, measure: TrendMeasure): boolean {
  if (typeof value !== "number") return false;
  if (measure === "proportion") return value >= 0 && value <= 1;
  return Math.abs(value) <= (measure === "points" ? 1 : MOST);
}

/** Limits may lie where no value can, as those of proportions near 0 do. */
function isLimits({ label, center, lower, upper }: TrendPlotLimits, measure: TrendMeasure): boolean {
  return (
    typeof label === "string" &&
    isValue(center, measure) &&
    [lower, upper].every((limit) => typeof limit === "number" && Math.abs(limit) <= MOST) &&
    lower <= center &&
    center <= upper
  );
}

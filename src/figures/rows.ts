import { competitionError, SUPPRESSED, type Publishable } from "../core/index.js";
import { formatCount, type Language } from "../display/index.js";

/** A value with its interval, as one line of a plot. */
export interface IntervalRow {
  readonly label: string;
  /** `null` where nothing could be estimated: the interval stands without a point. */
  readonly estimate: number | null;
  readonly lower: number;
  readonly upper: number;
  /** Confidence level of the interval, a proportion; shown where all rows have the same. */
  readonly level?: number;
  /** A few characters beside the label, such as `412/1.204`. */
  readonly detail?: string;
  /** The end towards which a one-sided interval has no limit; there it stands at the measure's last value. */
  readonly open?: "lower" | "upper";
  /** The pieces of an interval that isn't connected, between `lower` and `upper`; none where there is no interval. */
  readonly segments?: readonly (readonly [lower: number, upper: number])[];
  /** Values that the data can't tell apart however many they are: a thick line within the interval. */
  readonly region?: { readonly lower: number; readonly upper: number };
  /** The value is hidden: the line has neither mark nor number. */
  readonly hidden?: true;
}

/** A line of a forest plot, whose value may be hidden (`"suppressed"`). */
export type ForestRow = Omit<IntervalRow, "estimate" | "lower" | "upper" | "hidden"> &
  Publishable<Pick<IntervalRow, "estimate" | "lower" | "upper">>;

/** What a value below and above the null means, such as "the municipality does better". */
export interface Favours {
  readonly lower: string;
  readonly upper: string;
}

/** A value that intervals are held against, such as the difference up to which an arm counts as not worse. */
export interface ForestMargin {
  readonly value: number;
  /** What it is; its number is written behind. */
  readonly label: string;
}

/** Rows of a forest plot that share a measure and an axis. */
export interface ForestPanel {
  readonly heading?: string;
  /**
   * `proportion` (per cent), `risk-difference` (percentage points, null at 0), a name that ends in
   * `ratio` (logarithmic, null at 1), or any other name: plain numbers.
   */
  readonly measure: string;
  /** Where there is no difference, if not at the measure's own place. */
  readonly nullValue?: number;
  /** A dashed line of its own, in the unit of the estimates. */
  readonly margin?: ForestMargin;
  /** Captions under the two sides of the null. */
  readonly favours?: Favours;
  readonly rows: readonly ForestRow[];
}

/** A municipality, or an arm that is pointed out among them. */
export interface CaterpillarRow extends IntervalRow {
  /** Pointed out by shape, size, color and a bold label. */
  readonly highlight?: boolean;
}

/** Rows of a caterpillar plot, and what they are held against. */
export interface CaterpillarSubject {
  /** As for a forest plot; `proportion` by default. */
  readonly measure?: string;
  /** What the values are. */
  readonly heading?: string;
  readonly rows: readonly CaterpillarRow[];
  /** The mean of the cluster, drawn as a line with the band of its interval. */
  readonly reference?: IntervalRow;
  /** Rows measured otherwise: shown under the others, on an axis of their own, without the line. */
  readonly aside?: { readonly heading: string; readonly rows: readonly CaterpillarRow[] };
}

/** A line as it can be drawn: of a hidden value nothing is left but its label. */
export function drawableRow(row: ForestRow): IntervalRow {
  const { estimate, lower, upper, label, level } = row;
  return estimate === SUPPRESSED || lower === SUPPRESSED || upper === SUPPRESSED
    ? {
        label,
        estimate: null,
        lower: -Infinity,
        upper: Infinity,
        hidden: true,
        ...(level === undefined ? {} : { level }),
      }
    : { ...row, estimate, lower, upper };
}

/** The estimates of `inference`, by their structure. */
export interface EstimateShape {
  readonly kind: "estimate";
  readonly method: string;
  readonly measure: string;
  readonly estimate: number | null;
  readonly interval: {
    readonly lower: number;
    readonly upper: number;
    readonly level: number;
    readonly sides?: 1 | 2;
  };
  readonly test?: { readonly alternative?: "two-sided" | "greater" | "less" };
  readonly segments?: IntervalRow["segments"];
  readonly region?: { readonly lower: number; readonly upper: number };
  readonly counts?: Readonly<Record<string, { readonly events: number; readonly total: number }>>;
}

/** An estimate as a line of a plot; a single count stands beside its label. */
export function rowOf(label: string, shape: EstimateShape, language: Language): IntervalRow {
  const { estimate, counts = {}, segments, region } = shape;
  const { lower, upper, level } = shape.interval;
  const [count, ...others] = Object.values(counts);
  const row = {
    label,
    estimate,
    lower,
    upper,
    level,
    ...openEnd(shape),
    ...(segments === undefined ? {} : { segments }),
    ...(region === undefined || estimate !== null ? {} : { region }),
  };
  return count === undefined || others.length > 0 ? row : { ...row, detail: detailOf(count, language) };
}

/** The side that a one-sided interval is open to, which is that of its alternative. */
function openEnd({ interval, test }: EstimateShape): Pick<IntervalRow, "open"> {
  if (interval.sides !== 1) return {};
  if (test?.alternative === "greater") return { open: "upper" };
  return test?.alternative === "less" ? { open: "lower" } : {};
}

/** A count as it stands beside a label: `412/1.204`. */
export function detailOf(
  count: { readonly events: number; readonly total: number },
  language: Language,
): string {
  return `${formatCount(count.events, { language })}/${formatCount(count.total, { language })}`;
}

/**
 * Checks rows that a caller gave.
 *
 * @throws CompetitionError `nothing-to-draw` or `impossible-row`.
 */
export function checkRows<Row extends IntervalRow>(rows: readonly Row[], path: string): readonly Row[] {
  if (rows.length === 0) {
    throw competitionError({ code: "nothing-to-draw", path, received: rows, expected: "at least one row" });
  }
  rows.forEach((row, index) => checkRow(row, `${path}[${index}]`));
  return rows;
}

/** Checks one row. */
export function checkRow<Row extends IntervalRow>(row: Row, path: string): Row {
  const { label, estimate, lower, upper } = row;
  const possible =
    typeof label === "string" &&
    (estimate === null || (typeof estimate === "number" && !Number.isNaN(estimate))) &&
    typeof lower === "number" &&
    typeof upper === "number" &&
    lower <= upper;
  if (possible) return row;
  throw competitionError({
    code: "impossible-row",
    path,
    received: `${String(label)}: ${String(estimate)} (${String(lower)} to ${String(upper)})`,
    expected: "a label, an estimate or null, and limits with lower ≤ upper",
  });
}

import { competitionError } from "../core/index.js";

/** A municipality, or an arm among them. */
export interface FunnelPlotRow {
  readonly label: string;
  /** Observed: a proportion from 0 to 1, or observed by expected. */
  readonly value: number;
  /** What the value's precision depends on: citizens, or the expected number. */
  readonly size: number;
  /** Pointed out by shape, color and a bold label. */
  readonly highlight?: boolean;
  /** The widest level of limits that it lies outside of, 0 for inside all, where that is known better than by its place. */
  readonly outside?: number;
}

/** Between which values chance alone leaves what has a size. */
export interface FunnelPlotPoint {
  readonly size: number;
  readonly lower: number;
  readonly upper: number;
  /** The fewest and the most events that are within: where they are given, they decide, and not the line. */
  readonly fewest?: number;
  readonly most?: number;
}

export interface FunnelPlotLimit {
  /** Probability that they hold, such as 0.95 or 0.998. */
  readonly level: number;
  /** Exact limits are drawn as steps at whole sizes, approximate ones as smooth lines. */
  readonly exact: boolean;
  readonly points: readonly FunnelPlotPoint[];
}

/** A row of `funnelLimits`, by its structure: the limits of a size at a level. */
export interface FunnelLimitShape extends Omit<FunnelPlotPoint, "size"> {
  readonly total?: number;
  readonly expected?: number;
  readonly level: number;
  readonly method: "exact" | "normal";
  /** Rows that are widened by anything but `none` count as overdispersed wherever they are given. */
  readonly adjustment: "none" | "additive" | "multiplicative";
}

/** Limits by level, or as `funnelLimits` gives them. */
export type FunnelPlotLimits = readonly FunnelPlotLimit[] | readonly FunnelLimitShape[];

export type FunnelMeasure = "proportion" | "ratio";

export interface FunnelPlotSubject {
  /** `proportion`: values in per cent by citizens; `ratio`: observed by expected, by the expected number. */
  readonly measure: FunnelMeasure;
  readonly rows: readonly FunnelPlotRow[];
  /** What the rows are held against, such as the mean of the cluster. */
  readonly target: { readonly label?: string; readonly value: number };
  readonly limits: FunnelPlotLimits;
  /** Limits widened for what municipalities differ by beyond chance; where they are given, they decide what is outside. */
  readonly overdispersed?: FunnelPlotLimits;
}

/** A subject that can be drawn: limits by level, the narrowest first, their points by size. */
export interface Funnel extends FunnelPlotSubject {
  readonly limits: readonly FunnelPlotLimit[];
  readonly overdispersed: readonly FunnelPlotLimit[];
}

/** Beyond this a number has no place on a plot. */
const MOST = 1e9;

/**
 * Checks what a caller gave.
 *
 * @throws CompetitionError `impossible-subject`, `impossible-row` or `nothing-to-draw`
 */
export function checkFunnel(subject: FunnelPlotSubject): Funnel {
  const { measure, rows, target, limits, overdispersed = [] } = subject ?? {};
  const isFunnel =
    (measure === "proportion" || measure === "ratio") &&
    Array.isArray(rows) &&
    isValue(target?.value, measure) &&
    (target.label === undefined || typeof target.label === "string");
  if (!isFunnel) {
    throw competitionError({
      code: "impossible-subject",
      path: "funnelPlot.subject",
      received: subject,
      expected: "a measure (proportion or ratio), rows, a target with a value, and limits",
    });
  }
  if (rows.length === 0) {
    throw competitionError({
      code: "nothing-to-draw",
      path: "funnelPlot.rows",
      received: rows,
      expected: "at least one row",
    });
  }
  rows.forEach((row, index) => checkRow(row, measure, `funnelPlot.rows[${index}]`));
  const given = limitsOf(limits, "funnelPlot.limits");
  const widened = limitsOf(overdispersed, "funnelPlot.overdispersed");
  return {
    measure,
    rows,
    target,
    limits: inLevels(given.chance),
    overdispersed: inLevels([...given.widened, ...widened.chance, ...widened.widened]),
  };
}

function checkRow(row: FunnelPlotRow, measure: FunnelMeasure, path: string): void {
  const { label, value, size, outside = 0 } = row ?? {};
  const isLabelled = typeof label === "string" && typeof outside === "number";
  if (isLabelled && isValue(value, measure) && isSize(size)) return;
  throw competitionError({
    code: "impossible-row",
    path,
    received: row,
    expected:
      measure === "proportion"
        ? "a label, a value from 0 to 1 and a size above 0"
        : "a label, a value from 0 and a size above 0",
  });
}

function isValue(value: unknown, measure: FunnelMeasure): value is number {
  return typeof value === "number" && value >= 0 && value <= (measure === "proportion" ? 1 : MOST);
}

function isSize(size: unknown): size is number {
  return typeof size === "number" && size > 0 && size <= MOST;
}

interface GivenLimits {
  /** Those for chance alone, as far as their rows say. */
  readonly chance: readonly FunnelPlotLimit[];
  readonly widened: readonly FunnelPlotLimit[];
}

function limitsOf(given: FunnelPlotLimits, path: string): GivenLimits {
  if (!Array.isArray(given)) throw impossibleLimits(given, path);
  if (isByLevel(given)) {
    given.forEach((limit, index) => checkLimit(limit, `${path}[${index}]`));
    return { chance: given, widened: [] };
  }
  const rows: readonly FunnelLimitShape[] = given;
  rows.forEach((row, index) => {
    if (!isLimitRow(row)) throw impossibleLimits(row, `${path}[${index}]`);
  });
  const [chance = [], widened = []] = [true, false].map((isChance) =>
    byLevel(rows.filter(({ adjustment }) => (adjustment === "none") === isChance)),
  );
  return { chance, widened };
}

function isByLevel(given: FunnelPlotLimits): given is readonly FunnelPlotLimit[] {
  const first: unknown = given[0];
  return typeof first === "object" && first !== null && "points" in first;
}

function byLevel(rows: readonly FunnelLimitShape[]): readonly FunnelPlotLimit[] {
  return [...new Set(rows.map(({ level }) => level))].map((level): FunnelPlotLimit => {
    const own = rows.filter((row) => row.level === level);
    // Nothing has the size 0, so that nothing is held against its limits, which may be infinite.
    const points = own.map((row) => ({ ...row, size: sizeOf(row) })).filter(({ size }) => size > 0);
    return { level, exact: own.every(({ method }) => method === "exact"), points };
  });
}

function sizeOf({ total, expected = total }: FunnelLimitShape): number {
  return expected ?? 0;
}

/** The narrowest first, each with its points by size, each once. */
function inLevels(limits: readonly FunnelPlotLimit[]): readonly FunnelPlotLimit[] {
  return limits
    .filter(({ points }) => points.length > 0)
    .map((limit) => {
      const ordered = limit.points.toSorted((a, b) => a.size - b.size);
      return { ...limit, points: ordered.filter(({ size }, index) => size !== ordered[index - 1]?.size) };
    })
    .toSorted((a, b) => a.level - b.level);
}

function checkLimit(limit: FunnelPlotLimit, path: string): void {
  const { level, exact, points } = limit ?? {};
  if (!isLevel(level) || typeof exact !== "boolean" || !Array.isArray(points))
    throw impossibleLimits(limit, path);
  points.forEach((point, index) => {
    if (isPoint(point)) return;
    throw competitionError({
      code: "impossible-row",
      path: `${path}.points[${index}]`,
      received: point,
      expected: "a size above 0, and limits with lower ≤ upper",
    });
  });
}

function impossibleLimits(received: unknown, path: string): Error {
  return competitionError({
    code: "impossible-subject",
    path,
    received,
    expected: "limits with level, exact and points, or the rows of funnelLimits",
  });
}

function isLevel(level: unknown): boolean {
  return typeof level === "number" && level > 0 && level < 1;
}

function isLimitRow(row: FunnelLimitShape): boolean {
  if (typeof row !== "object" || row === null || !isLevel(row.level)) return false;
  const size = sizeOf(row);
  return size === 0 || isPoint({ ...row, size });
}

function isPoint(point: FunnelPlotPoint): boolean {
  const { size, lower, upper } = point ?? {};
  return (
    isSize(size) &&
    [lower, upper].every((limit) => typeof limit === "number" && Math.abs(limit) <= MOST) &&
    lower <= upper
  );
}

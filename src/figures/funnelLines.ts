import type { Point } from "./geometry.js";
import type { Funnel, FunnelPlotLimit, FunnelPlotPoint, FunnelPlotRow } from "./funnelSubject.js";

export type Side = "above" | "below";

/** A row, and which limits it lies outside of. */
export interface JudgedRow extends Omit<FunnelPlotRow, "outside"> {
  /** Levels of the limits that it lies outside of, the narrowest first. */
  readonly outside: readonly number[];
  readonly side: Side | null;
  /** Whether there are limits at its size. */
  readonly isHeld: boolean;
}

/** The limits that decide what is outside: the widened ones where there are any. */
export function decidingOf({ limits, overdispersed }: Funnel): readonly FunnelPlotLimit[] {
  return overdispersed.length > 0 ? overdispersed : limits;
}

/** Rows against the limits that decide, unless it is known what they lie outside of. */
export function judge(funnel: Funnel): readonly JudgedRow[] {
  const deciding = decidingOf(funnel);
  return funnel.rows.map(({ outside, ...row }): JudgedRow => {
    if (outside !== undefined) {
      const levels = deciding.map(({ level }) => level).filter((level) => level <= outside);
      const side = row.value > funnel.target.value ? "above" : "below";
      return { ...row, outside: levels, side: levels.length > 0 ? side : null, isHeld: true };
    }
    const held = deciding.flatMap((limit) => {
      const limits = limitsAt(limit, row.size);
      return limits === undefined ? [] : [{ level: limit.level, side: sideOf(row, limits) }];
    });
    const breaches = held.filter(({ side }) => side !== null);
    return {
      ...row,
      outside: breaches.map(({ level }) => level),
      side: breaches[0]?.side ?? null,
      isHeld: held.length > 0,
    };
  });
}

function sideOf(
  { value, size }: Pick<FunnelPlotRow, "value" | "size">,
  { fewest, most, lower, upper }: FunnelPlotPoint,
): Side | null {
  // A whole count may be within and yet lie a little beyond the line, which is drawn between counts.
  const events = Math.round(value * size);
  if (most === undefined ? value > upper : events > most) return "above";
  return (fewest === undefined ? value < lower : events < fewest) ? "below" : null;
}

/** Half a step: exact limits hold at a whole size, and are drawn to half way to the next. */
const HALF = 0.5;

/**
 * Limits at a size: exact ones are those of the nearest size as far as their step reaches; between steps, and of
 * approximate ones, on the line from point to point. None beyond the points.
 */
export function limitsAt({ exact, points }: FunnelPlotLimit, size: number): FunnelPlotPoint | undefined {
  const next = firstFrom(points, size);
  const [before, after] = [points[next - 1], points[next]];
  const half = exact ? HALF : 0;
  const toBefore = before === undefined ? Infinity : size - before.size;
  const toAfter = after === undefined ? Infinity : after.size - size;
  if (Math.min(toBefore, toAfter) <= half) return toBefore < toAfter ? before : after;
  if (before === undefined || after === undefined) return undefined;
  // Exact limits that aren't given at each whole size go from the end of one step to the beginning of the next.
  const share = (toBefore - half) / (toBefore + toAfter - 2 * half);
  const between = (a: number, b: number): number => a + share * (b - a);
  return {
    size,
    lower: between(before.lower, after.lower),
    upper: between(before.upper, after.upper),
  };
}

/** Index of the first point at a size or after it: halving, as there may be thousands. */
function firstFrom(points: readonly FunnelPlotPoint[], size: number): number {
  let [from, to] = [0, points.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((points[middle]?.size ?? Infinity) < size) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Fewest pixels from one point of a line to the next: what stands closer can't be told apart. */
const LEAST = 0.75;
/** Pixels that an edge may be off where sizes are too many for steps of their own. */
const UNSEEN = 1.5;
/** Pixels up or down that make no step, and along that part none. */
const LEVEL = 0.2;
const TOUCH = 0.01;

/**
 * A side of limits as points on the plot. Exact ones are steps, from half way from the size before to half way to the
 * size after, where that is no farther than half a size or than can be seen; between steps farther apart is a line.
 */
export function lineOf(
  { exact, points }: FunnelPlotLimit,
  side: "lower" | "upper",
  place: (size: number, value: number) => Point,
): readonly Point[] {
  if (!exact) return thinned(points.map((point) => place(point.size, point[side])));
  const reach = Math.max(HALF, UNSEEN / (place(1, 0)[0] - place(0, 0)[0]));
  return stepsThrough(
    points.map((point, index): Step => {
      const [before, after] = [points[index - 1], points[index + 1]];
      const left = Math.min(reach, before === undefined ? HALF : (point.size - before.size) / 2);
      const right = Math.min(reach, after === undefined ? HALF : (after.size - point.size) / 2);
      const [from, y] = place(point.size - left, point[side]);
      return { from, to: place(point.size + right, 0)[0], y };
    }),
  );
}

/** A step on the plot. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** The ends of steps; those that touch and can't be told apart are one. */
function stepsThrough(steps: readonly Step[]): readonly Point[] {
  const drawn: Step[] = [];
  for (const step of steps) {
    const last = drawn.at(-1);
    const isOne =
      last !== undefined &&
      step.from - last.to < TOUCH &&
      (Math.abs(step.y - last.y) < LEVEL || step.to - last.from < LEAST);
    if (isOne) drawn[drawn.length - 1] = { ...last, to: step.to };
    else drawn.push(step);
  }
  return drawn.flatMap(({ from, to, y }): readonly Point[] => [
    [from, y],
    [to, y],
  ]);
}

function thinned(points: readonly Point[]): readonly Point[] {
  let last = -Infinity;
  return points.filter(([x], index) => {
    if (x - last < LEAST && index < points.length - 1) return false;
    last = x;
    return true;
  });
}

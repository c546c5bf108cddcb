import { impossibleValue } from "./parameters.js";

/** A function of one number, evaluated where the search goes. */
export type RealFunction = (x: number) => number;

export interface RootOptions {
  /** Permitted distance from the root beside its last bits, an absolute number from 0. Default 0. */
  readonly tolerance?: number;
}

export interface BracketOptions {
  /** No argument below this is tried. Default −Infinity. */
  readonly minimum?: number;
  /** No argument above this is tried. Default Infinity. */
  readonly maximum?: number;
}

/** Doublings of a bracket before it is given up: from 1 they reach the largest double. */
const MOST_DOUBLINGS = 1100;

/**
 * A root of f between two points at which it has opposite signs.
 *
 * Chandrupatla's method: inverse quadratic interpolation where the last three points promise it to be monotonic,
 * else the middle of the bracket. It ends when f is exactly 0 or when the bracket is no wider than the tolerance plus
 * some units in the last place of the root. Of three steps the last is a bisection if the others didn't halve the
 * bracket, so that it never takes more than three times as long as bisection; smooth functions take about ten
 * evaluations. The same arguments give the same result.
 *
 * @param f continuous between the ends; where it jumps through 0, the place of the jump is found
 * @param lower one end, finite
 * @param upper the other end, finite, above lower
 * @param options tolerance
 * @throws CompetitionError `impossible-value` if the ends aren't finite and in order, f has the same sign at both,
 * or f gives NaN
 * @example findRoot((x) => x * x - 2, 1, 2) // 1.4142135623730951
 * @example findRoot((x) => x, 0, 1) // 0
 * @see Chandrupatla (1997), Adv. Eng. Softw. 28, 145–149, doi:10.1016/S0965-9978(96)00051-8
 */
export function findRoot(f: RealFunction, lower: number, upper: number, options: RootOptions = {}): number {
  requireInterval(lower, upper);
  const { tolerance = 0 } = options;
  if (!(tolerance >= 0)) throw impossibleValue("tolerance", tolerance, "a number from 0");
  let opposite = upper;
  let latest = lower;
  let fOpposite = valueAt(f, opposite);
  let fLatest = valueAt(f, latest);
  if (Math.sign(fOpposite) * Math.sign(fLatest) > 0) {
    throw impossibleValue("f", [fLatest, fOpposite], "values of opposite signs at the two ends");
  }
  let dropped = opposite;
  let fDropped = fOpposite;
  let widthBefore = upper - lower;
  for (let step = 0; ; step++) {
    const nearer = Math.abs(fOpposite) < Math.abs(fLatest);
    const best = nearer ? opposite : latest;
    if ((nearer ? fOpposite : fLatest) === 0) return best;
    const width = Math.abs(opposite - latest);
    const enough = tolerance / 2 + Math.max(Math.abs(best) * 2 ** -52, Number.MIN_VALUE);
    if (width <= 2 * enough) return best;

    if (step % 3 === 0) widthBefore = width;
    const mustHalve = step % 3 === 2 && width > widthBefore / 2;
    const xi = (latest - opposite) / (dropped - opposite);
    const phi = (fLatest - fOpposite) / (fDropped - fOpposite);
    let share = 0.5;
    if (!mustHalve && phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
      const stretch = (dropped - latest) / (opposite - latest);
      const quadratic =
        (fLatest / (fOpposite - fLatest)) * (fDropped / (fOpposite - fDropped)) +
        stretch * (fLatest / (fDropped - fLatest)) * (fOpposite / (fDropped - fOpposite));
      const least = enough / width;
      share = Math.min(Math.max(quadratic, least), 1 - least);
    }

    const x = latest + share * (opposite - latest);
    const fx = valueAt(f, x);
    const sameSide = Math.sign(fx) === Math.sign(fLatest);
    dropped = sameSide ? latest : opposite;
    fDropped = sameSide ? fLatest : fOpposite;
    if (!sameSide) {
      opposite = latest;
      fOpposite = fLatest;
    }
    latest = x;
    fLatest = fx;
  }
}

/**
 * Two points at which f has opposite signs (or is 0), found by doubling an interval away from the end at which f is
 * nearer to 0; an end that meets its bound stays there.
 *
 * @param f continuous
 * @param lower one end of the first interval
 * @param upper the other end, above lower
 * @param options bounds for the arguments
 * @returns the two ends, lower first
 * @throws CompetitionError `impossible-value` if no sign change is found up to the bounds (or 1100 doublings)
 * @example expandBracket((x) => x - 100, 0, 1) // [63, 127]
 * @example expandBracket((x) => x - 0.5, 0, 1) // [0, 1]
 */
export function expandBracket(
  f: RealFunction,
  lower: number,
  upper: number,
  options: BracketOptions = {},
): readonly [lower: number, upper: number] {
  requireInterval(lower, upper);
  const { minimum = -Infinity, maximum = Infinity } = options;
  let a = Math.max(lower, minimum);
  let b = Math.min(upper, maximum);
  let fa = valueAt(f, a);
  let fb = valueAt(f, b);
  let width = b - a;
  for (let doubling = 0; doubling < MOST_DOUBLINGS; doubling++) {
    if (fa === 0 || fb === 0 || fa > 0 !== fb > 0) return [a, b];
    const canFall = a > minimum && a - width > -Infinity;
    const canRise = b < maximum && b + width < Infinity;
    if (!canFall && !canRise) break;
    width *= 2;
    if (canFall && (!canRise || Math.abs(fa) < Math.abs(fb))) {
      b = a;
      fb = fa;
      a = Math.max(a - width, minimum);
      fa = valueAt(f, a);
    } else {
      a = b;
      fa = fb;
      b = Math.min(b + width, maximum);
      fb = valueAt(f, b);
    }
  }
  throw impossibleValue("f", [fa, fb], "a change of sign within the bounds");
}

function requireInterval(lower: number, upper: number): void {
  if (!(upper - lower > 0 && upper - lower < Infinity)) {
    throw impossibleValue("upper", upper, `a number above lower, ${lower}, at a finite distance`);
  }
}

function valueAt(f: RealFunction, x: number): number {
  const value = f(x);
  if (Number.isNaN(value)) throw impossibleValue("f", value, `a number at ${x}`);
  return value;
}

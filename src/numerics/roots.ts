import { impossibleValue } from "./parameters.js";

/** A function of one number, evaluated where the search goes. */
export type RealFunction = (x: number) => number;

export interface RootOptions {
  /** Largest permitted distance from the root, an absolute number from 0; 0 asks for neighboring doubles. */
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

/** Tuning of the truncation, as the paper recommends. */
const TRUNCATION = 0.2;

/**
 * A root of f between two points at which it has opposite signs.
 *
 * ITP: false position, truncated towards the middle and projected so near to it that the search never takes more
 * than one evaluation more than bisection, ⌈log₂((upper − lower)/(2·tolerance))⌉ + 1, and for smooth functions
 * few. It ends when the bracket is no wider than twice the tolerance, when f is exactly 0, or when no double lies
 * between the ends. The same arguments give the same result.
 *
 * @param f continuous between the ends; where it jumps through 0, the place of the jump is found
 * @param lower one end
 * @param upper the other end, above lower
 * @param options tolerance, default 1e-14 times the larger end in size
 * @throws CompetitionError `impossible-value` if the ends aren't finite and in order, f has the same sign at both,
 * or f gives NaN
 * @example findRoot((x) => x * x - 2, 1, 2) // 1.414213562373095
 * @example findRoot((x) => x, 0, 1) // 0
 * @see Oliveira & Takahashi (2020), ACM Trans. Math. Softw. 47, 5, doi:10.1145/3423597
 */
export function findRoot(f: RealFunction, lower: number, upper: number, options: RootOptions = {}): number {
  if (!(Number.isFinite(lower) && Number.isFinite(upper) && lower < upper)) {
    throw impossibleValue("upper", upper, `a finite number above the lower end, ${lower}`);
  }
  const scale = Math.max(Math.abs(lower), Math.abs(upper));
  const tolerance = options.tolerance ?? 1e-14 * scale;
  if (!(tolerance >= 0)) throw impossibleValue("tolerance", tolerance, "a number from 0");
  let a = lower;
  let b = upper;
  let fa = valueAt(f, a);
  let fb = valueAt(f, b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) {
    throw impossibleValue("f", [fa, fb], "values of opposite signs at the two ends");
  }
  const precision = Math.max(tolerance, scale * 2 ** -53, Number.MIN_VALUE);
  const bisections = Math.ceil(Math.log2((b - a) / (2 * precision)));
  // How far from the middle the next point may lie without losing to bisection.
  let allowance = precision * 2 ** (bisections + 1);
  const truncation = TRUNCATION / (b - a);
  while (b - a > 2 * tolerance) {
    const middle = a + (b - a) / 2;
    if (middle <= a || middle >= b) break;
    const falsePosition = (fb * a - fa * b) / (fb - fa);
    const side = Math.sign(middle - falsePosition);
    const inward = truncation * (b - a) * (b - a);
    const truncated = inward <= Math.abs(middle - falsePosition) ? falsePosition + side * inward : middle;
    const radius = Math.max(allowance - (b - a) / 2, 0);
    const projected = Math.abs(truncated - middle) <= radius ? truncated : middle - side * radius;
    const x = projected > a && projected < b ? projected : middle;
    const fx = valueAt(f, x);
    if (fx === 0) return x;
    if (fx > 0 === fb > 0) {
      b = x;
      fb = fx;
    } else {
      a = x;
      fa = fx;
    }
    allowance /= 2;
  }
  return a + (b - a) / 2;
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
  if (!(Number.isFinite(lower) && Number.isFinite(upper) && lower < upper)) {
    throw impossibleValue("upper", upper, `a finite number above the lower end, ${lower}`);
  }
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

function valueAt(f: RealFunction, x: number): number {
  const value = f(x);
  if (Number.isNaN(value)) throw impossibleValue("f", value, `a number at ${x}`);
  return value;
}

import { exactExcess } from "./exactProduct.js";
import { incompleteBeta, logBetaPower, logIncompleteBeta } from "./incompleteBeta.js";
import { logScaledBeta } from "./logBeta.js";
import { normalQuantile } from "./normal.js";
import { requireNumber, requireShape, requireProbability } from "./parameters.js";
import { positiveQuantile, type LogTail } from "./positiveQuantile.js";
import { otherTail, type Tail } from "./tail.js";

/**
 * Probability of the beta distribution below or above x, Iₓ(a, b) or 1 − Iₓ(a, b).
 *
 * Where x is so near 1 that 1 − x is known better than x, ask for the mirror image: with y = 1 − x,
 * P(X > x; a, b) = `betaCdf(y, b, a, "lower")`.
 *
 * @param x any number; all probability lies between 0 and 1
 * @param a first shape, from 1e-100 to 1e100; the mean is a/(a + b)
 * @param b second shape, from 1e-100 to 1e100
 * @param tail `"lower"` for P(X ≤ x), `"upper"` for P(X > x)
 * @throws CompetitionError `impossible-value`
 * @example betaCdf(0.5, 2, 3, "lower") // 0.6875
 * @example betaCdf(1, 2, 3, "upper") // 0
 * @see DLMF 8.17.2
 */
export function betaCdf(x: number, a: number, b: number, tail: Tail): number {
  requireBeta(x, a, b);
  if (x <= 0) return tail === "lower" ? 0 : 1;
  if (x >= 1) return tail === "lower" ? 1 : 0;
  return incompleteBeta(x, 1 - x, a, b, excessOf(x, a, b), tail);
}

/** Natural logarithm of {@link betaCdf}, also where that falls below the smallest double. */
export function betaLogCdf(x: number, a: number, b: number, tail: Tail): number {
  requireBeta(x, a, b);
  if (x <= 0) return tail === "lower" ? -Infinity : 0;
  if (x >= 1) return tail === "lower" ? 0 : -Infinity;
  return logIncompleteBeta(x, 1 - x, a, b, excessOf(x, a, b), tail);
}

/**
 * The x below which (`"lower"`) or above which (`"upper"`) the beta distribution has probability p.
 *
 * Where the quantile is so near 1 that its complement matters, ask for the mirror image:
 * 1 − `betaQuantile(p, a, b, tail)` is `betaQuantile(p, b, a, otherTail)`, to its last digit.
 *
 * @param p a probability; 0 and 1 give the ends 0 and 1
 * @param a first shape, from 1e-100 to 1e100
 * @param b second shape, from 1e-100 to 1e100
 * @throws CompetitionError `impossible-value`
 * @example betaQuantile(0.975, 0.5, 0.5, "upper") // 0.0015413331334360146
 * @example betaQuantile(0, 2, 3, "lower") // 0
 */
export function betaQuantile(p: number, a: number, b: number, tail: Tail): number {
  requireProbability("p", p);
  requireShape("a", a);
  requireShape("b", b);
  if (p > 0.5) return betaQuantile(1 - p, a, b, otherTail(tail));
  if (p === 0) return tail === "lower" ? 0 : 1;
  const half = incompleteBeta(0.5, 0.5, a, b, (a - b) / 2, tail);
  const below = tail === "lower" ? p <= half : p >= half;
  return below ? lowHalfQuantile(p, a, b, tail) : 1 - lowHalfQuantile(p, b, a, otherTail(tail));
}

/** The quantile where it lies in (0, ½]: there x is the accurate one of x and 1 − x. */
function lowHalfQuantile(p: number, a: number, b: number, tail: Tail): number {
  const law: LogTail = {
    tail,
    logTail: (x) => logIncompleteBeta(x, 1 - x, a, b, excessOf(x, a, b), tail),
    logSlope: (x) => logBetaPower(x, 1 - x, a, b, excessOf(x, a, b)) - Math.log1p(-x),
    bend: (x) => a - ((b - 1) * x) / (1 - x),
  };
  return positiveQuantile(law, p, start(p, a, b, tail), 0.5);
}

/** Abramowitz & Stegun (1964), 26.5.22, or for small shapes and quantiles the first term of the power series. */
function start(p: number, a: number, b: number, tail: Tail): number {
  if (a > 1 && b > 1) {
    const z = normalQuantile(p, tail);
    const u = 1 / (2 * a - 1);
    const v = 1 / (2 * b - 1);
    const lambda = (z * z - 3) / 6;
    const h = 2 / (u + v);
    const root = h + lambda > 0 ? (z * Math.sqrt(h + lambda)) / h : 0;
    const w = root - (u - v) * (lambda + 5 / 6 - 2 / (3 * h));
    const odds = (a / b) * Math.exp(2 * w);
    if (odds > 0 && odds < Infinity) return odds / (1 + odds);
  }
  if (tail === "lower") return Math.exp((Math.log(p) + logScaledBeta(a, b)) / a);
  return a / (a + b);
}

function requireBeta(x: number, a: number, b: number): void {
  requireNumber("x", x);
  requireShape("a", a);
  requireShape("b", b);
}

/** a − (a + b)x, from whichever of x and 1 − x is exact. */
function excessOf(x: number, a: number, b: number): number {
  return x <= 0.5 ? exactExcess(a, a, b, x) : -exactExcess(b, b, a, 1 - x);
}

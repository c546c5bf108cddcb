import { incompleteGamma, logGammaPower, logIncompleteGamma } from "./incompleteGamma.js";
import { logGamma } from "./logGamma.js";
import { normalQuantile } from "./normal.js";
import { requireNumber, requirePositive, requireShape, requireProbability } from "./parameters.js";
import { positiveQuantile, type LogTail } from "./positiveQuantile.js";
import { otherTail, type Tail } from "./tail.js";

/**
 * Probability of the gamma distribution below or above x.
 *
 * @param x any number; 0 and less have all probability above them
 * @param shape from 1e-100 to 1e100
 * @param scale a finite number above 0, in the unit of x; the mean is shape × scale
 * @param tail `"lower"` for P(X ≤ x), `"upper"` for P(X > x)
 * @throws CompetitionError `impossible-value`
 * @example gammaCdf(1, 10, 1, "lower") // 1.1142547833872067e-7
 * @example gammaCdf(0, 0.5, 1, "upper") // 1
 * @see DLMF 8.2.4
 */
export function gammaCdf(x: number, shape: number, scale: number, tail: Tail): number {
  const standard = standardized(x, shape, scale);
  if (standard <= 0) return tail === "lower" ? 0 : 1;
  if (standard === Infinity) return tail === "lower" ? 1 : 0;
  return incompleteGamma(standard, shape, tail);
}

/** Natural logarithm of {@link gammaCdf}, also where that falls below the smallest double. */
export function gammaLogCdf(x: number, shape: number, scale: number, tail: Tail): number {
  const standard = standardized(x, shape, scale);
  if (standard <= 0) return tail === "lower" ? -Infinity : 0;
  if (standard === Infinity) return tail === "lower" ? 0 : -Infinity;
  return logIncompleteGamma(standard, shape, tail);
}

/**
 * The x below which (`"lower"`) or above which (`"upper"`) the gamma distribution has probability p.
 *
 * @param p a probability; with small shapes the quantile may fall below the smallest double, and is 0
 * @param shape from 1e-100 to 1e100
 * @param scale a finite number above 0
 * @throws CompetitionError `impossible-value`
 * @example gammaQuantile(0.975, 3, 1, "lower") // 7.224687667723954
 * @example gammaQuantile(0, 3, 1, "upper") // Infinity
 */
export function gammaQuantile(p: number, shape: number, scale: number, tail: Tail): number {
  requireProbability("p", p);
  requireShape("shape", shape);
  requirePositive("scale", scale);
  if (p > 0.5) return gammaQuantile(1 - p, shape, scale, otherTail(tail));
  if (p === 0) return tail === "lower" ? 0 : Infinity;
  const law: LogTail = {
    tail,
    logTail: (x) => logIncompleteGamma(x, shape, tail),
    logSlope: (x) => logGammaPower(x, shape),
    bend: (x) => shape - x,
  };
  return scale * positiveQuantile(law, p, start(p, shape, tail), Infinity);
}

function standardized(x: number, shape: number, scale: number): number {
  requireNumber("x", x);
  requireShape("shape", shape);
  requirePositive("scale", scale);
  return x / scale;
}

/** Wilson & Hilferty (1931), or for small shapes the first term of the power series. */
function start(p: number, shape: number, tail: Tail): number {
  const step = 1 / (9 * shape);
  const root = 1 - step + normalQuantile(p, tail) * Math.sqrt(step);
  if (shape >= 1 && root > 0.1) return shape * root ** 3;
  if (tail === "upper") return 1 - Math.log(p);
  return Math.exp((Math.log(p) + logGamma(1 + shape)) / shape);
}

import { productError } from "./exactProduct.js";
import { requireNumber } from "./parameters.js";

/** Below this the power series is used, above it the trapezoidal sum. */
const SERIES_LIMIT = 0.5;

/**
 * The trapezoidal rule of step h = 1/2 for erfc: its nodes n²h² and weights exp(−n²h²), n = 1 … 12.
 * Later weights are below 1e-18 of the first.
 */
const STEP = 0.5;
const NODES: Float64Array = Float64Array.from({ length: 12 }, (_, n) => ((n + 1) * STEP) ** 2);
const WEIGHTS: Float64Array = NODES.map((node) => Math.exp(-node));

/** The trapezoidal rule has crossed the pole at t = iz, and owes its residue, while z is below π/h. */
const POLE_LIMIT = Math.PI / STEP;

/**
 * erf z = (2/√π) ∫₀ᶻ exp(−t²) dt.
 *
 * @param z any number
 * @returns a value in [−1, 1], accurate relative to itself near 0 too
 * @throws CompetitionError `impossible-value` if z is NaN
 * @example erf(1) // 0.8427007929497149
 * @example erf(-Infinity) // -1
 * @see DLMF 7.2.1
 */
export function erf(z: number): number {
  requireNumber("z", z);
  if (Math.abs(z) < SERIES_LIMIT) return erfSeries(z);
  const tail = upperErfc(Math.abs(z));
  return z > 0 ? 1 - tail : tail - 1;
}

/**
 * erfc z = 1 − erf z, computed without that subtraction.
 *
 * @param z any number
 * @returns a value in [0, 2]; 0 where it falls below the smallest double (z > 27.3)
 * @throws CompetitionError `impossible-value` if z is NaN
 * @example erfc(26) // 5.663192408856143e-296
 * @example erfc(Infinity) // 0
 * @see DLMF 7.2.2
 */
export function erfc(z: number): number {
  requireNumber("z", z);
  if (Math.abs(z) < SERIES_LIMIT) return 1 - erfSeries(z);
  const tail = upperErfc(Math.abs(z));
  return z > 0 ? tail : 2 - tail;
}

/**
 * exp(z²) erfc z for z ≥ 0: erfc without its exponential decay.
 *
 * The trapezoidal rule on erfc's integral converges like exp(−π²/h²), here 1e-17, for every z ≥ 0:
 * (hz/π) (1/z² + 2 Σ exp(−n²h²)/(z² + n²h²)), less the residue of the pole that the rule crosses.
 *
 * @see Matta & Reichel (1971), Math. Comp. 25, 339–344; Hunter & Regan (1972), Math. Comp. 26, 539–541
 */
export function scaledErfc(z: number): number {
  const square = z * z;
  if (z < SERIES_LIMIT) return Math.exp(square) * (1 - erfSeries(z));
  if (square === Infinity) return 1 / (z * Math.sqrt(Math.PI));
  let sum = 0;
  for (let n = NODES.length - 1; n >= 0; n--) sum += (WEIGHTS[n] ?? 0) / ((NODES[n] ?? 0) + square);
  const rule = ((STEP * z) / Math.PI) * (1 / square + 2 * sum);
  if (z >= POLE_LIMIT) return rule;
  const pole = ((2 * Math.PI) / STEP) * z;
  return rule - (2 * Math.exp(square - pole)) / (1 - Math.exp(-pole));
}

/** exp(−x²/2): what the square of x rounds away is put back, which the exponential would magnify. */
export function gaussian(x: number): number {
  return x * x > 1600 ? 0 : Math.exp((-x * x) / 2) * (1 - productError(x, x) / 2);
}

/** Half of erf(x/√2), the probability between 0 and x of the standard normal, for |x| < 1. */
export function normalCore(x: number): number {
  const square = x * x;
  let term = 1;
  let sum = 1;
  for (let n = 3; term > sum * 1e-17; n += 2) {
    term *= square / n;
    sum += term;
  }
  return INVERSE_ROOT_TWO_PI * x * Math.exp(-square / 2) * sum;
}

const INVERSE_ROOT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

/** DLMF 7.6.2: all terms have one sign. */
function erfSeries(z: number): number {
  return 2 * normalCore(z * Math.SQRT2);
}

function upperErfc(z: number): number {
  return z > 28 ? 0 : Math.exp(-z * z) * (1 - productError(z, z)) * scaledErfc(z);
}

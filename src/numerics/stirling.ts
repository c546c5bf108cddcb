import { logGammaOnePlus } from "./logGammaNearTwo.js";
import { requirePositive } from "./parameters.js";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** From here on the asymptotic series is exact to 1e-17. */
const SERIES_FROM = 10;

/** B₂ₖ/(2k(2k − 1)), k = 1 … 8. */
const SERIES: Float64Array = Float64Array.of(
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
);

/**
 * Stirling's error: what ln Γ(z) exceeds (z − ½) ln z − z + ½ ln 2π by.
 *
 * Probabilities of counts are products of few such errors and a deviance, so that no large logarithms cancel.
 *
 * @param z a number above 0
 * @returns about 1/(12 z)
 * @throws CompetitionError `impossible-value`
 * @example stirlingError(1) // 0.08106146679532726
 * @example stirlingError(1e300) // 8.333333333333332e-302
 * @see DLMF 5.11.1; Loader (2000), Fast and accurate computation of binomial probabilities
 */
export function stirlingError(z: number): number {
  requirePositive("z", z);
  if (z >= SERIES_FROM) return stirlingSeries(z);
  if (z < 1) return logGammaOnePlus(z) - (z + 0.5) * Math.log(z) + z - HALF_LOG_TWO_PI;
  // Γ(z) = Γ(w)/(z (z+1) … (w−1)) with w = z + m, arranged so that every term stays of the size of 1.
  const steps = Math.ceil(SERIES_FROM - z);
  const shifted = z + steps;
  let product = 1;
  for (let step = 0; step < steps; step++) product *= shifted / (z + step);
  const scaled = Math.log(product * Math.exp(-steps));
  return stirlingSeries(shifted) + (z - 0.5) * Math.log(shifted / z) + scaled;
}

function stirlingSeries(z: number): number {
  const inverse = 1 / z;
  const square = inverse * inverse;
  let sum = 0;
  for (let k = SERIES.length - 1; k >= 0; k--) sum = sum * square + (SERIES[k] ?? 0);
  return sum * inverse;
}

/**
 * stirlingError(z + step) − stirlingError(z), relative to itself, for z ≥ 10 and step ≥ 0.
 */
export function stirlingErrorChange(z: number, step: number): number {
  const log = Math.log1p(step / z);
  const inverse = 1 / z;
  const square = inverse * inverse;
  let power = inverse;
  let sum = 0;
  for (let k = 0; k < SERIES.length; k++) {
    sum += (SERIES[k] ?? 0) * power * Math.expm1(-(2 * k + 1) * log);
    power *= square;
  }
  return sum;
}

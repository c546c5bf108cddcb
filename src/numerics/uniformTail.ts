import { scaledErfc } from "./errorFunction.js";

/** Terms of the expansion; with |slope|·ζ ≤ 0.4 the last are below 1e-16. */
const ORDER = 14;
const INVERSE_ROOT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

/** Working space, overwritten by each call: the kernel allocates nothing. */
const squares: Float64Array = new Float64Array(ORDER + 1);
const stretch: Float64Array = new Float64Array(ORDER + 1);
const factor: Float64Array = new Float64Array(ORDER + 1);

/**
 * The outer tail of a gamma or beta distribution of large shape beyond ζ standardized deviations (ζ ≥ 0),
 * divided by exp(−ζ²/2), where ζ²/2 is the deviance of the point from the mean.
 *
 * In ζ the density is C φ(ζ) f(ζ) with f = ζ/w, and w, the distance from the mean in standard deviations, obeys
 * w w′ = ζ (1 + slope·w − bend·w²), f(0) = 1. Then tail = ½ erfc(ζ/√2) + φ(ζ) S(ζ) with S′ − ζS = 1 − C f, whose
 * Taylor coefficients follow backwards from sₙ₋₁ = C fₙ + (n + 1) sₙ₊₁.
 *
 * @param slope skewness of the law of w: (a − b)/√(ab(a + b)) for beta, ±1/√a for gamma
 * @param bend 1/(a + b) for beta, 0 for gamma
 * @param constant C, the ratio of Γ's to Stirling's formula for them
 * @see Temme (1979), SIAM J. Math. Anal. 10, 757–766, for gamma, and DLMF 8.12, 8.18(ii); one recurrence for both
 */
export function uniformTail(zeta: number, slope: number, bend: number, constant: number): number {
  // w = ζ·stretch(ζ) and squares = stretch², in powers of ζ.
  squares[0] = 1;
  stretch[0] = 1;
  factor[0] = 1;
  for (let n = 1; n <= ORDER; n++) {
    const older = n < 2 ? 0 : (squares[n - 2] ?? 0);
    const square = (2 * (slope * (stretch[n - 1] ?? 0) - bend * older)) / (n + 2);
    squares[n] = square;
    let cross = 0;
    for (let i = 1; i < n; i++) cross += (stretch[i] ?? 0) * (stretch[n - i] ?? 0);
    stretch[n] = (square - cross) / 2;
    let sum = 0;
    for (let i = 1; i <= n; i++) sum -= (stretch[i] ?? 0) * (factor[n - i] ?? 0);
    factor[n] = sum;
  }
  let later = 0;
  let latest = 0;
  let correction = 0;
  for (let n = ORDER; n >= 1; n--) {
    const coefficient = constant * (factor[n] ?? 0) + (n + 1) * latest;
    correction = correction * zeta + coefficient;
    latest = later;
    later = coefficient;
  }
  return scaledErfc(zeta * Math.SQRT1_2) / 2 + INVERSE_ROOT_TWO_PI * correction;
}

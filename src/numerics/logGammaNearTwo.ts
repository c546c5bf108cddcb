/** ζ(k) − 1 for k = 2 … 28 (DLMF 25.2.1; digits by mpmath 1.2.1, `zeta(k) - 1` at 40 digits). */
const ZETA_LESS_ONE: Float64Array = Float64Array.of(
  0.6449340668482264,
  0.2020569031595943,
  0.08232323371113819,
  0.03692775514336993,
  0.01734306198444914,
  0.008349277381922827,
  0.00407735619794434,
  0.0020083928260822143,
  0.0009945751278180853,
  0.0004941886041194645,
  0.0002460865533080483,
  0.00012271334757848915,
  6.124813505870483e-5,
  3.058823630702049e-5,
  1.528225940865187e-5,
  7.637197637899763e-6,
  3.81729326499984e-6,
  1.908212716553939e-6,
  9.539620338727962e-7,
  4.769329867878064e-7,
  2.38450502727733e-7,
  1.1921992596531106e-7,
  5.960818905125948e-8,
  2.980350351465228e-8,
  1.4901554828365043e-8,
  7.45071178983543e-9,
  3.725334024788457e-9,
);

/** 1 − γ (DLMF 5.2.3). */
const ONE_LESS_EULER = 0.42278433509846713;

/**
 * ln Γ(2 + z) for |z| ≤ ½, accurate relative to itself at its root z = 0.
 *
 * @see DLMF 5.7.3
 */
export function logGammaTwoPlus(z: number): number {
  let sum = 0;
  for (let index = ZETA_LESS_ONE.length - 1; index >= 0; index--) {
    sum = (ZETA_LESS_ONE[index] ?? 0) / (index + 2) - z * sum;
  }
  return z * (ONE_LESS_EULER + z * sum);
}

/** ln Γ(1 + z) for 0 ≤ z ≤ 1, accurate relative to itself at its roots 0 and 1. */
export function logGammaOnePlus(z: number): number {
  return z <= 0.5 ? logGammaTwoPlus(z) - Math.log1p(z) : logGammaTwoPlus(z - 1);
}

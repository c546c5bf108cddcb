/** How the extremes are kept from deciding: brought in to the quantiles of a share on either side, or left out. */
export type ExtremesRule = "winsorize" | "truncate";

export interface Dispersion {
  /** Mean square of the z-values that are left. */
  readonly phi: number;
  /** Without anything done to the extremes. */
  readonly phiOfAll: number;
  /** How many are left. */
  readonly kept: number;
  /** The quantiles. */
  readonly lower: number;
  readonly upper: number;
  /** Variance between units, where standard errors are given; 0 where φ is below (k − 1)/k. */
  readonly tauSquared?: number;
}

/**
 * φ = Σ z²/k and, with weights w = 1/s², τ² = (kφ − (k − 1))/(Σw − Σw²/Σw), at least 0.
 *
 * @param share of either side, from 0 and below 1/2
 * @see Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, appendix A.3; DerSimonian & Laird (1986), Controlled
 *   Clinical Trials 7, 177–188, for τ²
 */
export function dispersion(
  z: Float64Array,
  errors: Float64Array | undefined,
  rule: ExtremesRule,
  share: number,
): Dispersion {
  const sorted = z.toSorted();
  const lower = quantileOf(sorted, share);
  const upper = quantileOf(sorted, 1 - share);
  let [all, squares, kept] = [0, 0, 0];
  // Relative to the smallest, no square of an error gets out of range.
  const smallest = errors?.reduce((least, error) => Math.min(least, error), Infinity) ?? 1;
  let [weights, squaredWeights] = [0, 0];
  for (let i = 0; i < z.length; i++) {
    const value = z[i] ?? NaN;
    all += value * value;
    if (rule === "truncate" && (value < lower || value > upper)) continue;
    squares += Math.min(Math.max(value, lower), upper) ** 2;
    kept++;
    const weight = (smallest / (errors?.[i] ?? 1)) ** 2;
    weights += weight;
    squaredWeights += weight * weight;
  }
  const found = { phi: squares / kept, phiOfAll: all / z.length, kept, lower, upper };
  if (errors === undefined) return found;
  const room = weights - squaredWeights / weights;
  const tauSquared = kept < 2 ? 0 : (Math.max(squares - (kept - 1), 0) / room) * smallest * smallest;
  return { ...found, tauSquared };
}

/** The quantile between two order statistics, at (k − 1)p + 1 in order: Hyndman and Fan's seventh definition. */
function quantileOf(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (place - Math.floor(place)) * (above - below);
}

import { meanDifference, type Moments } from "./moments.js";

/** Whose variance is the unit: the mean of both, both pooled, or the reference's. */
export type Denominator = "average" | "pooled" | "reference";

/** A difference in standard deviations with its variance. */
export interface Standardized {
  readonly estimate: number;
  readonly variance: number;
}

/** Shares of the two variances in the square of the unit. */
export type Shares = readonly [first: number, second: number];

/** The shares that a denominator gives the variances. */
export function sharesOf(denominator: Denominator, first: Moments, second: Moments): Shares {
  if (denominator === "average") return [0.5, 0.5];
  if (denominator === "reference") return [0, 1];
  const degrees = first.degrees + second.degrees;
  return [first.degrees / degrees, second.degrees / degrees];
}

/** The square of the unit. */
export function unitSquared([share1, share2]: Shares, first: Moments, second: Moments): number {
  return share1 * first.variance + share2 * second.variance;
}

/**
 * d = (m₁ − m₂)/s for normal values whose variances may differ: with s² = Σ wᵢsᵢ² and fᵢ = nᵢ − 1 its variance is
 * (s₁²/f₁ + s₂²/f₂)/s² + d²(w₁²s₁⁴/f₁ + w₂²s₂⁴/f₂)/(2s⁴).
 *
 * @see Bonett (2008), Psychological Methods 13, 99–109, doi:10.1037/1082-989X.13.2.99
 */
export function bonett(shares: Shares, first: Moments, second: Moments): Standardized {
  const unit = unitSquared(shares, first, second);
  const estimate = meanDifference(first, second) / Math.sqrt(unit);
  const [ratio1, ratio2] = [first.variance / unit, second.variance / unit];
  const ofMeans = ratio1 / first.degrees + ratio2 / second.degrees;
  const ofUnit = ofShare(shares[0], ratio1, first.degrees) + ofShare(shares[1], ratio2, second.degrees);
  return { estimate, variance: ofMeans + (estimate * estimate * ofUnit) / 2 };
}

/** A variance beside one that is next to nothing may be beyond doubles; without a share in the unit it is none of it. */
function ofShare(share: number, ratio: number, degrees: number): number {
  return share === 0 ? 0 : (share * ratio) ** 2 / degrees;
}

/**
 * d for normal values with one variance, s² pooled, times `correction`: its variance is
 * 1/n₁ + 1/n₂ + d²/(2(n₁ + n₂)).
 *
 * @see Hedges & Olkin (1985), Statistical Methods for Meta-Analysis, chapter 5, equation 14
 */
export function hedgesOlkin(
  shares: Shares,
  first: Moments,
  second: Moments,
  correction: number,
): Standardized {
  const unit = unitSquared(shares, first, second);
  const estimate = (correction * meanDifference(first, second)) / Math.sqrt(unit);
  const ofMeans = 1 / first.size + 1 / second.size;
  return { estimate, variance: ofMeans + (estimate * estimate) / (2 * (first.size + second.size)) };
}

/**
 * d = (p₁ − p₂)/s for proportions, s² = Σ wᵢpᵢqᵢ; its variance by the delta method, Σ (∂d/∂pᵢ)² pᵢqᵢ/nᵢ with
 * ∂d/∂pᵢ = ±1/s − d wᵢ(1 − 2pᵢ)/(2s²).
 */
export function ofProportions(shares: Shares, first: Moments, second: Moments): Standardized {
  const unit = unitSquared(shares, first, second);
  const estimate = meanDifference(first, second) / Math.sqrt(unit);
  const slope = (sign: 1 | -1, share: number, { mean }: Moments): number =>
    sign / Math.sqrt(unit) - (estimate * share * (1 - 2 * mean)) / (2 * unit);
  const variance =
    slope(1, shares[0], first) ** 2 * (first.variance / first.size) +
    slope(-1, shares[1], second) ** 2 * (second.variance / second.size);
  return { estimate, variance };
}

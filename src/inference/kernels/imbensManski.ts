import { findRoot, normalCdf, normalQuantile } from "../../numerics/index.js";
import { clip, type Limits } from "./limits.js";
import type { Bounds } from "./partlyKnown.js";

/**
 * How many standard errors beyond the ends of a region an interval must reach to cover the true
 * value, wherever in the region that is: the c with Φ(c + Δ/σ) − Φ(−c) = level, where Δ is the region's
 * width and σ the larger standard error. It falls from the two-sided critical value for a point to the
 * one-sided one for a wide region, since the truth can't be at both ends at once. Never below 0.
 *
 * @see Imbens & Manski (2004), Econometrica 72, 1845–1857, equations (6) and (7)
 */
export function imbensManskiDeviate({ region, errors }: Bounds, level: number): number {
  const width = region.upper - region.lower;
  const twoSided = normalQuantile((1 - level) / 2, "upper");
  if (width === 0) return twoSided;
  const distance = width / Math.max(errors.lower, errors.upper);
  const missed = (c: number): number => normalCdf(c, "upper") + normalCdf(c + distance, "upper");
  const oneSided = Math.max(0, normalQuantile(1 - level, "upper"));
  if (missed(oneSided) <= 1 - level) return oneSided;
  if (missed(twoSided) >= 1 - level) return twoSided;
  return findRoot((c) => missed(c) - (1 - level), oneSided, twoSided);
}

/** The region with that many standard errors beside its ends, cut at −1 and 1. */
export function imbensManskiInterval({ region, errors }: Bounds, level: number): Limits {
  const c = imbensManskiDeviate({ region, errors }, level);
  return clip({ lower: region.lower - c * errors.lower, upper: region.upper + c * errors.upper }, -1, 1);
}

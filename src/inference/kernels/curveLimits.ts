import { clip, type Limits } from "./limits.js";

/** Scales on which the limits of a curve are symmetric about it. */
export type CurveScale = "log-log" | "log" | "plain";

/** All that a probability can be: limits that exclude nothing. */
export const ANY_PROBABILITY: Limits = { lower: 0, upper: 1 };

/**
 * Pointwise limits of a probability p with a standard error, z standard errors away on a scale:
 * `log-log` p^exp(±z se/(p log p)), which stays in (0, 1); `log` p exp(±z se/p); `plain` p ± z se.
 *
 * Where the scale has no such limits (p = 0, for log-log also p = 1, no standard error) they exclude
 * nothing.
 */
export function curveLimits(
  estimate: number,
  standardError: number | null,
  z: number,
  scale: CurveScale,
): Limits {
  if (standardError === null || estimate <= 0 || (scale === "log-log" && estimate >= 1)) {
    return ANY_PROBABILITY;
  }
  return clip(LIMITS[scale](estimate, z * standardError), 0, 1);
}

const LIMITS: Readonly<Record<CurveScale, (p: number, distance: number) => Limits>> = {
  "log-log": (p, distance) => {
    const factor = Math.exp(distance / p / Math.log(p)); // below 1, since the logarithm is negative
    return { lower: p ** (1 / factor), upper: p ** factor };
  },
  "log": (p, distance) => ({ lower: p * Math.exp(-distance / p), upper: p * Math.exp(distance / p) }),
  "plain": (p, distance) => ({ lower: p - distance, upper: p + distance }),
};

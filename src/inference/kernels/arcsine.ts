import { clamp, type Limits } from "./limits.js";

/**
 * Limits on the variance-stabilizing scale: sin²(arcsin √p̂ ± z/(2√n)), the angles kept in [0, π/2].
 *
 * @see Brown, Cai & DasGupta (2001), Statistical Science 16, 101–133, section 4.2, there with 3/8 added
 */
export function arcsine(x: number, n: number, z: number): Limits {
  const angle = Math.atan2(Math.sqrt(x), Math.sqrt(n - x));
  const half = z / (2 * Math.sqrt(n));
  return {
    lower: Math.sin(withinQuarter(angle - half)) ** 2,
    upper: Math.sin(withinQuarter(angle + half)) ** 2,
  };
}

function withinQuarter(angle: number): number {
  return clamp(angle, 0, Math.PI / 2);
}

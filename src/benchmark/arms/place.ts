import { proportion, type Count, type Interval } from "../../inference/index.js";
import { rateAt, shiftAt, type Mix } from "./caseMix.js";
import type { Bounded } from "../types.js";

/** A number of the cluster with its limits, as log odds above the cluster's rates by group. */
export interface Shifts {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * How far a unit lies above the cluster's rates of its own mix, in log odds: the shifts at which the mix
 * has the unit's rate and the two limits of Wilson's interval for it.
 */
export function shiftsOf(count: Count, mix: Mix, level: number): Shifts {
  const { estimate, interval } = proportion(count, { method: "wilson", level });
  return {
    estimate: shiftAt(mix, estimate ?? NaN),
    lower: shiftAt(mix, interval.lower),
    upper: shiftAt(mix, interval.upper),
  };
}

/**
 * Observed over expected, everything carried that is uncertain: the unit's own chance, the cluster's mean and
 * the spread between municipalities beyond chance.
 *
 * Expected is what a typical municipality of the cluster (shift μ) would have with the unit's case mix. The
 * unit's shift s less μ has limits by squaring and adding the distances to the limits of both,
 * s − μ − √((s − s_L)² + (m_U − μ)²) and s − μ + √((s_U − s)² + (μ − m_L)²), m_L and m_U being the limits of the
 * cluster's prediction interval; each is turned into a ratio of rates of the unit's mix. Where the unit has no
 * success at all, or nothing else, the distances can't be squared and are added, which is wider.
 *
 * @see Zou & Donner (2008), Stat. Med. 27, 1693–1702, doi:10.1002/sim.3095
 */
export function ratioToTypical(unit: Shifts, typical: Shifts, mix: Mix, level: number): Bounded {
  const expected = rateAt(mix, typical.estimate);
  const ratio = (above: number): number => rateAt(mix, typical.estimate + above) / expected;
  const interval: Interval = {
    lower: ratio(difference(unit.estimate, unit.lower, typical.estimate, typical.upper)),
    upper: ratio(difference(unit.estimate, unit.upper, typical.estimate, typical.lower)),
    level,
    sides: 2,
    method: "square-and-add",
  };
  return { estimate: ratio(unit.estimate - typical.estimate), interval };
}

/** The limit of a − b on the side of a's limit, b's being the one on the other side. */
function difference(a: number, limitOfA: number, b: number, limitOfB: number): number {
  if (!Number.isFinite(limitOfA)) return limitOfA;
  if (!Number.isFinite(a)) return limitOfA - limitOfB;
  const side = Math.sign(limitOfA - a);
  return a - b + side * Math.hypot(limitOfA - a, limitOfB - b);
}

/** A unit's rate as it would be with the case mix of the cluster, with the limits of its own chance. */
export function adjustedRate(unit: Shifts, standard: Mix, level: number): Bounded {
  return {
    estimate: rateAt(standard, unit.estimate),
    interval: {
      lower: rateAt(standard, unit.lower),
      upper: rateAt(standard, unit.upper),
      level,
      sides: 2,
      method: "wilson",
    },
  };
}

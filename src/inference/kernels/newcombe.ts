import { findRoot } from "../../numerics/index.js";
import { isUpper, type Deviates } from "./deviates.js";
import { clamp } from "./limits.js";
import { differenceOf, type Table } from "./table.js";
import { wilsonCorrectedDistance, wilsonDistance, type Distance } from "./wilson.js";

/** Beyond it no double has a tail probability above 0, and the limits no longer move. */
const FARTHEST = 2 ** 60;

/**
 * Newcombe's hybrid score method for a difference: the distances of Wilson's limits, squared and
 * added, L = d − √((p̂₁ − l₁)² + (u₂ − p̂₂)²) and U = d + √((u₁ − p̂₁)² + (p̂₂ − l₂)²).
 *
 * It has no test of its own: the deviate of a value is the z whose limit meets it.
 *
 * @see Newcombe (1998), Statistics in Medicine 17, 873–890, method 10
 */
export function newcombe(table: Table): Deviates {
  return ofWilson(table, wilsonDistance);
}

/** The same from Wilson's limits with continuity correction, method 11. */
export function newcombeCorrected(table: Table): Deviates {
  return ofWilson(table, wilsonCorrectedDistance);
}

/** The upper limit of x of n lies as far above as the lower limit of n − x lies below. */
function ofWilson(table: Table, distance: Distance): Deviates {
  const { x1, n1, x2, n2 } = table;
  return squareAndAdd(
    differenceOf(table),
    (z) => root(distance(x1, n1, z), distance(n2 - x2, n2, z)),
    (z) => root(distance(n1 - x1, n1, z), distance(x2, n2, z)),
  );
}

/** The limits of a difference from how far they lie below and above it; both reaches rise with z from 0. */
export function squareAndAdd(
  estimate: number,
  below: (z: number) => number,
  above: (z: number) => number,
): Deviates {
  return {
    limit: (z) => clamp(isUpper(z) ? estimate + above(-z) : estimate - below(z), -1, 1),
    deviate: (value) =>
      value <= estimate ? reaching(estimate - value, below) : -reaching(value - estimate, above),
  };
}

/** Secant steps that a reach may take: it is nearly straight, and four or five do. */
const MOST_SECANTS = 8;
/** A step this much smaller than z leaves an error below the last digit: each is far smaller than the one before. */
const SMALL_STEP = 2 ** -40;

/** The z at which a rising reach comes to a distance; infinite if it never does. */
function reaching(distance: number, reach: (z: number) => number): number {
  if (reach(0) >= distance) return 0;
  const atOne = reach(1);
  let before = 1;
  let missedBefore = atOne - distance;
  // A straight line through the reach at 1 meets the distance near by.
  let z = distance / atOne;
  for (let step = 0; step < MOST_SECANTS && z > 0; step++) {
    const missed = reach(z) - distance;
    if (missed === 0) return z;
    const next = z - (missed * (z - before)) / (missed - missedBefore);
    if (Math.abs(next - z) <= SMALL_STEP * z) return next;
    before = z;
    missedBefore = missed;
    z = next;
  }
  return searched(distance, reach, distance / atOne);
}

/** The same for a reach that bends: sought between two points, the upper moved out as far as it takes. */
function searched(distance: number, reach: (z: number) => number, start: number): number {
  let lower = 0;
  let upper = Math.min(FARTHEST, start);
  for (let growth = 1.25; reach(upper) < distance; growth *= growth) {
    if (upper === FARTHEST) return Infinity;
    lower = upper;
    upper = Math.min(FARTHEST, upper * growth);
  }
  return findRoot((z) => reach(z) - distance, lower, upper);
}

/** √(a² + b²), as Newcombe puts the two groups' distances together. */
export function root(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}

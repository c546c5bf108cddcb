import { findRoot } from "../../numerics/index.js";
import { isUpper, type Deviates } from "./deviates.js";
import { clamp } from "./limits.js";
import { differenceOf, type Table } from "./table.js";
import { wilsonCorrectedDistances, wilsonDistances, type Distances } from "./wilson.js";

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
  return ofWilson(table, wilsonDistances);
}

/** The same from Wilson's limits with continuity correction, method 11. */
export function newcombeCorrected(table: Table): Deviates {
  return ofWilson(table, wilsonCorrectedDistances);
}

function ofWilson(
  { x1, n1, x2, n2 }: Table,
  distances: (x: number, n: number, z: number) => Distances,
): Deviates {
  return squareAndAdd(
    differenceOf({ x1, n1, x2, n2 }),
    (z) => distances(x1, n1, z),
    (z) => distances(x2, n2, z),
  );
}

/** The limits of a difference from how far those of its two parts lie from them. */
export function squareAndAdd(
  estimate: number,
  first: (z: number) => Distances,
  second: (z: number) => Distances,
): Deviates {
  const below = (z: number): number => root(first(z).below, second(z).above);
  const above = (z: number): number => root(first(z).above, second(z).below);
  return {
    limit: (z) => clamp(isUpper(z) ? estimate + above(-z) : estimate - below(z), -1, 1),
    deviate: (value) =>
      value <= estimate ? reaching(estimate - value, below) : -reaching(value - estimate, above),
  };
}

/** The z at which a rising reach comes to a distance; infinite if it never does. */
function reaching(distance: number, reach: (z: number) => number): number {
  if (reach(0) >= distance) return 0;
  // Reaches bend down: a straight line through that at 1 meets the distance near by.
  let lower = 0;
  let upper = Math.min(FARTHEST, distance / reach(1));
  for (let growth = 1.25; reach(upper) < distance; growth *= growth) {
    if (upper === FARTHEST) return Infinity;
    lower = upper;
    upper = Math.min(FARTHEST, upper * growth);
  }
  return findRoot((z) => reach(z) - distance, lower, upper);
}

function root(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}

import type { Limits } from "./limits.js";

/**
 * The numbers t with at² − 2bt + c ≤ 0, as the pieces of the line they make up: one interval, two
 * rays, the whole line, or none.
 *
 * @param discriminant b² − ac, for callers who know it without the digits that the difference loses
 */
export function quadraticSet(
  a: number,
  b: number,
  c: number,
  discriminant: number = b * b - a * c,
): readonly Limits[] {
  if (a === 0) return linearSet(b, c);
  if (discriminant < 0) return a > 0 ? [] : [{ lower: -Infinity, upper: Infinity }];
  // The root of greater size first, and the other from the product of both: neither cancels.
  const further = b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant);
  const [one, other] = [further / a, further === 0 ? 0 : c / further];
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  if (a > 0) return [{ lower: low, upper: high }];
  return [
    { lower: -Infinity, upper: low },
    { lower: high, upper: Infinity },
  ];
}

/** −2bt + c ≤ 0. */
function linearSet(b: number, c: number): readonly Limits[] {
  if (b === 0) return c <= 0 ? [{ lower: -Infinity, upper: Infinity }] : [];
  const end = c / (2 * b);
  return [b > 0 ? { lower: end, upper: Infinity } : { lower: -Infinity, upper: end }];
}

import type { Limits } from "./limits.js";
import { quadraticSet } from "./quadraticSet.js";

/** A difference of products this much smaller than they are is 0 but for rounding. */
const ROUNDING = 1e-12;

/** Two estimates, numerator and denominator, with their standard errors and correlation; not all of the second is 0. */
export interface Ratio {
  readonly values: readonly [number, number];
  readonly errors: readonly [number, number];
  readonly correlation: number;
}

/**
 * The ratios ρ of two means that q standard errors of a − ρb don't exclude, (a − ρb)² ≤ q²(σ_a² − 2ρrσ_aσ_b +
 * ρ²σ_b²), as the pieces of the line they make up: one interval, two rays, a ray, or the whole line.
 *
 * Both sides are a quadratic Aρ² − 2Bρ + C ≤ 0 with A = b² − q²σ_b², B = ab − q²rσ_aσ_b and C = a² − q²σ_a². Its
 * discriminant B² − AC is q²((aσ_b − rbσ_a)² + (1 − r²)σ_a²A), and the same with a and b exchanged: a sum of
 * what isn't negative wherever A or C isn't, so that narrow sets keep their digits.
 *
 * @see Fieller (1954), Journal of the Royal Statistical Society B 16, 175–185, doi:10.1111/j.2517-6161.1954.tb00159.x
 */
export function fiellerSet({ values, errors, correlation }: Ratio, q: number): readonly Limits[] {
  // In units of its own size neither estimate overflows when it is squared.
  const [unit, other] = [
    Math.max(Math.abs(values[0]), errors[0]) || 1,
    Math.max(Math.abs(values[1]), errors[1]),
  ];
  const [a, b] = [values[0] / unit, values[1] / other];
  const [s, t] = [errors[0] / unit, errors[1] / other];
  const square = (b - q * t) * (b + q * t);
  const constant = (a - q * s) * (a + q * s);
  const free = (1 - correlation) * (1 + correlation);
  const inner =
    square >= 0
      ? difference(a * t, correlation * b * s) ** 2 + free * s * s * square
      : difference(b * s, correlation * a * t) ** 2 + free * t * t * constant;
  const pieces = quadraticSet(square, a * b - q * q * correlation * s * t, constant, q * q * inner);
  const scale = unit / other;
  const scaled = (end: number): number => (end === 0 || !Number.isFinite(end) ? end : end * scale);
  return joined(pieces).map(({ lower, upper }) => ({ lower: scaled(lower), upper: scaled(upper) }));
}

function difference(one: number, other: number): number {
  const found = one - other;
  return Math.abs(found) <= ROUNDING * (Math.abs(one) + Math.abs(other)) ? 0 : found;
}

/** Two rays that meet are the whole line. */
function joined(pieces: readonly Limits[]): readonly Limits[] {
  const [first, second] = pieces;
  if (first === undefined || second === undefined || first.upper < second.lower) return pieces;
  return [{ lower: -Infinity, upper: Infinity }];
}

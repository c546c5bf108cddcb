import { deviance } from "../../numerics/index.js";

// Sums over r = 0 … m − 1 of functions of a + rθ, with a > 0 and θ > 0: the likelihood of a beta-binomial
// count, and its derivatives. They are differences of gamma functions of a/θ, but lose all digits as such where θ is
// small. Here they are Euler and Maclaurin's sums: the integral, half the difference of the ends, and a series in
// w = θ/a, whose integral is written so that nothing cancels. Terms with w above 1/16 are added one by one first.

const LARGEST_STEP = 1 / 16;

/** Terms added one by one, and where the rest begins. */
interface Start {
  readonly first: number;
  readonly a: number;
}

function startOf(a: number, theta: number, m: number): Start {
  const first = theta <= a * LARGEST_STEP ? 0 : Math.min(m, Math.ceil(1 / LARGEST_STEP - a / theta));
  return { first, a: a + first * theta };
}

/** Σ ln(a + rθ). */
export function risingLog(from: number, theta: number, m: number): number {
  const { first, a } = startOf(from, theta, m);
  let sum = 0;
  for (let r = 0; r < first; r++) sum += Math.log(from + r * theta);
  const rest = m - first;
  if (rest === 0) return sum;
  const u = (rest * theta) / a;
  const integral = rest * Math.log(a) + (a / theta) * deviance(u, 1);
  return sum + integral - Math.log1p(u) / 2 + logSeries(theta / (a * (1 + u))) - logSeries(theta / a);
}

/** Σ 1/(a + rθ). */
export function risingInverse(from: number, theta: number, m: number): number {
  const { first, a } = startOf(from, theta, m);
  let sum = 0;
  for (let r = 0; r < first; r++) sum += 1 / (from + r * theta);
  const rest = m - first;
  if (rest === 0) return sum;
  return sum + Math.log1p((rest * theta) / a) / theta + correction(a, rest * theta, theta);
}

/** Σ r/(a + rθ). */
export function risingRamp(from: number, theta: number, m: number): number {
  const { first, a } = startOf(from, theta, m);
  let sum = 0;
  for (let r = 1; r < first; r++) sum += r / (from + r * theta);
  const rest = m - first;
  if (rest === 0) return sum;
  const u = (rest * theta) / a;
  const change = correction(a, rest * theta, theta);
  // With r = first + s: Σ first/(a + sθ) + Σ s/(a + sθ), the latter being (rest − a Σ 1/(a + sθ))/θ.
  const ones = Math.log1p(u) / theta + change;
  return sum + first * ones + (a / theta) * (deviance(-u, 1 + u) / theta - change);
}

/** What Euler and Maclaurin add to the integral of 1/(a + sθ), from a on over a span. */
function correction(a: number, span: number, theta: number): number {
  const b = a + span;
  // (1/a − 1/b)/2, where b may be next to a.
  return span / (2 * a * b) + inverseSeries(theta / a) / a - inverseSeries(theta / b) / b;
}

function inverseSeries(w: number): number {
  const square = w * w;
  return w * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))));
}

function logSeries(w: number): number {
  const square = w * w;
  return w * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
}

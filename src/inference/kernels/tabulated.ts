import { normalCdf } from "../../numerics/index.js";

/**
 * A distribution as a table to draw from: values with the probability up to each, and for each of `GUIDES` equal parts
 * of probability the value where it begins. Between two values the distribution is taken as uniform.
 */
export interface Tabulated {
  readonly values: Float64Array;
  readonly cumulative: Float64Array;
  readonly guide: Uint16Array;
}

const POINTS = 1024;
const GUIDE_BITS = 10;
/** Nats below the mode, where nothing is left to draw. */
const NEGLIGIBLE = 25;
/** Standard errors to either side of a mean. */
const FARTHEST = 8;

/**
 * The beta distribution, tabulated in its log odds y, where its density e^{αy}/(1 + e^y)^{α+β} is bounded and smooth for
 * every α and β; the points lie closest around the mode, and ever wider in long tails.
 *
 * @param scale what the values are: probabilities, or log odds, which tell the smallest of them from each other
 */
export function tabulatedBeta(alpha: number, beta: number, scale: "probability" | "log-odds"): Tabulated {
  const mode = Math.log(alpha / beta);
  const width = Math.sqrt((alpha + beta) / alpha / beta);
  const logDensity = (y: number): number => alpha * y - (alpha + beta) * logOnePlusExp(y);
  const top = logDensity(mode);
  const reach = (side: 1 | -1): number => {
    let steps = 1;
    while (logDensity(mode + side * width * Math.sinh(steps)) > top - NEGLIGIBLE) steps += 0.25;
    return steps;
  };
  const [left, right] = [reach(-1), reach(1)];
  const step = (left + right) / (POINTS - 1);
  const values = new Float64Array(POINTS);
  const weights = new Float64Array(POINTS);
  for (let i = 0; i < POINTS; i++) {
    const stretch = Math.exp(i * step - left);
    const y = mode + (width * (stretch - 1 / stretch)) / 2;
    const odds = Math.exp(-Math.abs(y));
    values[i] = scale === "log-odds" ? y : (y > 0 ? 1 : odds) / (1 + odds);
    // The density in t: that in y, times dy/dt = width · cosh t.
    const log = alpha * y - (alpha + beta) * (Math.max(y, 0) + Math.log1p(odds));
    weights[i] = Math.exp(log - top) * (stretch + 1 / stretch);
  }
  // Trapezoids; nothing is left at the ends.
  const cumulative = new Float64Array(POINTS);
  let sum = 0;
  for (let i = 1; i < POINTS; i++) cumulative[i] = sum += (weights[i - 1] ?? 0) + (weights[i] ?? 0);
  for (let i = 1; i < POINTS; i++) cumulative[i] = (cumulative[i] ?? 0) / sum;
  return { values, cumulative, guide: guideOf(cumulative) };
}

let standardNormal: Tabulated | undefined;

/** The normal distribution with a mean and a standard error. */
export function tabulatedNormal(mean: number, error: number): Tabulated {
  standardNormal ??= tabulatedStandardNormal();
  return { ...standardNormal, values: standardNormal.values.map((z) => mean + error * z) };
}

function tabulatedStandardNormal(): Tabulated {
  const values = new Float64Array(POINTS);
  const cumulative = new Float64Array(POINTS);
  for (let i = 0; i < POINTS; i++) {
    const z = FARTHEST * ((2 * i) / (POINTS - 1) - 1);
    values[i] = z;
    cumulative[i] = normalCdf(z, "lower");
  }
  cumulative[0] = 0;
  cumulative[POINTS - 1] = 1;
  return { values, cumulative, guide: guideOf(cumulative) };
}

function guideOf(cumulative: Float64Array): Uint16Array {
  const guide = new Uint16Array(2 ** GUIDE_BITS);
  let at = 0;
  for (let part = 0; part < guide.length; part++) {
    while ((cumulative[at + 1] ?? 1) < part / guide.length) at++;
    guide[part] = at;
  }
  return guide;
}

/** A draw by a random 32-bit word: the value up to which the probability is the word's part of all words. */
export function drawnFrom({ values, cumulative, guide }: Tabulated, word: number): number {
  const u = (word + 0.5) / 2 ** 32;
  let at = guide[word >>> (32 - GUIDE_BITS)] ?? 0;
  while ((cumulative[at + 1] ?? 1) < u) at++;
  const below = cumulative[at] ?? 0;
  const from = values[at] ?? NaN;
  return from + ((u - below) / ((cumulative[at + 1] ?? 1) - below)) * ((values[at + 1] ?? NaN) - from);
}

function logOnePlusExp(y: number): number {
  return Math.max(y, 0) + Math.log1p(Math.exp(-Math.abs(y)));
}

import { findRoot, normalCdf, type Tail } from "../../numerics/index.js";
import { LARGEST_TAU, profileAt, type BinomialNormalFit } from "./binomialNormal.js";
import type { Limits } from "./limits.js";
import type { Binomial } from "./logisticNormal.js";

/** Values of τ that the distribution is mixed from. */
const POINTS = 48;
/** A logarithm of a weight that is so much lower than the highest is next to none. */
const NOTHING = 40;

/**
 * Between which logits a further one lies, with τ as uncertain as its restricted likelihood leaves it.
 *
 * The likeliest τ alone is mostly too small and often 0, and its interval far too narrow. Here each τ counts by
 * L(μ̂(τ), τ)/√I(τ), the likelihood with μ integrated out (Laplace), I being the information of μ: a further logit is a
 * mixture of N(μ̂(τ), τ² + 1/I(τ)) with these weights, the same for every stretch of τ of the same length.
 *
 * @param counts three or more: of two the weights have no finite sum
 */
export function predictiveLimits(
  counts: readonly Binomial[],
  { mean, tau, meanError }: BinomialNormalFit,
  level: number,
): Limits {
  // τ = scale · t/(1 − t): as many points below the scale as above.
  const scale = tau + (meanError * Math.sqrt(counts.length)) / 2;
  let [from, highest] = [mean, -Infinity];
  const parts: { center: number; deviation: number; log: number }[] = [];
  for (let i = 0; i < POINTS; i++) {
    const t = (i + 0.5) / POINTS;
    const each = (scale * t) / (1 - t);
    if (each > LARGEST_TAU) break;
    const { mean: center, at } = profileAt(counts, each, from);
    const information = -at.byMeanTwice;
    const log = at.logLikelihood - Math.log(information) / 2 - 2 * Math.log(1 - t);
    if (each > tau && log < highest - NOTHING) break;
    [from, highest] = [center, Math.max(highest, log)];
    parts.push({ center, deviation: Math.sqrt(each * each + 1 / information), log });
  }
  const total = parts.reduce((sum, { log }) => sum + Math.exp(log - highest), 0);
  const widest = parts.reduce((most, { deviation }) => Math.max(most, deviation), 0);
  const beyond = (side: Tail): number =>
    findRoot(
      (logit) =>
        parts.reduce(
          (sum, { center, deviation, log }) =>
            sum + (Math.exp(log - highest) / total) * normalCdf((logit - center) / deviation, side),
          (level - 1) / 2,
        ),
      mean - FAR * widest,
      mean + FAR * widest,
      { tolerance: 1e-12 },
    );
  return { lower: beyond("lower"), upper: beyond("upper") };
}

/** Standard deviations of the widest part beyond which nothing lies. */
const FAR = 60;

import { isUpper } from "./deviates.js";
import { logLowerLimit } from "./logLowerLimit.js";
import { commonDifference, mantelHaenszelRatio, type CommonEffect } from "./mantelHaenszel.js";
import { scoreDeviate, scoreRoot, unbiased, type Score } from "./score.js";
import { differenceScore } from "./scoreDifference.js";
import { ratioScore } from "./scoreRatio.js";
import { swapped, type Table } from "./table.js";

/** What enlarges the variance of a stratum of some size: N/(N − 1) or, as Mee has it, 1. */
export type Enlargement = (total: number) => number;

/**
 * Miettinen and Nurminen's score of a difference over strata: Σ w(d − δ)/√(Σ w²V(δ)), each stratum's
 * variance at its own most likely proportions whose difference is δ. The weights are n₁n₂/N, so that
 * the estimate is Mantel and Haenszel's and the square of the score at 0 is their statistic.
 *
 * @see Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226, whose own weights hang on the data
 */
export function stratifiedScoreDifference(
  strata: readonly Table[],
  enlargement: Enlargement = unbiased,
): CommonEffect {
  const back = strata.map(swapped);
  return {
    estimate: commonDifference(strata).estimate,
    deviates: {
      deviate: (value) => scoreDeviate(commonScore(strata, enlargement)(value)),
      limit: (z) =>
        isUpper(z) ? -lowerDifference(back, enlargement, -z) : lowerDifference(strata, enlargement, z),
    },
  };
}

/** The same of a ratio: Σ w(p̂₁ − θp̂₂)/√(Σ w²V(θ)). */
export function stratifiedScoreRatio(
  strata: readonly Table[],
  enlargement: Enlargement = unbiased,
): CommonEffect {
  const back = strata.map(swapped);
  return {
    estimate: mantelHaenszelRatio(strata).estimate,
    deviates: {
      deviate: (value) => scoreDeviate(sumOfScores(ratioScore, strata, enlargement, value)),
      limit: (z) => (isUpper(z) ? 1 / lowerRatio(back, enlargement, -z) : lowerRatio(strata, enlargement, z)),
    },
  };
}

function lowerDifference(strata: readonly Table[], enlargement: Enlargement, z: number): number {
  const { estimate } = commonDifference(strata);
  if (z === 0 || estimate === -1) return estimate;
  return scoreRoot(commonScore(strata, enlargement), z, -1, estimate);
}

function lowerRatio(strata: readonly Table[], enlargement: Enlargement, z: number): number {
  if (strata.every(({ x1 }) => x1 === 0)) return 0;
  return logLowerLimit((value) => sumOfScores(ratioScore, strata, enlargement, value), z);
}

/** The deviation is taken from the common estimate, at which it is 0 without rounding. */
function commonScore(strata: readonly Table[], enlargement: Enlargement): (value: number) => Score {
  const { estimate, weight } = commonDifference(strata);
  return (value) => ({
    deviation: weight * (estimate - value),
    variance: sumOfScores(differenceScore, strata, enlargement, value).variance,
  });
}

/** Weighted scores of the strata, summed, with the variance of the sum. */
function sumOfScores(
  scoreAt: (table: Table, factor: number, value: number) => Score,
  strata: readonly Table[],
  enlargement: Enlargement,
  value: number,
): Score {
  let deviation = 0;
  let variance = 0;
  for (const table of strata) {
    const total = table.n1 + table.n2;
    const weight = (table.n1 * table.n2) / total;
    const own = scoreAt(table, enlargement(total), value);
    deviation += weight * own.deviation;
    variance += weight * weight * own.variance;
  }
  return { deviation, variance };
}

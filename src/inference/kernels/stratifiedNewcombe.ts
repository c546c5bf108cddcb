import { commonDifference, type CommonEffect } from "./mantelHaenszel.js";
import { root, squareAndAdd } from "./newcombe.js";
import type { Table } from "./table.js";
import { wilson } from "./wilson.js";

/**
 * Newcombe's method over strata: with L and U the Wilson limits of a group's strata, weighted by
 * n₁n₂/N as the Mantel-Haenszel difference is, the group reaches z √(λL(1 − L)) down and
 * z √(λU(1 − U)) up, where λ = Σ w²/n; the two groups' reaches are squared and added. In one stratum
 * that is the distance of Wilson's limits itself.
 *
 * A sum of limits at z would lie too far out, so the strata's limits are taken at
 * z' = z √(Σ w²v)/Σ(w√v) with v = p̂q̂/n, which makes their sum Wald's of the weighted proportion in
 * large strata. Where hardly any stratum varies, z' comes near z, and the limits lie too far out.
 *
 * @see Yan & Su (2010), Statistics in Biopharmaceutical Research 2, 329–335
 */
export function stratifiedNewcombe(strata: readonly Table[]): CommonEffect {
  const { estimate, weight } = commonDifference(strata);
  const weights = strata.map(({ n1, n2 }) => (n1 * n2) / (n1 + n2) / weight);
  const group = (countsOf: (table: Table) => Proportion): ((z: number) => Distances) =>
    weightedDistances(strata.map(countsOf), weights);
  const first = group(({ x1, n1 }) => ({ x: x1, n: n1 }));
  const second = group(({ x2, n2 }) => ({ x: x2, n: n2 }));
  const deviates = squareAndAdd(
    estimate,
    (z) => root(first(z).below, second(z).above),
    (z) => root(first(z).above, second(z).below),
  );
  return { estimate, deviates };
}

/** How far the limits lie below and above the observed proportion. */
interface Distances {
  readonly below: number;
  readonly above: number;
}

interface Proportion {
  readonly x: number;
  readonly n: number;
}

function weightedDistances(
  strata: readonly Proportion[],
  weights: readonly number[],
): (z: number) => Distances {
  const overStrata = (term: (x: number, n: number, weight: number) => number): number =>
    strata.reduce((sum, { x, n }, k) => sum + term(x, n, weights[k] ?? 0), 0);
  const lambda = overStrata((_, n, weight) => (weight * weight) / n);
  // Where no stratum varies, z' is that of one small proportion in all of them.
  const varies = strata.some(({ x, n }) => x > 0 && x < n);
  const error = (x: number, n: number, weight: number): number =>
    weight * Math.sqrt(varies ? ((x / n) * ((n - x) / n)) / n : 1 / n);
  const reduction = Math.sqrt(overStrata((x, n, weight) => error(x, n, weight) ** 2)) / overStrata(error);
  return (z) => {
    // The limits of those without the event give 1 − U and 1 − L without cancellation.
    const sum = { lower: 0, upper: 0, restLower: 0, restUpper: 0 };
    strata.forEach(({ x, n }, k) => {
      const weight = weights[k] ?? 0;
      const limits = wilson(x, n, z * reduction);
      const rest = wilson(n - x, n, z * reduction);
      sum.lower += weight * limits.lower;
      sum.upper += weight * limits.upper;
      sum.restLower += weight * rest.lower;
      sum.restUpper += weight * rest.upper;
    });
    return {
      below: z * Math.sqrt(lambda * sum.lower * sum.restUpper),
      above: z * Math.sqrt(lambda * sum.restLower * sum.upper),
    };
  };
}

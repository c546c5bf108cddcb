import { mean } from "d3-array";
import { fieller, type Estimate } from "../inference/index.js";

/** Variances and covariance of mean cost and mean effect, as `fieller` takes them. */
export type Covariance = readonly [readonly [number, number], readonly [number, number]];

/** Costs and effects of one arm's citizens, in the same order. */
export interface ArmValues {
  readonly cost: readonly number[];
  readonly effect: readonly number[];
}

/** S/n of one arm's costs and effects, with divisor n − 1 in S; 0 where there are fewer than two citizens. */
export function covarianceOfMeans({ cost, effect }: ArmValues): Covariance {
  const n = cost.length;
  if (n < 2)
    return [
      [0, 0],
      [0, 0],
    ];
  const covariance = (first: readonly number[], second: readonly number[]): number => {
    const [a, b] = [mean(first) ?? 0, mean(second) ?? 0];
    const products = first.map((value, index) => (value - a) * ((second[index] ?? 0) - b));
    return products.reduce((total, product) => total + product, 0) / (n - 1) / n;
  };
  const both = covariance(cost, effect);
  return [
    [covariance(cost, cost), both],
    [both, covariance(effect, effect)],
  ];
}

/**
 * Cost per effect with Fieller's interval; null where nothing is known of its error: of fewer than two citizens, where
 * neither varies, or where there are no successes (no difference in them) and never could be any by these figures.
 */
export function costPerEffect(
  {
    cost,
    effect,
    covariance,
  }: { readonly cost: number; readonly effect: number; readonly covariance: Covariance },
  degreesOfFreedom: number,
  level: number,
): Estimate | null {
  const [[costs], [, effects]] = covariance;
  if (degreesOfFreedom < 1 || (costs === 0 && effects === 0) || (effect === 0 && effects === 0)) return null;
  return fieller({ numerator: cost, denominator: effect, covariance, degreesOfFreedom }, { level });
}

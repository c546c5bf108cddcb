import { mean } from "d3-array";
import { fieller, type Estimate } from "../inference/index.js";
import type { ArmValues } from "./costBlocks.js";

/** Variances and covariance of mean cost and mean effect, as `fieller` takes them. */
export type Covariance = readonly [readonly [number, number], readonly [number, number]];

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

/** The covariance of the differences between two independent arms. */
export function covarianceOfDifferences(comparator: ArmValues, reference: ArmValues): Covariance {
  const [[a, b], [, c]] = covarianceOfMeans(comparator);
  const [[x, y], [, z]] = covarianceOfMeans(reference);
  return [
    [a + x, b + y],
    [b + y, c + z],
  ];
}

/**
 * Cost per effect with Fieller's interval; null where neither varies, as among citizens who cost the same and of
 * whom nobody succeeded: the figures know of no error then, and an interval would have no width.
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
  if (costs === 0 && effects === 0) return null;
  const ratio = { numerator: cost, denominator: effect, covariance };
  return fieller(degreesOfFreedom < 1 ? ratio : { ...ratio, degreesOfFreedom }, { level });
}

import { groups, mean, sum } from "d3-array";
import type { Costed } from "./costSample.js";

/** Costs and effects of one arm's citizens, in the same order. */
export interface ArmValues {
  readonly cost: readonly number[];
  readonly effect: readonly number[];
}

/** Two arms' values as if the draw had had a single block. */
export interface Unblocked {
  readonly comparator: ArmValues;
  readonly reference: ArmValues;
  /** Of the error: citizens − blocks − 1. */
  readonly degreesOfFreedom: number;
}

/**
 * Takes the differences between the blocks of the draw out of costs and effects, so that methods for two simple
 * samples do justice to the draw.
 *
 * In blocks b with n₁ and n₀ citizens of the two arms, d = Σ w_b (ȳ₁b − ȳ₀b) / Σ w_b with w_b = n₁n₀/(n₁ + n₀) is
 * the Mantel-Haenszel difference (least squares with an intercept for each block). It is a sum Σ aᵢyᵢ, and its
 * robust variance Σ aᵢ²rᵢ² of the residuals r. Each citizen's value becomes the arm's mean + |aᵢ| n rᵢ k, n
 * the arm's citizens: the means of these values differ by d, and their variance is the robust one of d,
 * k² = (N − 2)/(N − B − 1) for the B blocks' means that were estimated. One block leaves values as they are.
 *
 * Blocks with one arm only tell nothing of a difference and are left out.
 */
export function withoutBlocks(citizens: readonly Costed[], comparator: string): Unblocked {
  const shared = groups(citizens, ({ block }) => block)
    .map(([, members]) => members)
    .filter((members) => new Set(members.map(({ arm }) => arm)).size === 2);
  const all = shared.flat();
  const number = all.filter(({ arm }) => arm === comparator).length;
  const degreesOfFreedom = all.length - shared.length - 1;
  const inflation = Math.sqrt((all.length - 2) / Math.max(1, degreesOfFreedom));
  const spread = sum(shared, (members) => weightOf(members, comparator));
  const scales = shared.flatMap((members) => {
    const share = members.filter(({ arm }) => arm === comparator).length / members.length;
    return members.map(({ arm }) =>
      arm === comparator
        ? ((1 - share) / spread) * number * inflation
        : (share / spread) * (all.length - number) * inflation,
    );
  });
  const cost = adjusted(shared, comparator, scales, (each) => each.cost);
  const effect = adjusted(shared, comparator, scales, (each) => each.effect);
  const pick = (inside: boolean): ArmValues => {
    const own = (_: number, index: number): boolean => (all[index]?.arm === comparator) === inside;
    return { cost: cost.filter(own), effect: effect.filter(own) };
  };
  return { comparator: pick(true), reference: pick(false), degreesOfFreedom };
}

/** n₁n₀/(n₁ + n₀) */
function weightOf(members: readonly Costed[], comparator: string): number {
  const number = members.filter(({ arm }) => arm === comparator).length;
  return (number * (members.length - number)) / members.length;
}

function adjusted(
  blocks: readonly (readonly Costed[])[],
  comparator: string,
  scales: readonly number[],
  valueOf: (citizen: Costed) => number,
): readonly number[] {
  const meanOf = (members: readonly Costed[]): number => mean(members, valueOf) ?? 0;
  const of = (members: readonly Costed[], inside: boolean): readonly Costed[] =>
    members.filter(({ arm }) => (arm === comparator) === inside);
  const weights = blocks.map((members) => weightOf(members, comparator));
  const difference =
    sum(
      blocks,
      (members, index = 0) =>
        (weights[index] ?? 0) * (meanOf(of(members, true)) - meanOf(of(members, false))),
    ) / sum(weights);
  const all = blocks.flat();
  const share = of(all, true).length / all.length;
  const middle = meanOf(all);
  let place = 0;
  return blocks.flatMap((members) => {
    const center = meanOf(members);
    const own = of(members, true).length / members.length;
    return members.map((citizen) => {
      const inside = citizen.arm === comparator ? 1 : 0;
      const residual = valueOf(citizen) - center - difference * (inside - own);
      return middle + difference * (inside - share) + (scales[place++] ?? 0) * residual;
    });
  });
}

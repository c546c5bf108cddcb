import { competitionError, deepFreeze } from "../core/index.js";
import { readCostEffects, type CostEffectColumns } from "./costEffectData.js";
import { pairedBlocks } from "./kernels/pairedBlocks.js";
import { pairedDifference, type PairedDifference } from "./kernels/pairedDifference.js";

/**
 * How much more does the comparator cost, and how much more does it achieve, than the reference?
 *
 * Σ π(x̄₁ − x̄₀) of cost and of effect over the blocks of the draw with their shares π of the citizens (without blocks
 * the difference in means), and the covariance of the two, Σ π²(S₁/n₁ + S₀/n₀) with each group's sample covariance S
 * within the block. A bonus that is paid for a success makes costs and effects depend on each other, so that the
 * covariance belongs to everything that is made of both. Blocks without one of the groups tell nothing; those with a
 * single citizen in a group are taken as one block, with the smallest other if there is but one of them.
 *
 * @param comparator columns `cost` and `effect`, numbers from −1e100 to 1e100, a row for each citizen of the mature
 *   cohort, and, of both groups or of none, `block`
 * @param reference the same of the group compared with
 * @returns a plain value, frozen, as {@link netMonetaryBenefit} and {@link acceptability} take it; {@link fieller} takes its
 *   cost as numerator and its effect as denominator
 * @throws CompetitionError `too-few-values` unless there is a block, single ones taken together, with two citizens of
 *   each group; `impossible-data`, `missing-column`, `unknown-column`, `columns-differ`, `impossible-number`,
 *   `impossible-label`
 * @example
 * const comparator = { cost: [100, 150, 150], effect: [0, 1, 1] };
 * incrementalCostEffect(comparator, { cost: [90, 110], effect: [0, 1] }).cost // 33.3
 * @example
 * incrementalCostEffect(comparator, { cost: [90], effect: [0] }) // throws: one citizen doesn't vary
 * @see Willan & O'Brien (1996), Health Economics 5, 297–305
 */
export function incrementalCostEffect(
  comparator: CostEffectColumns,
  reference: CostEffectColumns,
): PairedDifference {
  const { inputs, ...rows } = readCostEffects("incrementalCostEffect", comparator, reference);
  const { blocks } = pairedBlocks(rows.comparator, rows.reference);
  const isEnough = blocks.every(
    (block) => block.comparator.cost.length > 1 && block.reference.cost.length > 1,
  );
  if (blocks.length > 0 && isEnough) return deepFreeze(pairedDifference(blocks));
  throw competitionError({
    code: "too-few-values",
    path: "incrementalCostEffect",
    received: `${inputs["comparator"]} and ${inputs["reference"]} citizens`,
    expected: "two citizens of each group, in a block",
  });
}

import { competitionError, deepFreeze } from "../core/index.js";
import { readCostEffects, type CostEffectColumns } from "./costEffectData.js";
import { pairedBlocks, whyNotPaired } from "./kernels/pairedBlocks.js";
import { pairedDifference, type PairedDifference } from "./kernels/pairedDifference.js";

/**
 * How much more does the comparator cost, and how much more does it achieve, than the reference?
 *
 * Σ π(x̄₁ − x̄₀) of cost and of effect over the blocks of the draw with their shares π of the citizens (without blocks
 * the difference in means), and the covariance of the two, Σ π²(S₁/n₁ + S₀/n₀) with each group's sample covariance S
 * within the block. Blocks with a single citizen in a group don't tell how citizens vary; they, and where they are few the
 * smallest others, are judged together by how their differences vary from block to block (Pashley and Miratrix): the
 * covariance is then unbiased if blocks differ in level only, and too large where the difference itself is another in
 * each. In simulated years of weekly blocks, pairs and uneven sizes 95 % held the truth in 93.5 to 96.5 %
 * (`test/simulation/costsInBlocks.test.ts`). A bonus that is paid for a success makes costs and effects depend on each other, so that the
 * covariance belongs to everything that is made of both. Blocks without one of the groups tell nothing; small
 * ones are taken as one block only where one of them is more than half of all that are judged together.
 *
 * @param comparator columns `cost` and `effect`, numbers from −1e100 to 1e100, a row for each citizen of the mature
 *   cohort, and, of both groups or of none, `block`
 * @param reference the same of the group compared with
 * @returns a plain value, frozen, with the `degreesOfFreedom` of the covariance (the smaller of those of cost and effect, by
 *   Welch's second form), as {@link netMonetaryBenefit} and {@link acceptability} take it; {@link fieller} takes its
 *   cost as numerator and its effect as denominator
 * @throws CompetitionError `too-few-values` unless there are two citizens of each group in a block, or blocks with one of each
 *   that can be judged together; `impossible-data`, `missing-column`, `unknown-column`, `columns-differ`, `impossible-number`,
 *   `impossible-label`
 * @example
 * const comparator = { cost: [100, 150, 150], effect: [0, 1, 1] };
 * incrementalCostEffect(comparator, { cost: [90, 110], effect: [0, 1] }).cost // 33.3
 * @example
 * incrementalCostEffect(comparator, { cost: [90], effect: [0] }) // throws: one citizen doesn't vary
 * @see Willan & O'Brien (1996), Health Economics 5, 297–305; Pashley & Miratrix (2021), Journal of Educational and
 *   Behavioral Statistics 46, 271–296, doi:10.3102/1076998620946272; Welch (1947), Biometrika 34, 28–35,
 *   doi:10.1093/biomet/34.1-2.28
 */
export function incrementalCostEffect(
  comparator: CostEffectColumns,
  reference: CostEffectColumns,
): PairedDifference {
  const { inputs, ...rows } = readCostEffects("incrementalCostEffect", comparator, reference);
  const paired = pairedBlocks(rows.comparator, rows.reference);
  if (whyNotPaired(paired) === undefined) return deepFreeze(pairedDifference(paired));
  throw competitionError({
    code: "too-few-values",
    path: "incrementalCostEffect",
    received: `${inputs["comparator"]} and ${inputs["reference"]} citizens`,
    expected: "two citizens of each group, in a block, or several blocks with one",
  });
}

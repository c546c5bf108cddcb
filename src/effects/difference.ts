import { adjustedDifference, stratifiedComparison, type Estimate } from "../inference/index.js";
import type { CohortMember } from "../outcomes/index.js";
import { shareHouseholds } from "./households.js";
import type { PairBlock } from "./pair.js";

/** How the draw is taken into account: what it settled within its blocks, by weights, or household by household. */
export type DrawAwareness = "blocks" | "weights" | "households";

/**
 * How a comparison must take the draw into account: by households where some were drawn together, by
 * weights where the probabilities differ within a block, otherwise within the blocks.
 */
function awarenessOf(pair: readonly CohortMember[], blocks: readonly PairBlock[]): DrawAwareness {
  if (shareHouseholds(pair)) return "households";
  return blocks.every((block) => block.sameProbabilities) ? "blocks" : "weights";
}

/**
 * The difference that decides, comparator − reference, among those whose outcome is known.
 *
 * `blocks`: Mantel-Haenszel over the blocks of the draw, Sato's variance. `weights`: difference of the means
 * weighted by one over each citizen's own design probability (Hájek), with the linearized variance within
 * the blocks. `households`: Σ (n_b/n)·d_b over the blocks, with the variance between households (CR2).
 */
export function decidingDifference(
  pair: readonly CohortMember[],
  blocks: readonly PairBlock[],
  arm: string,
  level: number,
): Estimate {
  const awareness = awarenessOf(pair, blocks);
  if (awareness === "blocks") {
    return stratifiedComparison(
      blocks.map((block) => ({ comparator: block.comparator, reference: block.reference })),
      { measure: "risk-difference", method: "mantel-haenszel", variance: "sato", level },
    );
  }
  const { treatment, response, blocks: drawnIn, weights, clusters } = comparisonColumns(pair, arm);
  const within = { treatment, response, blocks: drawnIn };
  return awareness === "weights"
    ? adjustedDifference({ ...within, weights }, { method: "hajek", level })
    : adjustedDifference({ ...within, clusters }, { method: "difference-in-means", level });
}

/** Those whose outcome is known. */
export function knownMembers(pair: readonly CohortMember[]): readonly CohortMember[] {
  return pair.filter(({ standing }) => standing === "success" || standing === "failure");
}

/** The known outcomes of two arms as columns: of the draw its blocks, its probabilities' weights, its households. */
export interface ComparisonColumns {
  readonly treatment: readonly number[];
  readonly response: readonly number[];
  readonly blocks: readonly string[];
  /** One over the design probability of the arm that was drawn. */
  readonly weights: readonly number[];
  /** Households; a citizen without one is alone in one. */
  readonly clusters: readonly string[];
}

export function comparisonColumns(pair: readonly CohortMember[], arm: string): ComparisonColumns {
  const known = knownMembers(pair);
  return {
    treatment: known.map(({ participant }) => (participant.arm === arm ? 1 : 0)),
    response: known.map(({ standing }) => (standing === "success" ? 1 : 0)),
    blocks: known.map(({ participant }) => participant.block),
    weights: known.map(({ participant }) => 1 / (participant.designProbabilities[participant.arm] ?? 1)),
    clusters: known.map(({ participant }) => participant.household ?? `citizen ${participant.citizen}`),
  };
}

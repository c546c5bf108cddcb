import {
  adjustedDifference,
  stratifiedComparison,
  withoutFalseCertainty,
  type Estimate,
} from "../inference/index.js";
import type { CohortMember } from "../outcomes/index.js";
import { shareHouseholds } from "./households.js";
import type { PairBlock } from "./pair.js";

/**
 * The difference that decides, comparator − reference, among those whose outcome is known.
 *
 * Mantel-Haenszel over the blocks of the draw, Sato's variance. Where probabilities differ within a block, the
 * difference of the means weighted by one over each citizen's own design probability (Hájek), with the linearized
 * variance within the blocks. Where households were drawn, Σ (n_b/n)·d_b over the blocks, or Hájek's, with the
 * variance between households (CR2). Where that variance is 0, since all outcomes that are compared are alike, there
 * is no interval: it is not estimable for `zero-variance`, with the difference itself and the limits −1 and 1.
 */
export function decidingDifference(
  pair: readonly CohortMember[],
  blocks: readonly PairBlock[],
  arm: string,
  level: number,
): Estimate {
  return withoutFalseCertainty(estimatedDifference(pair, blocks, arm, level));
}

function estimatedDifference(
  pair: readonly CohortMember[],
  blocks: readonly PairBlock[],
  arm: string,
  level: number,
): Estimate {
  const even = blocks.every((block) => block.sameProbabilities);
  if (even && !shareHouseholds(pair)) {
    return stratifiedComparison(
      blocks.map((block) => ({ comparator: block.comparator, reference: block.reference })),
      { measure: "risk-difference", method: "mantel-haenszel", variance: "sato", level },
    );
  }
  const { response, ...columns } = comparisonColumns(pair, arm);
  return differenceByDraw({ ...columns, response }, { even, level, clustered: shareHouseholds(pair) });
}

/** How a comparison by columns takes the draw into account. */
export interface DrawAwareness {
  /** Whether everyone in a block had the same probabilities. */
  readonly even: boolean;
  /** Whether households were drawn together. */
  readonly clustered: boolean;
  readonly level: number;
}

/** The difference in any response by how the draw was made: within its blocks, weighted where they are uneven. */
export function differenceByDraw(
  { treatment, response, blocks, weights, clusters }: ComparisonColumns,
  { even, clustered, level }: DrawAwareness,
): Estimate {
  const within = { treatment, response, blocks, ...(clustered ? { clusters } : {}) };
  return even
    ? adjustedDifference(within, { method: "difference-in-means", level })
    : adjustedDifference({ ...within, weights }, { method: "hajek", level });
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
    ...drawColumns(known, arm),
    response: known.map(({ standing }) => (standing === "success" ? 1 : 0)),
  };
}

/** What the draw made of some citizens, as columns. */
export function drawColumns(
  members: readonly CohortMember[],
  arm: string,
): Omit<ComparisonColumns, "response"> {
  return {
    treatment: members.map(({ participant }) => (participant.arm === arm ? 1 : 0)),
    blocks: members.map(({ participant }) => participant.block),
    weights: members.map(({ participant }) => 1 / (participant.designProbabilities[participant.arm] ?? 1)),
    clusters: members.map(({ participant }) => participant.household ?? `citizen ${participant.citizen}`),
  };
}

import { group } from "d3-array";
import type { Stratum } from "../inference/index.js";
import { countArm, type CohortMember } from "../outcomes/index.js";
import { knownCount } from "./rates.js";

/**
 * The citizens that a comparison of two arms uses: of the mature cohort, in one of the two arms, by
 * a draw in which both were possible.
 */
export function pairMembers(
  members: readonly CohortMember[],
  comparator: string,
  reference: string,
): readonly CohortMember[] {
  return members.filter(({ participant, standing }) => {
    const possible = (arm: string): boolean => (participant.designProbabilities[arm] ?? 0) > 0;
    const here = participant.arm === comparator || participant.arm === reference;
    return (
      standing !== "pending" && standing !== "excluded" && here && possible(comparator) && possible(reference)
    );
  });
}

/** A block of the draw with the two arms' known outcomes. */
export interface PairBlock extends Stratum {
  readonly block: string;
  /** Whether everyone in the block had the same design probabilities. */
  readonly sameProbabilities: boolean;
}

/** The pair's known outcomes by the blocks of the draw; blocks where nothing is known have no counts. */
export function pairBlocks(
  pair: readonly CohortMember[],
  comparator: string,
  reference: string,
): readonly PairBlock[] {
  return Array.from(
    group(pair, (member) => member.participant.block),
    ([block, members]) => ({
      block,
      comparator: knownCount(countArm(members, comparator)),
      reference: knownCount(countArm(members, reference)),
      sameProbabilities: hadSameProbabilities(members),
    }),
  );
}

/** Whether chance was the same for all of them; where it wasn't, only comparisons that know the draw are fair. */
export function hadSameProbabilities(pair: readonly CohortMember[]): boolean {
  const first = pair[0]?.participant.designProbabilities;
  const arms = Object.entries(first ?? {});
  return pair.every(
    ({ participant: { designProbabilities: each } }) =>
      each === first || arms.every(([id, probability]) => Math.abs((each[id] ?? 0) - probability) < 1e-9),
  );
}

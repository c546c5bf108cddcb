import type { Outcomes, Participant } from "../outcomes/index.js";
import { armPairs, countOf, fisherSign } from "./gamingCounts.js";
import type { CountedSign } from "./gamingTypes.js";

/** A level of a factor of the draw's strata. */
interface Level {
  readonly factor: string;
  readonly group: string;
}

/**
 * Whether citizens of one group are sent back more (less) often than the arm's others, and whether the arms differ in
 * it: each level of each factor of the strata by Fisher's exact test. Of two levels only one is compared with the
 * other, since both comparisons are the same.
 */
export function returnSigns(outcomes: Outcomes): readonly CountedSign[] {
  const { participants, protocol } = outcomes;
  const factors = levelsOf(participants);
  const pairs = armPairs(outcomes);
  return [
    ...protocol.arms.flatMap(({ id: arm }) => {
      const own = participants.filter((participant) => participant.arm === arm);
      return factors.flatMap((levels) =>
        (levels.length === 2 ? levels.slice(0, 1) : levels).map((level) => {
          const isIn = (participant: Participant): boolean =>
            participant.stratum[level.factor] === level.group;
          return fisherSign(
            { code: "returns-by-group", arm, ...level },
            countOf(own.filter(isIn), wasReturned),
            countOf(
              own.filter((participant) => !isIn(participant)),
              wasReturned,
            ),
          );
        }),
      );
    }),
    ...pairs.flatMap(({ arm, otherArm, own, others }) =>
      factors.flat().map((level) => {
        const isIn = (participant: Participant): boolean => participant.stratum[level.factor] === level.group;
        return fisherSign(
          { code: "returns-between-arms", arm, otherArm, ...level },
          countOf(own.filter(isIn), wasReturned),
          countOf(others.filter(isIn), wasReturned),
        );
      }),
    ),
  ];
}

export function wasReturned({ participation }: Participant): boolean {
  return participation === "returned";
}

/** The levels of each factor that has several, in the order of their names. */
function levelsOf(participants: readonly Participant[]): readonly (readonly Level[])[] {
  const factors = [...new Set(participants.flatMap(({ stratum }) => Object.keys(stratum)))].toSorted();
  return factors
    .map((factor) =>
      [...new Set(participants.flatMap(({ stratum }) => stratum[factor] ?? []))]
        .toSorted()
        .map((group): Level => ({ factor, group })),
    )
    .filter((levels) => levels.length > 1);
}

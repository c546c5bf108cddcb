import { binomialTest, testProportions, type Count, type TestResult } from "../inference/index.js";
import type { Outcomes, Participant } from "../outcomes/index.js";
import type { CountedSign, SignSubject } from "./gamingTypes.js";

/** With fewer events than this nothing is tested. */
const FEWEST = 5;

/** How many of some have something. */
export function countOf<Item>(items: readonly Item[], has: (item: Item) => boolean): Count {
  return { events: items.filter(has).length, total: items.length };
}

/** Two groups of citizens that chance could have mixed, by Fisher's exact test. */
export function fisherSign(subject: SignSubject, count: Count, comparedWith: Count): CountedSign {
  return {
    ...subject,
    count,
    comparedWith,
    test: tested(count, comparedWith, () => testProportions(count, comparedWith)),
  };
}

/**
 * Whether more events fell into the first of two times than its share: exact, given their number.
 *
 * @param share Of all events in both times, what the first has no more than if nothing is going on.
 */
export function binomialSign(
  subject: SignSubject,
  count: Count,
  comparedWith: Count,
  share: number,
): CountedSign {
  const both = { events: count.events, total: count.events + comparedWith.events };
  const test = tested(count, comparedWith, () =>
    binomialTest(both, { probability: share, alternative: "greater" }),
  );
  return { ...subject, count, comparedWith, test };
}

function tested(a: Count, b: Count, test: () => TestResult): TestResult | null {
  return a.events + b.events < FEWEST || a.total === 0 || b.total === 0 ? null : test();
}

/** Two arms, and the citizens of each whom chance could have given to either. */
export interface ArmPair {
  readonly arm: string;
  readonly otherArm: string;
  readonly own: readonly Participant[];
  readonly others: readonly Participant[];
}

/** Each two arms of a competition. */
export function armPairs({ protocol, participants }: Outcomes): readonly ArmPair[] {
  const arms = protocol.arms.map(({ id }) => id);
  return arms.flatMap((otherArm, index) =>
    arms.slice(index + 1).map((arm): ArmPair => {
      const either = participants.filter(
        ({ designProbabilities: chance }) => (chance[arm] ?? 0) > 0 && (chance[otherArm] ?? 0) > 0,
      );
      const of = (id: string): readonly Participant[] => either.filter((each) => each.arm === id);
      return { arm, otherArm, own: of(arm), others: of(otherArm) };
    }),
  );
}

import { assert, integer, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Publishable } from "../../../src/core/index.js";
import type { ArmCounts } from "../../../src/outcomes/index.js";
import type { EditionData } from "../../../src/review/index.js";
import { smallYear } from "../../support/smallYear.js";

type Outcomes = Pick<Publishable<ArmCounts>, "success" | "failure">;

interface OfArm {
  readonly arm: string;
  readonly counts: Outcomes;
}

/** Citizens whose outcomes anyone can read, or subtract, in an edition: arms, groups, and those who are in none of them. */
function groupsOf({ effects }: EditionData): Outcomes[] {
  return effects.flatMap(({ rates, sets, comparisons, contractual }) => {
    const arms: readonly OfArm[] = rates;
    const [, started = [], completed = []] = sets.map((set) => set.rates);
    const within = (outer: readonly OfArm[], inner: readonly OfArm[]): Outcomes[] =>
      outer.flatMap(({ arm, counts }) =>
        inner.flatMap((each) => (each.arm === arm ? [less(counts, each.counts)] : [])),
      );
    return [
      ...[...arms, ...started, ...completed].map(({ counts }) => counts),
      ...contractual,
      ...within(arms, started),
      ...within(started, completed),
      ...within(arms, completed),
      ...comparisons.flatMap(({ arm, reference, subgroups }) =>
        subgroups.flatMap(({ groups }) =>
          groups.flatMap(({ comparator, reference: theirs }) => [
            comparator,
            theirs,
            ...within(arms, [
              { arm, counts: comparator },
              { arm: reference, counts: theirs },
            ]),
          ]),
        ),
      ),
    ];
  });
}

function less(outer: Outcomes, inner: Outcomes): Outcomes {
  const difference = (of: keyof Outcomes): Publishable<number> => {
    const [all, some] = [outer[of], inner[of]];
    return all === "suppressed" || some === "suppressed" ? "suppressed" : all - some;
  };
  return { success: difference("success"), failure: difference("failure") };
}

describe("what is said of a whole group", () => {
  it("is said of each in it, so that nobody can read or subtract that all of some succeeded, or none", () => {
    assert(
      property(nat(1000), integer({ min: 2, max: 9 }), (seed, most) => {
        const { spells, reviewOf } = smallYear(`group ${seed}`, [1, most]);
        for (const { success, failure } of groupsOf(reviewOf(spells).publish())) {
          const isTold = success !== "suppressed" && failure !== "suppressed";
          expect(isTold && success !== failure && (success === 0 || failure === 0)).toBe(false);
        }
      }),
      { numRuns: process.env["SIMULATION"] === "full" ? 200 : 2, seed: 10, examples: [[8, 9]] },
    );
  });
});

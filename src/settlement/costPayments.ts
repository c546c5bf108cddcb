import { sum } from "d3-array";
import type { Outcomes } from "../outcomes/index.js";
import type { ArmPayments } from "./costTypes.js";
import { referralsTo } from "./referrals.js";
import type { Statement } from "./types.js";

/** Citizens who succeeded as the contract measures a criterion. */
export function contractSuccessesOf(outcomes: Outcomes, criterion: string): ReadonlySet<string> {
  const successes = outcomes.by(criterion, "contract").filter(({ status }) => status === "success");
  return new Set(successes.map(({ citizen }) => citizen));
}

/** What each arm that has lines was due so far, for everyone who was referred to it. */
export function paymentsSoFar(
  outcomes: Outcomes,
  { items }: Statement,
  contractSuccesses: ReadonlySet<string>,
): readonly ArmPayments[] {
  const { protocol, participants, furtherReferrals } = outcomes;
  return protocol.arms.flatMap(({ id, name }): readonly ArmPayments[] => {
    const lines = items.filter(({ arm }) => arm === id);
    if (lines.length === 0) return [];
    const own = participants.filter(({ arm }) => arm === id);
    const started = referralsTo(outcomes, id).filter(
      ({ course, participation }) => course?.startedOn !== undefined && participation !== "never-started",
    );
    return [
      {
        arm: id,
        name,
        citizens: own.length,
        furtherReferrals: furtherReferrals.filter(({ arm }) => arm === id).length,
        courses: started.length,
        contractSuccesses: own.filter(({ citizen }) => contractSuccesses.has(citizen)).length,
        paid: sum(lines, ({ amount }) => amount),
      },
    ];
  });
}

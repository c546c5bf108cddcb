import { competitionError } from "../core/index.js";
import type { Outcome, Outcomes, Participant } from "../outcomes/index.js";
import type { ArmTerms, BonusTerm } from "./terms.js";
import type { LineItem } from "./types.js";

/**
 * Base payments of one arm: per citizen on the day of the referral, or on the day the course started.
 * Who never started has no started course; end reasons in `noBaseFor` lose the payment.
 */
export function baseItems(
  outcomes: Outcomes,
  { arm, base, noBaseFor = [] }: ArmTerms,
  place: string,
): readonly LineItem[] {
  if (base === undefined) return [];
  return outcomes.participants.flatMap((participant): readonly LineItem[] => {
    const { citizen, sequence, course } = participant;
    const date = base.per === "referral" ? participant.referredOn : startOf(participant);
    const lost = course?.endReason !== undefined && noBaseFor.includes(course.endReason);
    if (participant.arm !== arm || date === undefined || lost) return [];
    return [
      { arm, kind: "base", term: `${place}.base`, date, amount: base.amount, vat: 0, citizen, sequence },
    ];
  });
}

function startOf({ course, participation }: Participant): string | undefined {
  return participation === "never-started" ? undefined : course?.startedOn;
}

/** One bonus per citizen whose outcome under the contract is a success, due on the day that made it certain. */
export function bonusItems(
  outcomes: Outcomes,
  arm: string,
  { criterion, amount }: BonusTerm,
  term: string,
): readonly LineItem[] {
  return outcomes
    .by(criterion, "contract")
    .filter((outcome) => outcome.arm === arm && outcome.status === "success")
    .map((outcome) => {
      const { citizen, sequence } = outcome;
      return { arm, kind: "bonus", term, date: dueOn(outcome), amount, vat: 0, citizen, sequence, criterion };
    });
}

function dueOn({ citizen, criterion, certainOn, reachedOn }: Outcome): string {
  const date = certainOn ?? reachedOn;
  if (date !== undefined) return date;
  throw competitionError({
    code: "outcome-undated",
    path: `outcomes.by(${criterion})`,
    received: citizen,
    expected: "a day on which the success was certain",
  });
}

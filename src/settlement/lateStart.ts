import { addSpan, parseDay } from "../core/index.js";
import type { Outcomes, Participant } from "../outcomes/index.js";
import { indexed } from "./rates.js";
import { NOTHING_SETTLED, type PlacedTerms, type Settled } from "./settled.js";
import { lost, startOf } from "./started.js";
import type { LateStart } from "./terms.js";
import type { LineItem } from "./types.js";

/**
 * What is taken off for courses that started late: on the day of the start, once or for each week begun after the
 * last day in time. Nothing is taken off for a course that loses its base payment anyway.
 */
export function settleLateStarts(outcomes: Outcomes, { terms, place }: PlacedTerms): Settled {
  const { arm, lateStart, indexation } = terms;
  if (lateStart === undefined) return NOTHING_SETTLED;
  const items = outcomes.participants
    .filter((participant) => participant.arm === arm && lost(participant, terms) === undefined)
    .flatMap((participant): readonly LineItem[] => {
      const { citizen, sequence } = participant;
      const date = startOf(participant, outcomes);
      if (typeof date !== "string") return [];
      const times = timesLate(lateStart, participant, date);
      if (times === 0) return [];
      const amount = 0 - times * indexed(lateStart.amount, date, indexation);
      return [
        { arm, kind: "late-start", term: `${place}.lateStart`, date, amount, vat: 0, citizen, sequence },
      ];
    });
  return { items, unpaid: [] };
}

/** How many times the deduction is made: a start on the last day of the span is in time. */
export function timesLate(
  { within, per }: LateStart,
  { referredOn }: Pick<Participant, "referredOn">,
  startedOn: string,
): number {
  const inTime = addSpan(parseDay(referredOn, "referredOn"), within);
  const late = parseDay(startedOn, "startedOn") - inTime;
  if (late <= 0) return 0;
  return per === "course" ? 1 : Math.ceil(late / 7);
}

import { resolveOptions, type OptionRules } from "../core/index.js";
import { appended, checkDrawn, nextPlace, stateOf } from "./ledger.js";
import { checkLineDate } from "./line-dates.js";
import { sealed } from "./lines.js";
import { checkOccupancy } from "./occupancy-facts.js";
import { recordOf, wholeNumber } from "./shape.js";
import { dateRule, type Appended } from "./start-ledger.js";
import type { Ledger, OccupancyRecord } from "./types.js";

export interface OccupancyReport {
  /** ISO date on which the count is recorded, no earlier than that of a line before. */
  readonly date: string;
  /** Participants by arm, whole numbers from 0; what an earlier report says of other arms stands. */
  readonly participants: Readonly<Record<string, number>>;
}

/** A report of participants, as its line says it. */
export interface RecordedOccupancy extends Appended {
  readonly record: OccupancyRecord;
}

const participantsShape = recordOf(wholeNumber(0));

const rules: OptionRules<OccupancyReport> = {
  date: dateRule,
  participants: {
    expected: "a whole number from 0 for each arm that is reported",
    accepts: (value) => participantsShape(value, "").length === 0,
  },
};

/**
 * Records how many participants the arms hold, as the municipality counted them: quotas of participants go by
 * the last such line and the allocations since.
 *
 * The figure comes from outside of the ledger, so a draw that went by it can be replayed only with the figure
 * held as it was reported.
 *
 * @returns `record`, the line; `records` to append; and the `ledger` with it.
 * @throws CompetitionError `unknown-arm`, `no-arm`, `undrawn-roster` while a frozen roster waits for its draw,
 * `impossible-option`, `earlier-date`, `impossible-date`.
 * @example
 * recordOccupancy(ledger, { date: "2005-03-31", participants: { supplier: 27 } }).records
 * @example
 * recordOccupancy(ledger, { date: "2005-03-31", participants: {} }) // throws no-arm
 */
export function recordOccupancy(ledger: Ledger, report: OccupancyReport): RecordedOccupancy {
  const state = stateOf(ledger, "recordOccupancy.ledger");
  const given = resolveOptions<OccupancyReport>("recordOccupancy", report, rules).values;
  const { date, participants = {} } = given;
  checkLineDate(date, state, "recordOccupancy.date");
  checkDrawn(ledger, "recordOccupancy.ledger");
  const facts = { type: "occupancy", participants } as const;
  checkOccupancy(state, facts);
  const record: OccupancyRecord = sealed(facts, nextPlace(state, date));
  return { record, records: [record], ledger: appended(ledger, record) };
}

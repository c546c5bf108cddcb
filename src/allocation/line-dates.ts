import { competitionError, parseDay } from "../core/index.js";
import type { View } from "./memory.js";

/**
 * Refuses a line that would be dated before an earlier one: were dates free, whoever holds the key could try
 * one after the other until a draw pleases. Entries aren't asked: they take the date of their roster or, where
 * citizens are drawn one at a time, of a referral, which may be reported late and moves no draw.
 *
 * @throws CompetitionError `impossible-date`, `earlier-date`.
 */
export function checkLineDate(date: string, { memory }: View, path: string): void {
  parseDay(date, path);
  if (date >= memory.writtenOn) return;
  throw competitionError({
    code: "earlier-date",
    path,
    received: date,
    expected: `${memory.writtenOn} or later, since a line of the ledger is dated so`,
    hint: "Date a line by the day on which it is written; what happened earlier is recorded under today's date.",
  });
}

import { competitionError } from "../core/index.js";
import type { Surroundings } from "./surroundings.js";

/**
 * The date of the lines that a command writes: today's, or an earlier one that was given.
 *
 * @throws CompetitionError `future-date`: nobody has written anything tomorrow.
 */
export function lineDate(given: string | undefined, { today }: Surroundings): string {
  if (given === undefined || given <= today) return given ?? today;
  throw competitionError({
    code: "future-date",
    path: "--date",
    received: given,
    expected: `no later day than today, ${today}`,
  });
}

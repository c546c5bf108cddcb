import { isCompetitionError, type CompetitionError } from "../../src/core/index.js";

/** The error of this package that some work throws. */
export function errorOf(work: () => unknown): CompetitionError {
  try {
    work();
  } catch (error) {
    if (isCompetitionError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

import { competitionError, type OptionRule } from "../core/index.js";

/** The rule for what random draws follow from: always given, never guessed, so that it has no default. */
export const seedRule: OptionRule<string | number> = {
  expected: "a text or a number that can be written down",
  accepts: (value) =>
    (typeof value === "string" && value !== "") || (typeof value === "number" && Number.isFinite(value)),
};

/**
 * The seed of an operation that can't do without.
 *
 * @throws CompetitionError `seed-required`
 */
export function requireSeed(operation: string, seed: string | number | undefined): string | number {
  if (seed !== undefined) return seed;
  throw competitionError({
    code: "seed-required",
    path: `${operation}.seed`,
    received: seed,
    expected: seedRule.expected,
  });
}

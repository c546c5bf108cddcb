import { competitionError, nearestWord } from "../core/index.js";

/**
 * Refuses fields that nobody reads, such as a misspelt one: what was meant by it would be lost in silence.
 *
 * @throws CompetitionError `unknown-field`, naming the nearest known one
 */
export function refuseUnknownFields(given: object, path: string, known: readonly string[]): void {
  const odd = Object.keys(given).find((field) => !known.includes(field));
  if (odd === undefined) return;
  const near = nearestWord(odd, known);
  throw competitionError({
    code: "unknown-field",
    path: `${path}.${odd}`,
    received: odd,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

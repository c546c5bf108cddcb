import { competitionError, nearestWord, type CompetitionError } from "../core/index.js";

/**
 * Refuses fields that nobody reads, such as a misspelt one: what was meant by it would be lost in silence.
 *
 * @throws CompetitionError `unknown-field`, naming the nearest known one
 */
export function refuseUnknownFields(given: object, path: string, known: readonly string[]): void {
  const odd = Object.keys(given).find((field) => !known.includes(field));
  if (odd !== undefined) throw unknownField(odd, path, known, nearestWord(odd, known));
}

/**
 * Refuses a field that is nearly one of those that are missing. Rows of a table have others of their own, which
 * nobody reads and which are let be.
 *
 * @throws CompetitionError `unknown-field`, naming the known one
 */
export function refuseMisspeltFields(given: object, path: string, known: readonly string[]): void {
  const missing = known.filter((field) => !Object.hasOwn(given, field));
  for (const field of Object.keys(given)) {
    const near = known.includes(field) ? undefined : nearestWord(field, missing);
    if (near !== undefined) throw unknownField(field, path, known, near);
  }
}

function unknownField(
  field: string,
  path: string,
  known: readonly string[],
  near: string | undefined,
): CompetitionError {
  return competitionError({
    code: "unknown-field",
    path: `${path}.${field}`,
    received: field,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

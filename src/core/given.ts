import { competitionError } from "./errors.js";

/** How a value that a function takes is recognized, for callers whom no compiler tells. */
export interface Wanted {
  /** What is wanted, in words, for the error. */
  readonly expected: string;
  readonly hint?: string;
  readonly accepts?: (value: Readonly<Record<string, unknown>>) => boolean;
}

/**
 * Refuses what isn't the object that a function takes, so that a slip such as a missing `await` is one error that says
 * what to give instead of a failure somewhere inside.
 *
 * @param path The function and its parameter: `explainOutcome.outcomes`.
 * @throws CompetitionError `impossible-input`
 */
export function requireObject(path: string, value: unknown, wanted: Wanted): void {
  const { accepts = () => true } = wanted;
  if (isRecord(value) && accepts(value)) return;
  throw impossibleInput(path, value, wanted);
}

/**
 * Refuses what isn't a list.
 *
 * @throws CompetitionError `impossible-input`
 */
export function requireList(path: string, values: unknown, wanted: Omit<Wanted, "accepts">): void {
  if (!Array.isArray(values)) throw impossibleInput(path, values, wanted);
}

/**
 * Refuses what isn't the list of objects that a function takes, such as rows.
 *
 * @throws CompetitionError `impossible-input` with the place of the first that is something else
 */
export function requireObjects(path: string, values: unknown, wanted: Omit<Wanted, "accepts">): void {
  requireList(path, values, wanted);
  const list: readonly unknown[] = Array.isArray(values) ? values : [];
  const strange = list.findIndex((value) => !isRecord(value));
  if (strange >= 0) throw impossibleInput(`${path}[${strange}]`, list[strange], wanted);
}

/**
 * Refuses what isn't a text.
 *
 * @throws CompetitionError `impossible-input`
 */
export function requireText(path: string, value: unknown, wanted: Omit<Wanted, "accepts">): void {
  if (typeof value !== "string") throw impossibleInput(path, value, wanted);
}

/** Whether there are members to ask for: an object, be it a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function impossibleInput(path: string, received: unknown, { expected, hint }: Wanted): Error {
  return competitionError({
    code: "impossible-input",
    path,
    received,
    expected,
    ...(hint === undefined ? {} : { hint }),
  });
}

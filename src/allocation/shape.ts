import { nearestWord, readDay } from "../core/index.js";
import { isCprShaped, withoutCpr } from "../tables/index.js";

/** What is wrong with a value, and where inside it. */
export interface Problem {
  readonly code: string;
  /** `referrals[3].citizen`; empty where the whole value is meant. */
  readonly field: string;
  readonly received: unknown;
  readonly expected: string;
  readonly hint?: string;
}

/** What a value must look like: finds all that is wrong with it, and never throws. */
export type Shape = (value: unknown, field: string) => readonly Problem[];

export function malformed(field: string, received: unknown, expected: string): Problem {
  return { code: "malformed", field, received, expected };
}

function leaf(expected: string, accepts: (value: unknown) => boolean): Shape {
  return (value, field) => (accepts(value) ? [] : [malformed(field, value, expected)]);
}

export function literal(...words: readonly string[]): Shape {
  return leaf(words.length === 1 ? `"${words[0]}"` : `one of ${words.join(", ")}`, (value) =>
    (words as readonly unknown[]).includes(value),
  );
}

export function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER): Shape {
  const expected =
    most === Number.MAX_SAFE_INTEGER
      ? `a whole number from ${least}`
      : `a whole number from ${least} to ${most}`;
  return leaf(
    expected,
    (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  );
}

export const text: Shape = leaf(
  "a text that isn't empty, without white space around it",
  (value) => typeof value === "string" && value !== "" && value.trim() === value,
);

export const isoDate: Shape = leaf(
  "a day of the calendar as YYYY-MM-DD",
  (value) => typeof value === "string" && /^\d{4}-/.test(value) && readDay(value) !== undefined,
);

export const digest: Shape = leaf(
  "64 lower-case hexadecimal digits",
  (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value),
);

export const probability: Shape = leaf(
  "a number from 0 to 1",
  (value) => typeof value === "number" && value >= 0 && value <= 1,
);

/** A text that isn't shaped like a CPR number; the problem doesn't repeat it. */
export const pseudonym: Shape = (value, field) =>
  typeof value === "string" && isCprShaped(value.trim())
    ? [
        {
          code: "cpr-shaped",
          field,
          received: "a text shaped like a CPR number",
          expected: "a pseudonym",
          hint: "Replace CPR numbers by keyed pseudonyms with pseudonymize.",
        },
      ]
    : text(value, field);

/** A text that people wrote; a CPR number inside is a problem, which doesn't repeat it. */
export const freeText: Shape = (value, field) =>
  typeof value === "string" && withoutCpr(value) !== value
    ? [
        {
          code: "cpr-shaped",
          field,
          received: withoutCpr(value),
          expected: "a text without CPR numbers",
          hint: "Name the citizen by the pseudonym.",
        },
      ]
    : text(value, field);

/** An object with these fields, those of `optional` if they are there, and no others. */
export function object(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  const needed = new Set(Object.keys(required));
  const shapes = new Map(Object.entries({ ...required, ...optional }));
  return (value, field) => {
    if (!isPlain(value)) return [malformed(field, value, "an object")];
    const problems: Problem[] = [];
    for (const name of Object.keys(value)) {
      if (shapes.has(name) || value[name] === undefined) continue;
      problems.push(unknownField(inside(field, name), name, [...shapes.keys()]));
    }
    for (const [name, shape] of shapes) {
      const part = fieldOf(value, name);
      if (part === undefined && !needed.has(name)) continue;
      problems.push(...shape(part, inside(field, name)));
    }
    return problems;
  };
}

function unknownField(field: string, name: string, known: readonly string[]): Problem {
  const near = nearestWord(name, known);
  return {
    code: "unknown-field",
    field,
    received: name,
    expected: known.length === 0 ? "no field" : `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  };
}

/** An object with any names and values of one shape. */
export function recordOf(shape: Shape): Shape {
  return (value, field) => {
    if (!isPlain(value)) return [malformed(field, value, "an object")];
    const problems: Problem[] = [];
    for (const name of Object.keys(value)) problems.push(...shape(value[name], inside(field, name)));
    return problems;
  };
}

export function listOf(shape: Shape, least: number = 0): Shape {
  return (value, field) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((part: unknown, index) => shape(part, `${field}[${index}]`))
      : [malformed(field, value, least === 0 ? "an array" : `an array of ${least} or more`)];
}

/** A list of texts, each standing in it once. */
export function distinctTexts(least: number = 0): Shape {
  const list = listOf(text, least);
  return (value, field) => {
    const problems = list(value, field);
    const repeats = Array.isArray(value) && new Set(value).size < value.length;
    return problems.length === 0 && repeats
      ? [malformed(field, value.join(", "), "texts that differ")]
      : problems;
  };
}

/** An own field of a value, whatever that value is. */
export function fieldOf(value: unknown, name: string): unknown {
  return isPlain(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inside(field: string, name: string): string {
  return field === "" ? name : `${field}.${name}`;
}

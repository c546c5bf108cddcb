import { nearestWord } from "./describe.js";
import { competitionError } from "./errors.js";

/** Who chose an option's value: the caller, the package, or another value that it follows from. */
export type OptionSource = "given" | "default" | "derived";

/** One resolved option as it stands in a result's provenance. */
export interface ResolvedOption {
  readonly value: unknown;
  readonly source: OptionSource;
}

/** The rule for one option: its default (absent means required) and its check. */
export interface OptionRule<T> {
  readonly default?: T;
  /** What is wanted, in words, for the error. */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

/** Rules for all options of an operation; every value an `Options` type can take has its rule. */
export type OptionRules<Options> = {
  readonly [Key in keyof Options]-?: OptionRule<Exclude<Options[Key], undefined>>;
};

/** Options as a caller may give them: any of them missing, or `undefined`, which means the same. */
export type GivenOptions<Options> = { readonly [Key in keyof Options]?: Options[Key] | undefined };

/** Options after resolution: plain values to compute with, and the same with their sources. */
export interface Resolution<Options> {
  readonly values: Options;
  /** Made anew for each resolution, so that the operation can add to it. */
  readonly record: Record<string, ResolvedOption>;
}

/**
 * Turns given options into resolved ones, once: defaults filled in, each with who chose it.
 * `undefined` means not given. An option without a default that isn't given stays out.
 *
 * @throws CompetitionError `impossible-options` for what isn't an object, `unknown-option` (names the nearest known one) or `impossible-option`.
 */
export function resolveOptions<Options extends object>(
  operation: string,
  given: GivenOptions<Options> | undefined,
  rules: OptionRules<Options>,
): Resolution<Options> {
  const { keys, defaults } = preparedRules(rules);
  checkNamed(operation, given, keys);
  const source: Readonly<Record<string, unknown>> = given ?? {};
  for (const key of Object.keys(source)) if (!keys.includes(key)) throw unknownOption(operation, key, keys);

  const values: Record<string, unknown> = {};
  const record: Record<string, ResolvedOption> = {};
  for (const key of keys) {
    const value = source[key];
    const chosen = value === undefined ? defaults[key] : givenOption(operation, key, value, rules);
    if (chosen === undefined) continue;
    values[key] = chosen.value;
    record[key] = chosen;
  }
  return { values: values as Options, record };
}

/** Refuses options that have no names, such as a key by itself; the error says only what kind of value it was. */
function checkNamed(operation: string, given: unknown, keys: readonly string[]): void {
  if (given === undefined || given === null) return;
  const unnamed = Array.isArray(given) || ArrayBuffer.isView(given);
  if (typeof given === "object" && !unnamed) return;
  const [name = ""] = keys;
  throw competitionError({
    code: "impossible-options",
    path: operation,
    received: unnamed ? "a list or bytes" : `a ${typeof given}`,
    expected: `an object with options by their names: ${keys.join(", ")}`,
    hint: `Write ${operation}(…, { ${name} }).`,
  });
}

interface PreparedRules {
  readonly keys: readonly string[];
  readonly defaults: Readonly<Record<string, ResolvedOption>>;
}

/** Rules are constants, asked again and again: their defaults are resolved once. */
const PREPARED = new WeakMap<object, PreparedRules>();

function preparedRules(rules: Readonly<Record<string, OptionRule<unknown>>>): PreparedRules {
  const known = PREPARED.get(rules);
  if (known !== undefined) return known;
  const defaults: Record<string, ResolvedOption> = {};
  for (const [key, rule] of Object.entries(rules)) {
    if (rule.default !== undefined) defaults[key] = Object.freeze({ value: rule.default, source: "default" });
  }
  const prepared: PreparedRules = { keys: Object.keys(rules), defaults };
  PREPARED.set(rules, prepared);
  return prepared;
}

function givenOption(
  operation: string,
  key: string,
  value: unknown,
  rules: Readonly<Record<string, OptionRule<unknown>>>,
): ResolvedOption {
  const rule = rules[key];
  if (rule?.accepts(value) === true) return Object.freeze({ value, source: "given" });
  throw competitionError({
    code: "impossible-option",
    path: `${operation}.${key}`,
    received: value,
    expected: rule?.expected ?? "nothing",
  });
}

function unknownOption(operation: string, key: string, known: readonly string[]): Error {
  const near = nearestWord(key, known);
  return competitionError({
    code: "unknown-option",
    path: `${operation}.${key}`,
    received: key,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

/** A rule for an option that takes one of a few words; the first is the default. */
export function oneOf<const Word extends string>(words: readonly [Word, ...Word[]]): OptionRule<Word> {
  return {
    default: words[0],
    expected: `one of ${words.join(", ")}`,
    accepts: (value) => (words as readonly unknown[]).includes(value),
  };
}

/** The rule for a confidence level: a proportion, 0.95 by default, never 95. */
export const levelRule: OptionRule<number> = {
  default: 0.95,
  expected: "a proportion between 0 and 1, such as 0.95",
  accepts: (value) => typeof value === "number" && value > 0 && value < 1,
};

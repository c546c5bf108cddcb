import type { GivenOptions, OptionRules } from "./options.js";

/**
 * What an operation computes with, made of its options and kept for the next call with the same ones: one
 * question is asked of many counts, and to resolve it takes longer than most of the answers.
 *
 * For options that are words and numbers, which can't change inside. What is prepared stands in several
 * results, so it has to be frozen.
 */
export function prepareOptions<Options extends object, Prepared>(
  rules: OptionRules<Options>,
  prepare: (given: GivenOptions<Options> | undefined) => Prepared,
): (given: GivenOptions<Options> | undefined) => Prepared {
  const keys = Object.keys(rules);
  let latest: { readonly values: readonly unknown[]; readonly prepared: Prepared } | undefined;
  return (given) => {
    if (latest !== undefined && haveValues(given, keys, latest.values)) return latest.prepared;
    const prepared = prepare(given);
    const source: Readonly<Record<string, unknown>> = given ?? {};
    latest = { values: keys.map((key) => source[key]), prepared };
    return prepared;
  };
}

/** Whether options are a plain object with these values and nothing unknown; what isn't is looked at closer elsewhere. */
function haveValues(given: object | undefined, keys: readonly string[], values: readonly unknown[]): boolean {
  const source: Readonly<Record<string, unknown>> = given ?? NONE;
  if (Object.getPrototypeOf(source) !== Object.prototype) return false;
  for (let i = 0; i < keys.length; i++) if (source[keys[i] ?? ""] !== values[i]) return false;
  for (const key in source) if (!keys.includes(key)) return false;
  return true;
}

const NONE = {};

import type { Command } from "commander";
import { countingValues } from "./repeated.js";

/** Where and in which forms a review is written: it is the same review. */
const NO_PART = new Set(["--out", "--office", "--json"]);

/**
 * The arguments that decide a review, so that whoever gives the same in another order gets the same bytes: the command's
 * name, then its options in the order in which they are declared, without defaults and without what only tells where
 * and in which forms it is written.
 *
 * @example
 * recordedCommand(command, ["review", "--out", "x", "--ledger=l.jsonl", "--protocol", "p.json"]);
 * // ["review", "--protocol", "p.json", "--ledger", "l.jsonl"]
 */
export function recordedCommand(command: Command, given: readonly string[]): readonly string[] {
  const values = valuesByOption(command, given);
  const recorded = command.options.filter(({ long }) => !NO_PART.has(long ?? ""));
  return [
    command.name(),
    ...recorded.flatMap(({ long = "", defaultValue }) =>
      countingValues(long, values.get(long) ?? [])
        .filter((value) => value !== defaultValue)
        .flatMap((value) => (value === undefined ? [long] : [long, value])),
    ),
  ];
}

/** What was given of each option, in the order in which it was given; undefined of one that takes no value. */
export function valuesByOption(
  { options }: Command,
  given: readonly string[],
): ReadonlyMap<string, readonly (string | undefined)[]> {
  const values = new Map<string, (string | undefined)[]>();
  for (let at = 0; at < given.length; at++) {
    const [, flag = "", joined] = /^(--[\w-]+)(?:=(.*))?$/s.exec(given[at] ?? "") ?? [];
    const option = options.find(({ long }) => long === flag);
    if (option === undefined) continue;
    const isNext = option.required && joined === undefined;
    if (isNext) at += 1;
    values.set(flag, [...(values.get(flag) ?? []), isNext ? given[at] : joined]);
  }
  return values;
}

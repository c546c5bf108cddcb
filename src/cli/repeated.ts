/** Options of which each one given counts. */
const MAY_BE_REPEATED: ReadonlySet<string> = new Set([
  "--column",
  "--columns",
  "--guarantee",
  "--previous",
  "--record",
  "--signed-by",
  "--subgroup",
]);

type Values = readonly (string | undefined)[];

/** The values of an option that count: all of one that may be repeated, the last of any other. */
export function countingValues(flag: string, values: Values): Values {
  return MAY_BE_REPEATED.has(flag) ? values : values.slice(-1);
}

/** Says which value of an option counts where others were given before it, as where a script is given one more. */
export function repeatedNotes(given: ReadonlyMap<string, Values>): readonly string[] {
  return [...given].flatMap(([flag, values]) => {
    const counting = countingValues(flag, values);
    const dropped = values.filter((value) => !counting.includes(value));
    return dropped.length === 0
      ? []
      : [
          `note: ${flag} was given ${values.length} times; ${counting.join()} counts, not ${dropped.join(", ")}\n`,
        ];
  });
}

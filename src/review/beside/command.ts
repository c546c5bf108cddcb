/** Options whose value is not shown: where a secret is kept; where the review goes, which makes it no other review. */
const UNSHOWN = new Set(["--key-file", "--out"]);

/**
 * The arguments of a command as a report may show them: of a place only the name of the file, of a key and of the
 * folder it is written to nothing but that there was one.
 *
 * @example
 * shownCommand(["review", "--ledger", "/srv/data/ledger.jsonl", "--key-file", "k.txt"]);
 * // ["review", "--ledger", "ledger.jsonl", "--key-file", "…"]
 */
export function shownCommand(given: readonly string[]): readonly string[] {
  return given.map((argument, index) => {
    const [, flag, value] = /^(--[\w-]+)=(.*)$/s.exec(argument) ?? [];
    if (flag !== undefined && value !== undefined)
      return `${flag}=${UNSHOWN.has(flag) ? HIDDEN : nameOf(value)}`;
    return UNSHOWN.has(given[index - 1] ?? "") ? HIDDEN : nameOf(argument);
  });
}

const HIDDEN = "…";

/** Whatever is a place from the root of a machine, or above the folder where one is, without the folders. */
function nameOf(argument: string): string {
  const isPlace = /^(?:\/|~|\\|[a-z]:[\\/]|\.\.[\\/])/i.test(argument);
  return isPlace ? (argument.split(/[\\/]/).findLast((part) => part !== "") ?? argument) : argument;
}

import type { Command } from "commander";
import { valuesByOption } from "./recorded.js";

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

/** Ends wrong use with the usage line: of an option that counts once, no other value is dropped in silence. */
export function checkRepeated(command: Command, given: readonly string[]): void {
  for (const [flag, values] of valuesByOption(command, given)) {
    const takesValue = values.some((value) => value !== undefined);
    if (!takesValue || values.length < 2 || MAY_BE_REPEATED.has(flag)) continue;
    command.error(
      `error: option '${flag}' was given ${values.length} times: ${values.join(", ")}. Give it once.`,
    );
  }
}

import { CommanderError, type Command } from "commander";
import { isCompetitionError } from "../core/index.js";
import { usageOf } from "./command.js";
import { asOptionError } from "./optionErrors.js";
import { programOf } from "./program.js";
import { valuesByOption } from "./recorded.js";
import { repeatedNotes } from "./repeated.js";
import type { Surroundings } from "./surroundings.js";

const DONE = 0;
const DATA_SAY_NO = 1;
const WRONG_USE = 2;
/** `EX_SOFTWARE` of sysexits.h: the fault is ours. */
const OUR_FAULT = 70;

/** Errors that another command line mends: an option that can't be as it was given, or the name of a wrong file. */
const BY_COMMAND_LINE: ReadonlySet<string> = new Set([
  "arm-needed",
  "as-of-after-observed",
  "as-of-before-opening",
  "edition-unavailable",
  "file-exists",
  "file-named-twice",
  "file-not-found",
  "freeze-first",
  "future-date",
  "impossible-folder",
  "impossible-guarantee",
  "impossible-option",
  "internal-edition",
  "is-a-directory",
  "missing-input",
  "missing-option",
  "no-benefits",
  "not-a-directory",
  "not-a-file",
  "observed-outside-weeks",
  "other-edition",
  "package-missing",
  "single-required",
  "unknown-column",
  "unknown-criterion",
  "unknown-tender",
]);

/**
 * Runs the command `konkurrencemodel` with its arguments.
 *
 * @param argv The arguments, without the names of Node and the script.
 * @returns The exit status: 0 done; 1 the data say no; 2 wrong use; 70 a fault of the program.
 *
 * @example
 * process.exitCode = await run(["verify", "--protocol", "protocol.json", "--ledger", "ledger.jsonl"], surroundings)
 * @example
 * await run(["reviw"], surroundings) // 2
 */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  let active: Command | undefined;
  const program = programOf({ ...surroundings, given: argv });
  program.hook("preAction", (_, command) => {
    active = command;
    for (const note of repeatedNotes(valuesByOption(command, argv))) surroundings.err(note);
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return DONE;
  } catch (error) {
    return statusOf(asOptionError(error, argv), active ?? program, surroundings);
  }
}

function statusOf(error: unknown, active: Command, { err, strong }: Surroundings): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USE;
  const opening = strong("red", "error:");
  if (isCompetitionError(error)) {
    err(`${opening} ${error.message}\n`);
    if (!BY_COMMAND_LINE.has(error.code)) return DATA_SAY_NO;
    err(`${usageOf(active)}\n`);
    return WRONG_USE;
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  err(
    `${opening} this is a fault of konkurrencemodel; please report it with the following lines.\n${told}\n`,
  );
  return OUR_FAULT;
}

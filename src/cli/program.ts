import { Command } from "commander";
import { VERSION } from "../core/index.js";
import { surround } from "./command.js";
import { allocateCommand } from "./commands/allocate.js";
import { amendCommand } from "./commands/amend.js";
import { benchmarkCommand } from "./commands/benchmark.js";
import { compareCommand } from "./commands/compare.js";
import { disclosureCheckCommand } from "./commands/disclosureCheck.js";
import { exampleCommand } from "./commands/example.js";
import { initCommand } from "./commands/init.js";
import { occupancyCommand } from "./commands/occupancy.js";
import { outcomesCommand } from "./commands/outcomes.js";
import { pseudonymizeCommand } from "./commands/pseudonymize.js";
import { receiptCommand } from "./commands/receipt.js";
import { reviewCommand } from "./commands/review.js";
import { settleCommand } from "./commands/settle.js";
import { verifyCommand } from "./commands/verify.js";
import type { Surroundings } from "./surroundings.js";

/** The command and its subcommands, in the order of the work. */
const COMMANDS = [
  initCommand,
  pseudonymizeCommand,
  allocateCommand,
  amendCommand,
  occupancyCommand,
  receiptCommand,
  verifyCommand,
  outcomesCommand,
  compareCommand,
  benchmarkCommand,
  settleCommand,
  reviewCommand,
  disclosureCheckCommand,
  exampleCommand,
];

const STATUS = `
Files are CSV (;), JSON or JSON Lines; dates in options are YYYY-MM-DD.
Results go to stdout; progress, notices and errors to stderr. Files are written whole or not at all.
Exit status: 0 done; 1 the data say no; 2 wrong use; 70 a fault of the program. Wrong use is what another command line
mends (an option, a file's name, a file in the way, another edition); where what stands in the files is wrong, it's 1.`;

/** The program `konkurrencemodel` in its surroundings. */
export function programOf(surroundings: Surroundings): Command {
  const program = new Command("konkurrencemodel")
    .description("Evaluates competitions in which chance decides which unit a citizen is sent to.")
    .version(VERSION, "--version")
    .helpCommand(false)
    .addHelpText("after", STATUS);
  for (const make of COMMANDS) {
    const command = make(surroundings);
    program.addCommand(command); // before its surroundings, whose usage line names the program
    surround(command, surroundings);
  }
  return surround(program, surroundings);
}

import { Command, type Option } from "commander";
import type { Surroundings } from "./surroundings.js";

/** What a command is called, what it is for, and which options it takes. */
export interface Declaration {
  readonly name: string;
  readonly summary: string;
  /** Shown below the options by `--help`. */
  readonly detail?: string;
  /** Argument in commander's notation: `<tender>`. */
  readonly argument?: { readonly name: string; readonly about: string };
  readonly options: readonly Option[];
  /** What must be given in one of several ways, as the usage line shall have it. */
  readonly either?: string;
  /** What follows the name in the usage line, where it doesn't follow from the options. */
  readonly usage?: string;
}

/** A command of the program; wrong use of it ends with its usage line. */
export function declareCommand(declaration: Declaration): Command {
  const { name, summary, detail, argument, options, either, usage } = declaration;
  const command = new Command(name).description(summary);
  if (argument !== undefined) command.argument(argument.name, argument.about);
  for (const option of options) command.addOption(option);
  const needed = options.filter(({ mandatory }) => mandatory).map(({ flags }) => flags);
  const rest = needed.length === options.length ? [] : ["[options]"];
  const [first, one] = [argument?.name ?? [], either ?? []];
  command.usage(usage ?? [first, needed, one, rest].flat().join(" "));
  if (detail !== undefined) command.addHelpText("after", `\n${detail}`);
  return command;
}

/** `usage: konkurrencemodel verify --protocol <file> --ledger <file> [options]` */
export function usageOf(command: Command): string {
  const names = [command.parent?.name(), command.name()].filter((name) => name !== undefined);
  return `usage: ${names.join(" ")} ${command.usage()}`;
}

/** Makes commander speak through the surroundings and throw where it would end the process. */
export function surround(command: Command, { out, err, strong }: Surroundings): Command {
  return command
    .exitOverride()
    .allowExcessArguments(false)
    .showHelpAfterError(usageOf(command))
    .configureOutput({
      writeOut: out,
      writeErr: err,
      outputError: (text) => err(text.replace(/^error:/, strong("red", "error:"))),
    });
}

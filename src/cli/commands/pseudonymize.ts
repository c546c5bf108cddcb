import type { Command } from "commander";
import { declareCommand } from "../command.js";
import { readBytes } from "../../files/index.js";
import { counted } from "../counted.js";
import { placeOf, readMadeKey } from "../inputs.js";
import { tellNotices } from "../notices.js";
import * as options from "../options.js";
import { writeNew } from "../outputFiles.js";
import { pseudonymizeColumns } from "../pseudonymizeColumns.js";
import type { Surroundings } from "../surroundings.js";

interface Given {
  readonly column: readonly string[];
  readonly keyFile: string;
  readonly out?: string;
  readonly overwrite?: boolean;
}

const KEY = { expected: "the file of the key of the pseudonyms", made: "For new pseudonyms" } as const;

/** `pseudonymize`: replaces identifiers in a CSV file by keyed pseudonyms. */
export function pseudonymizeCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "pseudonymize",
    summary: "replace the identifiers in columns of a CSV file by keyed pseudonyms",
    detail: `Use another key than that of the draw, and let it stay where the identifiers are: without it nobody can tell
whom a pseudonym stands for, with it anyone can. CPR numbers mean the same with and without hyphen; one that
a spreadsheet took the leading zero from is refused.
A key: openssl rand -hex 32 > pseudonyms.key`,
    argument: { name: "<file>", about: "the CSV file" },
    options: [
      options.column(),
      options.required(options.keyFile("the secret key of the pseudonyms")),
      options.outFile("the new file (default: stdout)"),
      options.overwrite(),
    ],
  }).action(async (file: string, given: Given) => {
    const bytes = await readBytes(placeOf(surroundings, file));
    const key = await readMadeKey(given.keyFile, KEY, surroundings);
    const { text, rows, notices } = pseudonymizeColumns(bytes, { name: file, columns: given.column, key });
    tellNotices(surroundings, notices);
    if (given.out === undefined) {
      surroundings.out(text);
      return;
    }
    await writeNew([{ path: given.out, content: text }], given.overwrite === true, surroundings);
    surroundings.err(`${given.out} written, ${counted(rows, "row", "rows")}\n`);
  });
}

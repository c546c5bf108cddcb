import { join } from "node:path";
import type { Command } from "commander";
import { declareCommand } from "../command.js";
import { exampleFiles } from "../example.js";
import * as options from "../options.js";
import { writeNew } from "../outputFiles.js";
import type { Surroundings } from "../surroundings.js";

interface Given {
  readonly out: string;
  readonly overwrite?: boolean;
}

/** `example`: writes the files of the bundled competition. */
export function exampleCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "example",
    summary: "write the files of the bundled competition, a simulated year",
    options: [options.outFolder("folder for the files", "fredericia"), options.overwrite()],
  }).action(async ({ out, overwrite }: Given) => {
    const files = exampleFiles().map(({ path, content }) => ({ path: join(out, path), content }));
    await writeNew(files, overwrite === true, surroundings);
    surroundings.err(`simulated competition written: ${files.map(({ path }) => path).join(", ")}\n`);
  });
}

import { competitionError } from "../core/index.js";
import { fileExists, writeFiles, type FileContent } from "../files/index.js";
import { placeOf } from "./inputs.js";
import type { Surroundings } from "./surroundings.js";

/** Writes the files of a command as one, in the folder that the command was started in. */
export async function writeOutputs(files: readonly FileContent[], surroundings: Surroundings): Promise<void> {
  await writeFiles(files.map(({ path, content }) => ({ path: placeOf(surroundings, path), content })));
}

/**
 * Writes files that nobody may lose by a slip, such as a protocol that is in use.
 *
 * @throws CompetitionError `file-exists` if one of them is there and may not be replaced.
 */
export async function writeNew(
  files: readonly FileContent[],
  overwrite: boolean,
  surroundings: Surroundings,
): Promise<void> {
  for (const { path } of files) {
    if (overwrite || !(await fileExists(placeOf(surroundings, path)))) continue;
    throw competitionError({
      code: "file-exists",
      path,
      expected: "a name that no file has yet",
      hint: "Give another --out, or --overwrite.",
    });
  }
  await writeOutputs(files, surroundings);
}

import { requireText } from "../core/index.js";
import { readFile } from "node:fs/promises";
import { fileError } from "./errors.js";

/**
 * The bytes of a file, as the parsers take them.
 *
 * @param path Relative to the working directory, or absolute.
 * @throws CompetitionError `file-not-found`, `is-a-directory`, `no-permission`.
 *
 * @example
 * parseCourses(await readBytes("courses.csv"), { name: "courses.csv" })
 * @example
 * await readBytes("absent.csv") // throws: absent.csv: file not found; …
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  requireText("readBytes.path", path, { expected: "the name of a file" });
  try {
    return await readFile(path);
  } catch (error) {
    throw fileError(error, path);
  }
}

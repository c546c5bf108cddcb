import { requireText } from "../core/index.js";
import { stat } from "node:fs/promises";
import { fileError, systemCode } from "./errors.js";

/**
 * Whether there is a file or folder of this name.
 *
 * @throws CompetitionError `no-permission` where that can't be known.
 *
 * @example
 * await fileExists("ledger.jsonl") // true
 * @example
 * await fileExists("absent/ledger.jsonl") // false: neither folder nor file
 */
export async function fileExists(path: string): Promise<boolean> {
  requireText("fileExists.path", path, { expected: "the name of a file or a folder" });
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return false;
    throw fileError(error, path);
  }
}

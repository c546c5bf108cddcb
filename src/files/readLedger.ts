import { requireText } from "../core/index.js";
import { readBytes } from "./bytes.js";
import { untilFree } from "./lock.js";

const LINE_FEED = 10;

/**
 * The bytes of a ledger's file, read without its lock: where somebody is in the middle of writing a
 * line, after that.
 *
 * @throws CompetitionError `file-not-found`, `is-a-directory`, `no-permission`.
 *
 * @example
 * openLedger(protocol, parseLedger(await readLedger("ledger.jsonl"), { name: "ledger.jsonl" }))
 * @example
 * await readLedger("absent.jsonl") // throws: absent.jsonl: file not found; …
 */
export async function readLedger(path: string): Promise<Uint8Array> {
  requireText("readLedger.path", path, { expected: "the name of a ledger's file" });
  const bytes = await readBytes(path);
  if (bytes.at(-1) === LINE_FEED) return bytes;
  await untilFree(path);
  return await readBytes(path);
}

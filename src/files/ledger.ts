import { open, rm, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import type { LedgerHead, LedgerRecord } from "../allocation/index.js";
import { competitionError } from "../core/index.js";
import { writeJsonLines } from "../tables/index.js";
import { fileError, systemCode } from "./errors.js";
import { lastLine } from "./lastLine.js";
import { withLock } from "./lock.js";
import { syncFolder } from "./write.js";

/** The end of a ledger: how many lines it has, and the digest of the last. */
export type LedgerEnd = Pick<LedgerHead, "size" | "chain">;

/**
 * Appends lines to a ledger's file, provided that it still ends where the ledger that they follow
 * ended. One writer at a time holds the file's lock; when this returns, the lines are on the disk,
 * and when it throws, none of them is.
 *
 * @param path The file, such as `ledger.jsonl`; it is made where `after` is `undefined`.
 * @param records What `startLedger`, `freezeRoster`, `allocateBatch` or `allocate` gave.
 * @param options `after`: the head of the ledger that the lines follow; `undefined` for a new one.
 * @throws CompetitionError `ledger-moved` if the file ends elsewhere, or is there though it should be
 * new; `torn-line` if its last line isn't whole; `file-locked`, `file-not-found`, `disk-full`.
 *
 * @example
 * const { records } = allocateBatch(ledger, { key });
 * await appendToLedger("ledger.jsonl", records, { after: ledger.head });
 * @example
 * const { records } = startLedger(protocol, { key, date: "2005-01-03", mode: "live" });
 * await appendToLedger("ledger.jsonl", records, { after: undefined });
 */
export async function appendToLedger(
  path: string,
  records: readonly LedgerRecord[],
  options: { readonly after: LedgerEnd | undefined },
): Promise<void> {
  const { after } = options;
  await withLock(path, async () => {
    const file = await openFor(path, after);
    try {
      if (after !== undefined) checkEnd(await lastLine(file), path, after);
      await appendWhole(file, writeJsonLines(records));
      if (after === undefined) await syncFolder(dirname(path));
    } catch (error) {
      if (after === undefined) await rm(path, { force: true });
      throw fileError(error, path);
    } finally {
      await file.close();
    }
  });
}

async function openFor(path: string, after: LedgerEnd | undefined): Promise<FileHandle> {
  try {
    return await open(path, after === undefined ? "wx+" : "r+");
  } catch (error) {
    if (systemCode(error) === "EEXIST") throw moved(path, "a file that is there", "no file yet");
    throw fileError(error, path);
  }
}

function checkEnd(line: string | undefined, path: string, after: LedgerEnd): void {
  const found = line === undefined ? undefined : endOf(line);
  if (found === undefined) {
    throw competitionError({
      code: "torn-line",
      path: `${path}, row ${after.size}`,
      received: line?.slice(-40) ?? "nothing",
      expected: "a whole line, ended by a line feed",
      hint: "A write was interrupted. Compare with a copy of the ledger before anything is appended.",
    });
  }
  if (found.size === after.size && found.chain === after.chain) return;
  throw moved(path, describeEnd(found), describeEnd(after));
}

function endOf(line: string): LedgerEnd | undefined {
  try {
    const { sequence, digest } = JSON.parse(line) as { sequence?: unknown; digest?: unknown };
    if (typeof sequence !== "number" || typeof digest !== "string") return undefined;
    return { size: sequence + 1, chain: digest };
  } catch {
    return undefined;
  }
}

function describeEnd({ size, chain }: LedgerEnd): string {
  return `${size} lines that end with ${chain}`;
}

function moved(path: string, received: string, expected: string): Error {
  return competitionError({
    code: "ledger-moved",
    path,
    received,
    expected,
    hint: "Somebody else has written to it. Read the ledger again and repeat the command.",
  });
}

/** Appends a text and brings it down to the disk; if that fails, the file is cut back to what it was. */
async function appendWhole(file: FileHandle, text: string): Promise<void> {
  const { size } = await file.stat();
  try {
    const bytes = Buffer.from(text);
    await writeAt(file, bytes, size);
    await file.sync();
  } catch (error) {
    await file.truncate(size);
    throw error;
  }
}

async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

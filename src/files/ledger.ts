import { open, type FileHandle } from "node:fs/promises";
import type { LedgerRecord } from "../allocation/index.js";
import {
  competitionError,
  requireObject,
  requireObjects,
  requireText,
  type Notice,
  type Wanted,
} from "../core/index.js";
import { writeJsonLines } from "../tables/index.js";
import { readBytes } from "./bytes.js";
import { appendWhole, createWhole } from "./disk.js";
import { fileError } from "./errors.js";
import { fileExists } from "./exists.js";
import { describeEnd, ledgerMoved, tornLine, type LedgerEnd } from "./ledgerEnd.js";
import { withLock } from "./lock.js";
import { mendEnd } from "./mend.js";

/** A ledger's file as its one writer finds it. */
export interface LedgerFile {
  /** Undefined where there is no file yet. */
  readonly bytes: Uint8Array | undefined;
  /** What was mended: `torn-line-set-aside` with the file that has it now, `line-feed-added`. */
  readonly notices: readonly Notice[];
}

/** Work on a ledger that leaves lines to append, as `allocate` and the others do. */
interface Work {
  readonly records: readonly LedgerRecord[];
}

/**
 * Reads a ledger's file, works on it and appends what the work leaves, while nobody else writes to it.
 *
 * One writer at a time holds the file's lock, the others wait for ten seconds. A lock whose process was
 * killed is taken over; that of another machine never is. Where a killed process or a power failure has
 * torn the last line, that line is set aside in a file beside first (`notices`); the lines before it
 * stand, and what was to follow them is drawn again as it would have been. When this returns, the lines
 * are on the disk; when it throws, none of them is.
 *
 * @param path The file, such as `ledger.jsonl`; it is made where there is none.
 * @param work Takes the file and gives `records`, the lines to append, with anything else that is wanted.
 * @returns What the work gave.
 * @throws CompetitionError `file-locked`, `torn-line` where even the opening is torn, `disk-full`,
 * `no-permission`, `file-not-found` for a folder that isn't there; what the work throws.
 *
 * @example
 * const { entry } = await updateLedger("ledger.jsonl", ({ bytes = "" }) =>
 *   allocate(openLedger(protocol, parseLedger(bytes)), referral, { key }));
 * @example
 * await updateLedger("new.jsonl", () => startLedger(protocol, { key, date: "2005-01-03", mode: "live" }));
 */
export async function updateLedger<Result extends Work>(
  path: string,
  work: (file: LedgerFile) => Result | Promise<Result>,
): Promise<Result> {
  requireText("updateLedger.path", path, LEDGER);
  if (typeof work !== "function") {
    throw competitionError({
      code: "impossible-input",
      path: "updateLedger.work",
      received: work,
      expected: "a function that takes the file and gives records",
      hint: "Write updateLedger(path, ({ bytes }) => allocate(…)).",
    });
  }
  return await withLock(path, async () => {
    const mended = (await fileExists(path)) ? await onFile(path, mendEnd) : undefined;
    const bytes = mended === undefined ? undefined : await readBytes(path);
    const result = await work({ bytes, notices: mended?.notices ?? [] });
    const [first] = result.records;
    if (first === undefined) return result;
    if (bytes === undefined) await startFile(path, result.records);
    else await appendTo(path, result.records, { size: first.sequence, chain: first.previous });
    return result;
  });
}

/**
 * Appends lines to a ledger's file, provided that it still ends where the ledger that they follow
 * ended: for programs that keep a ledger in memory, where `updateLedger` would read it again.
 *
 * Locks and mends as `updateLedger` does; when this returns, the lines are on the disk, and when it
 * throws, none of them is.
 *
 * @param path The file, such as `ledger.jsonl`; it is made where `after` is `undefined`.
 * @param records What `startLedger`, `freezeRoster`, `allocateBatch` or `allocate` gave.
 * @param options `after`: the head of the ledger that the lines follow; `undefined` for a new one.
 * @returns What was mended in the file first, as `LedgerFile` has it.
 * @throws CompetitionError `ledger-moved` if the file ends elsewhere, or is there though it should be
 * new: read it again and repeat; `torn-line` if its last line isn't one of a ledger; `file-locked`,
 * `file-not-found`, `disk-full`.
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
): Promise<readonly Notice[]> {
  requireText("appendToLedger.path", path, LEDGER);
  requireObjects("appendToLedger.records", records, {
    expected: "the records to append",
    hint: "Give what startLedger, freezeRoster, allocateBatch or allocate gave: records.",
  });
  requireObject("appendToLedger.options", options, {
    expected: "the head of the ledger that the lines follow: { after }",
    hint: "For a new ledger write { after: undefined }.",
  });
  const { after } = options;
  return await withLock(path, async () => {
    if (after !== undefined) return await appendTo(path, records, after);
    if (await fileExists(path)) throw ledgerMoved(path, "a file that is there", "no file yet");
    await startFile(path, records);
    return [];
  });
}

const LEDGER: Wanted = { expected: "the name of a ledger's file, such as ledger.jsonl" };

async function startFile(path: string, records: readonly LedgerRecord[]): Promise<void> {
  await createWhole(path, writeJsonLines(records)).catch((error: unknown) => {
    throw fileError(error, path);
  });
}

async function appendTo(
  path: string,
  records: readonly LedgerRecord[],
  after: LedgerEnd,
): Promise<readonly Notice[]> {
  return await onFile(path, async (file) => {
    const { end, notices } = await mendEnd(file, path);
    if (end === undefined) throw tornLine(path);
    if (end.size !== after.size || end.chain !== after.chain) {
      throw ledgerMoved(path, describeEnd(end), describeEnd(after));
    }
    if (records.length > 0) await appendWhole(file, writeJsonLines(records));
    return notices;
  });
}

async function onFile<Result>(
  path: string,
  work: (file: FileHandle, path: string) => Promise<Result>,
): Promise<Result> {
  try {
    const file = await open(path, "r+");
    try {
      return await work(file, path);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileError(error, path);
  }
}

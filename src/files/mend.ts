import type { FileHandle } from "node:fs/promises";
import { digestOf, type Notice } from "../core/index.js";
import { readEnd } from "./end.js";
import { endWith, type LedgerEnd } from "./ledgerEnd.js";
import { appendWhole, createWhole } from "./disk.js";

/** A ledger's file, good to be appended to. */
export interface Mended {
  /** Undefined where the last line isn't one of a ledger, or no line is whole. */
  readonly end: LedgerEnd | undefined;
  /** What was done to it. */
  readonly notices: readonly Notice[];
}

/**
 * Mends the end of a ledger's file, which a killed process or a power failure can leave torn: a whole
 * line that only lacks its line feed gets it; anything else behind the last line feed is set aside in
 * a file beside, and its place in the ledger is free again. Nothing else is touched.
 *
 * The file beside is on the disk before the ledger is cut, and is named by what it holds: whoever is
 * killed here leaves no more to do than there was.
 */
export async function mendEnd(file: FileHandle, path: string): Promise<Mended> {
  const { line, whole, rest } = await readEnd(file);
  const end = endWith(line);
  if (rest.length === 0 || (line !== undefined && end === undefined)) return { end, notices: [] };
  const row = (end?.size ?? 0) + 1;
  const last = endWith(new TextDecoder().decode(rest));
  if (last?.size === row) {
    await appendWhole(file, "\n");
    return { end: last, notices: [{ code: "line-feed-added", severity: "caution", file: path, row }] };
  }
  if (end === undefined) return { end, notices: [] }; // a torn opening: nothing is left to go on from
  const aside = `${path}.torn-${row}-${digestOf(rest).slice(0, 8)}`;
  await createWhole(aside, rest);
  await file.truncate(whole);
  await file.sync();
  const facts = { file: path, row, bytes: rest.length, aside };
  return { end, notices: [{ code: "torn-line-set-aside", severity: "warning", ...facts }] };
}

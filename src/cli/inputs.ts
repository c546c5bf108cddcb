import { isAbsolute, join } from "node:path";
import { openLedger, parseLedger, type Key, type Ledger, type LedgerRecord } from "../allocation/index.js";
import { competitionError, digestOf, isCompetitionError, type Source } from "../core/index.js";
import { readBytes, readLedger as readLedgerBytes } from "../files/index.js";
import { parsePayment, parseProtocol, type Protocol } from "../protocol/index.js";
import type { PaymentPlan } from "../settlement/index.js";
import type { ParsedTable, TableOptions } from "../tables/index.js";
import { tellNotices } from "./notices.js";
import type { ColumnMaps, TableName } from "./options.js";
import { asOtherTable } from "./otherTable.js";
import type { Surroundings } from "./surroundings.js";

/** Where a file is, by the name that was given for it. */
export function placeOf({ folder }: Surroundings, name: string): string {
  return isAbsolute(name) ? name : join(folder, name);
}

/** A protocol and the file that it came from. */
export interface ReadProtocol {
  readonly protocol: Protocol;
  readonly source: Source;
}

export async function readProtocol(name: string, surroundings: Surroundings): Promise<ReadProtocol> {
  const bytes = await readBytes(placeOf(surroundings, name));
  const protocol = parseProtocol(bytes, { name });
  return { protocol, source: { name, digest: digestOf(bytes), rows: 1 } };
}

/** The payment terms of a file of their own and that file, or the protocol's where there is none. */
export async function readPayment(
  name: string | undefined,
  protocol: Protocol,
  surroundings: Surroundings,
): Promise<{ readonly payment: PaymentPlan | undefined; readonly sources: readonly Source[] }> {
  if (name === undefined) return { payment: protocol.payment, sources: [] };
  const bytes = await readBytes(placeOf(surroundings, name));
  return {
    payment: parsePayment(bytes, protocol, { name }),
    sources: [{ name, digest: digestOf(bytes), rows: 1 }],
  };
}

/** The lines of a ledger, each of them whole; whether they hold together is for others to say. */
export async function readLedgerLines(
  name: string,
  surroundings: Surroundings,
): Promise<ParsedTable<LedgerRecord>> {
  const lines = parseLedger(await readLedgerBytes(placeOf(surroundings, name)), { name });
  tellNotices(surroundings, lines.notices);
  return lines;
}

export async function readLedger(
  name: string,
  protocol: Protocol,
  surroundings: Surroundings,
): Promise<{ readonly ledger: Ledger; readonly source: Source }> {
  const lines = await readLedgerLines(name, surroundings);
  return { ledger: openLedger(protocol, lines), source: lines.source };
}

/** Reads a table by its parser, with the headings that the command line maps; its notices are the caller's to tell. */
export async function readTable<Table>(
  table: TableName,
  name: string,
  parse: (bytes: Uint8Array, options: TableOptions) => Table,
  maps: ColumnMaps | undefined,
  surroundings: Surroundings,
): Promise<Table> {
  const bytes = await readBytes(placeOf(surroundings, name));
  try {
    return parse(bytes, { name, columns: maps?.[table] });
  } catch (error) {
    throw asMapped(asOtherTable(error, table, name), table, maps?.[table] ?? {});
  }
}

/** Of a file that hasn't a heading that the command line maps, only that: its rows can't be read without it. */
function asMapped(error: unknown, table: TableName, map: Readonly<Record<string, string>>): unknown {
  if (!isCompetitionError(error, "rows-in-error")) return error;
  const missing = error.issues.find(
    ({ code, column = "" }) => code === "missing-column" && Object.hasOwn(map, column),
  );
  if (missing?.column === undefined) return error;
  return competitionError({
    code: "impossible-option",
    path: `--columns ${table}.${missing.column}`,
    received: map[missing.column],
    expected: `a heading of ${missing.file ?? `${table}.csv`}: ${String(missing.received)}`,
  });
}

const LINE_ENDS: ReadonlySet<number> = new Set([10, 13]);

/** A key that may have to be made first: where its file isn't there, how to make it. */
export async function readMadeKey(
  name: string,
  { expected, made }: { readonly expected: string; readonly made: string },
  surroundings: Surroundings,
): Promise<Key> {
  try {
    return await readKey(name, surroundings);
  } catch (error) {
    if (!isCompetitionError(error, "file-not-found")) throw error;
    throw competitionError({
      code: "file-not-found",
      path: name,
      expected,
      hint: `${made} let a machine make one: openssl rand -hex 32 > ${name}`,
    });
  }
}

/** The bytes of a key file without the line feed that editors and `openssl` end it with. */
export async function readKey(name: string, surroundings: Surroundings): Promise<Key> {
  const bytes = await readBytes(placeOf(surroundings, name));
  return bytes.subarray(0, bytes.findLastIndex((byte) => !LINE_ENDS.has(byte)) + 1);
}

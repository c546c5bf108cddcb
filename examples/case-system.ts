// A case system that draws inside its own database transaction: `allocate` is a pure function, so
// the transaction decides alone what is kept, and a clash of two referrals is an ordinary retry.
// `npx tsx examples/case-system.ts` lets three processes draw the same referrals into one database
// (case-database.ts).
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tenders, type Protocol } from "konkurrencemodel";
import {
  allocate,
  openLedger,
  startLedger,
  verifyLedger,
  type LedgerHead,
  type LedgerRecord,
  type Referral,
} from "konkurrencemodel/allocation";
import { openDatabase } from "./case-database.js";

/** What the program needs of a database; any store with transactions will do. */
export interface Transaction {
  ledgerEntries(): Promise<readonly LedgerRecord[]>;
  /** Refused where someone else has appended since; the transaction is tried again then. */
  append(records: readonly LedgerRecord[], condition: { readonly after: LedgerHead }): Promise<void>;
}

export interface Database {
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

export function onReferral(
  db: Database,
  protocol: Protocol,
  key: string,
  referral: Referral,
): Promise<string> {
  return db.transaction(async (tx) => {
    const before = openLedger(protocol, await tx.ledgerEntries()); // checks the chain and the protocol's digest
    const { entry, records } = allocate(before, referral, { key }); // pure: no clock, no file, no global state
    await tx.append(records, { after: before.head }); // optimistic lock; a repeated referral adds nothing
    return entry.arm;
  });
}

const KEY = "a key that stays secret until the draws are to be verified";
const PROCESSES = 3;

const REFERRALS: readonly Referral[] = Array.from({ length: 40 }, (_, index) => ({
  citizen: `b7c1f09a${100 + index}`,
  referredOn: "2004-01-05",
  targetGroup: index % 3 === 0 ? "A" : "B",
}));

/** One of the processes: handles every referral but each third, in an order of its own. */
async function handleReferrals(file: string, process: number): Promise<number> {
  const db = openDatabase(file);
  const mine = REFERRALS.filter((_, index) => index % PROCESSES !== process);
  for (const referral of process % 2 === 0 ? mine : mine.toReversed()) {
    await onReferral(db, tenders.hillerod, KEY, referral);
  }
  db.close();
  return db.retries();
}

/** Lets the processes draw at the same time, and verifies what they leave. */
export async function main(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "case-system-"));
  const file = join(folder, "cases.db");
  const db = openDatabase(file);
  const opening = startLedger(tenders.hillerod, { key: KEY, date: "2004-01-05", mode: "live" });
  db.initialize(opening.records);
  try {
    const retries = await Promise.all(Array.from({ length: PROCESSES }, (_, n) => inProcess(file, n)));
    const lines = await db.transaction((tx) => tx.ledgerEntries());
    const { valid } = await verifyLedger(tenders.hillerod, lines, { key: KEY });
    const { entries } = openLedger(tenders.hillerod, lines);
    return [
      `${PROCESSES} processes handled ${REFERRALS.length} referrals, each of them twice`,
      `${entries.length} entries, ${new Set(entries.map(({ citizen }) => citizen)).size} citizens`,
      `${retries.reduce((sum, each) => sum + each, 0)} transactions tried again`,
      valid ? "the ledger and every draw in it hold" : "the ledger does not hold",
    ];
  } finally {
    db.close();
    await rm(folder, { recursive: true });
  }
}

const self = fileURLToPath(import.meta.url);

/** Runs `handleReferrals` in a process of its own. */
async function inProcess(file: string, process: number): Promise<number> {
  const child = fork(self, [file, String(process)], { execArgv: ["--import", "tsx"] });
  const [retries] = (await once(child, "message")) as [number];
  await once(child, "exit");
  return retries;
}

const [, script, file, number] = process.argv;
if (script === self) {
  if (file === undefined) console.log((await main()).join("\n"));
  else process.send?.(await handleReferrals(file, Number(number)));
}

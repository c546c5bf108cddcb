// A case system that draws inside its own database transaction: `allocate` is a pure function, so
// the transaction decides alone what is kept, and a clash of two referrals is an ordinary retry.
import {
  allocate,
  openLedger,
  startLedger,
  type LedgerRecord,
  type Referral,
} from "konkurrencemodel/allocation";
import { tenders, type Protocol } from "konkurrencemodel";

/** What the example needs of a database; any store with transactions will do. */
interface Transaction {
  ledgerEntries(): Promise<readonly LedgerRecord[]>;
  append(
    records: readonly LedgerRecord[],
    condition: { readonly after: { readonly size: number } },
  ): Promise<void>;
}

interface Database {
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

/** A database of one table in memory, to run the example. */
export function memoryDatabase(
  lines: readonly LedgerRecord[],
): Database & { readonly lines: LedgerRecord[] } {
  const kept = [...lines];
  const tx: Transaction = {
    ledgerEntries: () => Promise.resolve([...kept]),
    append: (records, { after }) => {
      if (kept.length !== after.size) return Promise.reject(new Error("someone else appended; try again"));
      kept.push(...records);
      return Promise.resolve();
    },
  };
  return { lines: kept, transaction: (work) => work(tx) };
}

/** Draws the same citizen twice on one date, and another one; the first entry is given again. */
export async function main(): Promise<readonly string[]> {
  const key = "a key that stays secret until the draws are to be verified";
  const opening = startLedger(tenders.hillerod, { key, date: "2004-01-05", mode: "live" });
  const db = memoryDatabase(opening.records);
  const referral = { citizen: "b7c1f09a2d44", referredOn: "2004-01-05", targetGroup: "A" };
  const arms = [
    await onReferral(db, tenders.hillerod, key, referral),
    await onReferral(db, tenders.hillerod, key, referral),
    await onReferral(db, tenders.hillerod, key, { ...referral, citizen: "b90e51cc3f07" }),
  ];
  return [...arms, `${db.lines.length} lines`];
}

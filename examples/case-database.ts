// The ledger in a table of SQLite, which is compiled to WebAssembly here so that it installs without a
// compiler or a download; several processes write to the same file. With another database only this
// file changes. (This one locks by a folder, `cases.db.lock`, that a killed process leaves behind.)
import sqlite from "node-sqlite3-wasm";
import { formatLedger, type LedgerHead, type LedgerRecord } from "konkurrencemodel/allocation";
import type { Database, Transaction } from "./case-system.js";

const MOVED = new Error("someone else has appended to the ledger");

export interface CaseDatabase extends Database {
  /** Makes the table, with a new ledger's first lines. */
  initialize(records: readonly LedgerRecord[]): void;
  /** How many transactions were tried again. */
  retries(): number;
  close(): void;
}

/** Opens the database that a file holds. */
export function openDatabase(file: string): CaseDatabase {
  const db = new sqlite.Database(file);
  db.exec("PRAGMA busy_timeout = 30000"); // waits while another process commits
  let retries = 0;

  // Nothing is locked while `work` reads and draws. It commits in `append`, in one transaction of SQLite, if the
  // ledger still ends as it did; what the case system writes of its own belongs into the same transaction.
  async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work({ ledgerEntries, append });
      } catch (error) {
        if (error !== MOVED) throw error;
        retries++;
      }
    }
  }

  async function ledgerEntries(): Promise<readonly LedgerRecord[]> {
    const rows = db.all("SELECT line FROM ledger ORDER BY sequence");
    return rows.map(({ line }) => JSON.parse(String(line)) as LedgerRecord);
  }

  async function append(
    records: readonly LedgerRecord[],
    { after }: { readonly after: LedgerHead },
  ): Promise<void> {
    atomically(() => {
      const last = db.get("SELECT line ->> 'digest' AS digest FROM ledger ORDER BY sequence DESC LIMIT 1");
      if (last?.["digest"] !== after.chain) throw MOVED;
      insert(records);
    });
  }

  function initialize(records: readonly LedgerRecord[]): void {
    atomically(() => {
      db.exec("CREATE TABLE ledger (sequence INTEGER PRIMARY KEY, line TEXT NOT NULL)");
      insert(records);
    });
  }

  function insert(records: readonly LedgerRecord[]): void {
    for (const record of records) {
      db.run("INSERT INTO ledger VALUES (?, ?)", [record.sequence, formatLedger([record]).trimEnd()]);
    }
  }

  /** All of it or nothing; no other process writes meanwhile. */
  function atomically(write: () => void): void {
    db.exec("BEGIN IMMEDIATE");
    try {
      write();
      db.exec("COMMIT");
    } catch (error) {
      db.exec("ROLLBACK");
      throw error;
    }
  }

  return { transaction, initialize, retries: () => retries, close: () => db.close() };
}

import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openDatabase, type CaseDatabase } from "../../examples/case-database.js";
import { main, onReferral } from "../../examples/case-system.js";
import { openLedger, startLedger } from "../../src/allocation/index.js";
import { hillerod } from "../../src/tenders/index.js";
import { temporaryFolder } from "../support/folder.js";

const key = "a key for this test";
const referral = { citizen: "b7c1f09a2d44", referredOn: "2004-01-05", targetGroup: "A" };
const other = { ...referral, citizen: "b90e51cc3f07" };

function newDatabase(): CaseDatabase {
  const db = openDatabase(path.join(temporaryFolder(), "cases.db"));
  onTestFinished(() => db.close());
  db.initialize(startLedger(hillerod, { key, date: "2004-01-05", mode: "live" }).records);
  return db;
}

it("draws in a transaction: the same referral gives the first arm again, the next citizen the other arm", async () => {
  const db = newDatabase();
  const first = await onReferral(db, hillerod, key, referral);
  expect(await onReferral(db, hillerod, key, referral)).toBe(first);
  const next = await onReferral(db, hillerod, key, other);
  expect(new Set([first, next])).toEqual(new Set(["municipal", "supplier"]));
  const lines = await db.transaction((tx) => tx.ledgerEntries());
  expect(lines.map(({ type }) => type)).toEqual(["opening", "allocation", "allocation"]);
  expect(db.retries()).toBe(0);
});

it("tries again where another one was drawn between reading and appending", async () => {
  const db = newDatabase();
  let tries = 0;
  await db.transaction(async (tx) => {
    const before = openLedger(hillerod, await tx.ledgerEntries());
    if (++tries === 1) await onReferral(db, hillerod, key, other);
    await tx.append([], { after: before.head });
  });
  expect({ tries, retries: db.retries() }).toEqual({ tries: 2, retries: 1 });
});

it("appends all lines or none", async () => {
  const db = newDatabase();
  const [opening] = await db.transaction((tx) => tx.ledgerEntries());
  if (opening === undefined) throw new Error("no opening");
  const append = db.transaction(async (tx) => {
    const { head } = openLedger(hillerod, await tx.ledgerEntries());
    await tx.append([{ ...opening, sequence: 1 }, opening], { after: head }); // the second's place is taken
  });
  await expect(append).rejects.toThrow("UNIQUE constraint failed: ledger.sequence");
  expect(await db.transaction((tx) => tx.ledgerEntries())).toEqual([opening]);
});

it("keeps one entry for each citizen, whichever of three processes comes first", async () => {
  const [work, entries, retries, verdict] = await main();
  expect(work).toBe("3 processes handled 40 referrals, each of them twice");
  expect(entries).toBe("40 entries, 40 citizens");
  expect(retries).toMatch(/^\d+ transactions tried again$/);
  expect(verdict).toBe("the ledger and every draw in it hold");
}, 120_000);

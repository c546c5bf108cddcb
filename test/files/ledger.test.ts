import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { LedgerRecord } from "../../src/allocation/index.js";
import { appendToLedger } from "../../src/files/index.js";
import { temporaryFolder } from "../support/folder.js";

/** A line as the store looks at it: only its place and its digest matter here. */
function line(sequence: number): LedgerRecord {
  return {
    type: "roster",
    sequence,
    date: "2005-01-03",
    mode: "test",
    previous: `d${sequence - 1}`,
    digest: `d${sequence}`,
    batch: "2005-W01",
    referrals: [],
  };
}
const end = (sequence: number): { size: number; chain: string } => ({
  size: sequence + 1,
  chain: `d${sequence}`,
});

async function started(): Promise<string> {
  const file = path.join(temporaryFolder(), "ledger.jsonl");
  await appendToLedger(file, [line(0), line(1)], { after: undefined });
  return file;
}

const textOf = (file: string): string => readFileSync(file, "utf8");
const sequencesIn = (file: string): unknown[] =>
  textOf(file)
    .split("\n")
    .slice(0, -1)
    .map((each) => (JSON.parse(each) as { sequence: unknown }).sequence);

describe("appending", () => {
  it("makes the file, goes on from its end, and leaves no lock", async () => {
    const file = await started();
    await appendToLedger(file, [line(2)], { after: end(1) });
    await appendToLedger(file, [line(3), line(4)], { after: end(2) });
    expect(sequencesIn(file)).toEqual([0, 1, 2, 3, 4]);
    expect(readdirSync(path.dirname(file))).toEqual(["ledger.jsonl"]);
  });

  it("leaves the file's bytes where there is nothing to append", async () => {
    const file = await started();
    const before = textOf(file);
    await appendToLedger(file, [], { after: end(1) });
    expect(textOf(file)).toBe(before);
  });

  it("finds the end behind a line longer than one reading", async () => {
    const file = await started();
    const long = { ...line(2), batch: "x".repeat(300_000) };
    await appendToLedger(file, [long], { after: end(1) });
    await appendToLedger(file, [line(3)], { after: end(2) });
    expect(sequencesIn(file)).toEqual([0, 1, 2, 3]);
  });

  it("lets one of several that read the same end write", async () => {
    const file = await started();
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => appendToLedger(file, [line(2)], { after: end(1) })),
    );
    expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(sequencesIn(file)).toEqual([0, 1, 2]);
  });
});

describe("appending is refused, and nothing written,", () => {
  it("where someone else has appended since", async () => {
    const file = await started();
    const before = textOf(file);
    await expect(appendToLedger(file, [line(1)], { after: end(0) })).rejects.toMatchObject({
      code: "ledger-moved",
      path: file,
      received: "2 lines that end with d1",
      expected: "1 lines that end with d0",
    });
    expect(textOf(file)).toBe(before);
  });

  it("where a new ledger's file is there already", async () => {
    const file = await started();
    await expect(appendToLedger(file, [line(0)], { after: undefined })).rejects.toMatchObject({
      code: "ledger-moved",
    });
    expect(sequencesIn(file)).toEqual([0, 1]);
  });

  it("where the last line is torn: without its end, or in the middle", async () => {
    const file = await started();
    const whole = textOf(file);
    for (const torn of [whole.slice(0, -1), whole.slice(0, -20), `${whole.slice(0, -20)}\n`]) {
      writeFileSync(file, torn);
      await expect(appendToLedger(file, [line(2)], { after: end(1) })).rejects.toMatchObject({
        code: "torn-line",
        path: `${file}, row 2`,
      });
      expect(textOf(file)).toBe(torn);
    }
  });

  it("where the file isn't there", async () => {
    const file = path.join(temporaryFolder(), "ledger.jsonl");
    await expect(appendToLedger(file, [line(1)], { after: end(0) })).rejects.toMatchObject({
      code: "file-not-found",
    });
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });
});

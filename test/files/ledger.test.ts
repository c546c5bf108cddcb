import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { LedgerRecord } from "../../src/allocation/index.js";
import { appendToLedger, updateLedger, type LedgerFile } from "../../src/files/index.js";
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

  it("where the last line is not one of a ledger", async () => {
    const file = await started();
    const broken = `${textOf(file).slice(0, -20)}\n`;
    writeFileSync(file, broken);
    await expect(appendToLedger(file, [line(2)], { after: end(1) })).rejects.toMatchObject({
      code: "torn-line",
      path: file,
    });
    expect(textOf(file)).toBe(broken);
  });

  it("where the file isn't there", async () => {
    const file = path.join(temporaryFolder(), "ledger.jsonl");
    await expect(appendToLedger(file, [line(1)], { after: end(0) })).rejects.toMatchObject({
      code: "file-not-found",
    });
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });
});

describe("a torn end", () => {
  it("is set aside before anything is appended, and told", async () => {
    const file = await started();
    const torn = JSON.stringify(line(2)).slice(0, 40);
    writeFileSync(file, `${textOf(file)}${torn}`);
    const [notice] = await appendToLedger(file, [line(2)], { after: end(1) });
    expect(notice).toMatchObject({ code: "torn-line-set-aside", file, row: 3, bytes: 40 });
    expect(sequencesIn(file)).toEqual([0, 1, 2]);
    expect(textOf(String(notice?.["aside"]))).toBe(torn);
  });

  it("that lacks its line feed only is a line that nobody knew of", async () => {
    const file = await started();
    writeFileSync(file, textOf(file).slice(0, -1));
    await expect(appendToLedger(file, [line(1)], { after: end(0) })).rejects.toMatchObject({
      code: "ledger-moved",
    });
    expect(sequencesIn(file)).toEqual([0, 1]);
  });
});

/** Work that leaves a line more than there are. */
function oneMore({ bytes = new Uint8Array() }: LedgerFile): { readonly records: readonly LedgerRecord[] } {
  return { records: [line(bytes.filter((byte) => byte === 10).length)] };
}

describe("updating", () => {
  it("starts the file, goes on from it, and gives what the work gave", async () => {
    const file = path.join(temporaryFolder(), "ledger.jsonl");
    const given = await updateLedger(file, ({ bytes, notices }) => {
      expect({ bytes, notices }).toEqual({ bytes: undefined, notices: [] });
      return { records: [line(0)], more: "news" };
    });
    expect(given.more).toBe("news");
    await updateLedger(file, ({ bytes = new Uint8Array() }) => {
      expect(new TextDecoder().decode(bytes)).toBe(textOf(file));
      return { records: [line(1), line(2)] };
    });
    expect(sequencesIn(file)).toEqual([0, 1, 2]);
    expect(readdirSync(path.dirname(file))).toEqual(["ledger.jsonl"]);
  });

  it("lets several take turns, each on what the others have left", async () => {
    const file = await started();
    await Promise.all(Array.from({ length: 8 }, () => updateLedger(file, oneMore)));
    expect(sequencesIn(file)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("shows the work a mended file", async () => {
    const file = await started();
    const whole = textOf(file);
    writeFileSync(file, `${whole}{"torn`);
    await updateLedger(file, ({ bytes = new Uint8Array(), notices }) => {
      expect(new TextDecoder().decode(bytes)).toBe(whole);
      expect(notices).toMatchObject([{ code: "torn-line-set-aside", bytes: 6 }]);
      return { records: [] };
    });
    expect(textOf(file)).toBe(whole);
  });

  it("writes nothing where there is nothing to append, where the work fails, or what it gives doesn't follow", async () => {
    const absent = path.join(temporaryFolder(), "ledger.jsonl");
    await updateLedger(absent, () => ({ records: [] }));
    await expect(updateLedger(absent, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(readdirSync(path.dirname(absent))).toEqual([]);
    const file = await started();
    const before = textOf(file);
    await updateLedger(file, () => ({ records: [] }));
    for (const wrong of [line(1), line(3)]) {
      await expect(updateLedger(file, () => ({ records: [wrong] }))).rejects.toMatchObject({
        code: "ledger-moved",
      });
    }
    expect(textOf(file)).toBe(before);
    expect(existsSync(`${file}.lock`)).toBe(false);
  });
});

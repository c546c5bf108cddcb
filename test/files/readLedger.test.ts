import { appendFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { readLedger } from "../../src/files/index.js";
import { withLock } from "../../src/files/lock.js";
import { temporaryFolder } from "../support/folder.js";

async function textOf(file: string): Promise<string> {
  return new TextDecoder().decode(await readLedger(file));
}

it("is the file's bytes, torn as they may be where nobody is at work", async () => {
  const file = path.join(temporaryFolder(), "ledger.jsonl");
  for (const text of ["a\nb\n", "a\nb", ""]) {
    writeFileSync(file, text);
    expect(await textOf(file)).toBe(text);
  }
});

it("waits for the end of a line that somebody is writing", async () => {
  const file = path.join(temporaryFolder(), "ledger.jsonl");
  writeFileSync(file, "a\n");
  let read: Promise<string> | undefined;
  await withLock(file, async () => {
    appendFileSync(file, "b");
    read = textOf(file);
    await new Promise((resolve) => setTimeout(resolve, 100));
    appendFileSync(file, "c\n");
  });
  expect(await read).toBe("a\nbc\n");
});

it("says which file isn't there", async () => {
  const file = path.join(temporaryFolder(), "absent.jsonl");
  await expect(readLedger(file)).rejects.toMatchObject({ code: "file-not-found", path: file });
});

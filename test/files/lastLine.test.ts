import { open } from "node:fs/promises";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { lastLine } from "../../src/files/lastLine.js";
import { temporaryFolder } from "../support/folder.js";

async function lastOf(text: string): Promise<string | undefined> {
  const file = path.join(temporaryFolder(), "a");
  writeFileSync(file, text);
  const handle = await open(file, "r");
  try {
    return await lastLine(handle);
  } finally {
    await handle.close();
  }
}

it("is what stands between the last two line feeds", async () => {
  expect(await lastOf("a\nb\n")).toBe("b");
  expect(await lastOf("æøå\n")).toBe("æøå");
  expect(await lastOf("a\n\n")).toBe("");
});

it("is none where the file is empty or its end is torn", async () => {
  expect(await lastOf("")).toBeUndefined();
  expect(await lastOf("a\nb")).toBeUndefined();
});

it("is found wherever it begins: around and far beyond one reading of 65,536 bytes", async () => {
  for (const length of [65_533, 65_534, 65_535, 65_536, 131_072, 300_001]) {
    expect(await lastOf(`a\n${"x".repeat(length)}\n`)).toHaveLength(length);
    expect(await lastOf(`${"x".repeat(length)}\n`)).toHaveLength(length);
  }
});

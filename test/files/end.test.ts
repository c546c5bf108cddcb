import { writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { readEnd, type FileEnd } from "../../src/files/end.js";
import { temporaryFolder } from "../support/folder.js";

async function endOf(text: string): Promise<Omit<FileEnd, "rest"> & { readonly rest: string }> {
  const file = path.join(temporaryFolder(), "a");
  writeFileSync(file, text);
  const handle = await open(file, "r");
  try {
    const end = await readEnd(handle);
    return { ...end, rest: new TextDecoder().decode(end.rest) };
  } finally {
    await handle.close();
  }
}

it("is what stands between the last two line feeds, and nothing behind", async () => {
  expect(await endOf("a\nb\n")).toEqual({ line: "b", whole: 4, rest: "" });
  expect(await endOf("æøå\n")).toEqual({ line: "æøå", whole: 7, rest: "" });
  expect(await endOf("a\n\n")).toEqual({ line: "", whole: 3, rest: "" });
  expect(await endOf("\n")).toEqual({ line: "", whole: 1, rest: "" });
});

it("tells what a line feed is missing behind", async () => {
  expect(await endOf("")).toEqual({ line: undefined, whole: 0, rest: "" });
  expect(await endOf("a")).toEqual({ line: undefined, whole: 0, rest: "a" });
  expect(await endOf("a\nb\ncd")).toEqual({ line: "b", whole: 4, rest: "cd" });
  expect(await endOf("\nb")).toEqual({ line: "", whole: 1, rest: "b" });
});

it("is found wherever it begins: around and far beyond one reading of 65,536 bytes", async () => {
  for (const length of [65_533, 65_534, 65_535, 65_536, 131_072, 300_001]) {
    const long = "x".repeat(length);
    expect(await endOf(`a\n${long}\n`)).toEqual({ line: long, whole: length + 3, rest: "" });
    expect(await endOf(`${long}\n`)).toEqual({ line: long, whole: length + 1, rest: "" });
    expect(await endOf(`a\nb\n${long}`)).toEqual({ line: "b", whole: 4, rest: long });
    expect(await endOf(`a\n${long}\n${long}`)).toEqual({ line: long, whole: length + 3, rest: long });
  }
});

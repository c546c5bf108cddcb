import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { appendWhole, createWhole, makeFolder } from "../../src/files/disk.js";
import { temporaryFolder } from "../support/folder.js";

describe("a file made whole", () => {
  it("takes the place of what a killed process left on the way to it", async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "a.new"), "a long remainder");
    await createWhole(path.join(folder, "a"), "æ");
    expect(readdirSync(folder)).toEqual(["a"]);
    expect(readFileSync(path.join(folder, "a"), "utf8")).toBe("æ");
  });

  it("leaves nothing where it can't be made", async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, "a"));
    await expect(createWhole(path.join(folder, "a"), "b")).rejects.toMatchObject({ code: "EISDIR" });
    expect(readdirSync(folder)).toEqual(["a"]);
  });
});

describe("a text appended", () => {
  it("stands behind what was there, wherever the handle stood", async () => {
    const file = path.join(temporaryFolder(), "a");
    writeFileSync(file, "æ\n");
    const handle = await open(file, "r+");
    await appendWhole(handle, "ø\n");
    await appendWhole(handle, "å\n");
    await handle.close();
    expect(readFileSync(file, "utf8")).toBe("æ\nø\nå\n");
  });

  it("is refused by a full device", async () => {
    const handle = await open("/dev/full", "r+");
    try {
      await expect(appendWhole(handle, "a")).rejects.toMatchObject({ code: "ENOSPC" });
    } finally {
      await handle.close();
    }
  });
});

describe("a folder", () => {
  it("is made with those above it, and those that were made are told, the innermost first", async () => {
    const folder = temporaryFolder();
    expect(await makeFolder(path.join(folder, "a/b/c"))).toEqual(
      ["a/b/c", "a/b", "a"].map((name) => path.join(folder, name)),
    );
    expect(await makeFolder(path.join(folder, "a/b"))).toEqual([]);
    expect(await makeFolder("/")).toEqual([]);
  });

  it("is refused where a file stands", async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "plain"), "");
    await expect(makeFolder(path.join(folder, "plain"))).rejects.toMatchObject({ code: "EEXIST" });
    await expect(makeFolder(path.join(folder, "plain/a"))).rejects.toMatchObject({ code: "ENOTDIR" });
  });

  it("is refused, not tried for ever, where the system can't have one", async () => {
    await expect(makeFolder("/proc/nope/deeper")).rejects.toMatchObject({
      code: "impossible-folder",
      path: "/proc/nope",
    });
  });

  it("is made by several at once", async () => {
    const folder = path.join(temporaryFolder(), "a/b");
    const made = await Promise.all([1, 2, 3].map(() => makeFolder(folder)));
    expect(made.flat().toSorted()).toEqual([path.dirname(folder), folder]);
  });
});

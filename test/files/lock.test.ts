import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { untilFree, withLock } from "../../src/files/lock.js";
import { temporaryFolder } from "../support/folder.js";
import { holderName, leaveLock, NOBODY } from "../support/locks.js";

const fileIn = (folder: string): string => path.join(folder, "a");

/** Works that tell how many of them were at it together. */
function counted(): () => Promise<number> {
  let inside = 0;
  return async () => {
    const together = ++inside;
    await new Promise(setImmediate);
    inside--;
    return together;
  };
}

describe("a lock", () => {
  it("stands while the work goes on, and names its holder", async () => {
    const folder = temporaryFolder();
    const [name = ""] = await withLock(fileIn(folder), async () => readdirSync(`${fileIn(folder)}.lock`));
    expect(name.split("_")[0]).toBe(String(process.pid));
    expect(readdirSync(folder)).toEqual([]);
  });

  it("goes when the work fails", async () => {
    const folder = temporaryFolder();
    await expect(withLock(fileIn(folder), () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("makes works take turns", async () => {
    const file = fileIn(temporaryFolder());
    const work = counted();
    const most = await Promise.all(Array.from({ length: 8 }, () => withLock(file, work)));
    expect(most).toEqual(Array.from({ length: 8 }, () => 1));
  });

  it("is the same by whatever link the file is named", async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, "real"));
    writeFileSync(path.join(folder, "real/a"), "");
    symlinkSync("real", path.join(folder, "linked"));
    symlinkSync("real/a", path.join(folder, "b"));
    const work = counted();
    const names = ["real/a", "linked/a", "b", "real/../real/a"];
    expect(await Promise.all(names.map((name) => withLock(path.join(folder, name), work)))).toEqual([
      1, 1, 1, 1,
    ]);
  });

  it("is refused where there is no folder", async () => {
    const file = path.join(temporaryFolder(), "absent/a");
    await expect(withLock(file, counted())).rejects.toMatchObject({ code: "file-not-found", path: file });
  });
});

describe("the lock of a process that was killed", () => {
  it("is taken over, by one at a time", async () => {
    const folder = temporaryFolder();
    const file = fileIn(folder);
    leaveLock(file, await holderName({ pid: NOBODY }));
    const work = counted();
    expect(await Promise.all([1, 2, 3, 4].map(() => withLock(file, work)))).toEqual([1, 1, 1, 1]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is taken over if it was killed while it left: the lock stands empty then", async () => {
    const folder = temporaryFolder();
    mkdirSync(`${fileIn(folder)}.lock`);
    expect(await withLock(fileIn(folder), async () => "worked")).toBe("worked");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is swept away if it was killed before it had its turn; that of a process that waits stays", async () => {
    const folder = temporaryFolder();
    const file = fileIn(folder);
    const waiting = await holderName();
    leaveLock(file, await holderName({ pid: NOBODY }), true);
    leaveLock(file, waiting, true);
    await withLock(file, async () => undefined);
    expect(readdirSync(folder)).toEqual([`a.lock.${waiting}`]);
  });

  it("isn't taken for its successor's by those who saw it before", async () => {
    // Both have seen the dead holder's name; the second removes it when the first has its own lock there.
    const file = fileIn(temporaryFolder());
    const dead = await holderName({ pid: NOBODY });
    leaveLock(file, dead);
    const names = await withLock(file, async () => {
      await expect(withLock(file, async () => "both", 60)).rejects.toMatchObject({ code: "file-locked" });
      return readdirSync(`${file}.lock`);
    });
    expect(names).not.toContain(dead);
    expect(names).toHaveLength(1);
  });
});

describe("the lock of somebody who may be at work is respected:", () => {
  it.each([
    ["of a running process", {}, `process ${process.pid} on ${hostname()}`],
    ["of another machine", { pid: NOBODY, world: "another", host: "other" }, `process ${NOBODY} on other`],
    [
      "of a container with numbers of its own",
      { pid: NOBODY, world: "another" },
      `process ${NOBODY} on ${hostname()}`,
    ],
  ])("%s", async (_, facts, received) => {
    const file = fileIn(temporaryFolder());
    const name = await holderName(facts);
    leaveLock(file, name);
    await expect(withLock(file, async () => "worked", 60)).rejects.toMatchObject({
      code: "file-locked",
      path: file,
      received,
      hint: expect.stringContaining(`delete ${file}.lock`) as string,
    });
    expect(readdirSync(path.dirname(file))).toEqual(["a.lock"]);
    expect(readdirSync(`${file}.lock`)).toEqual([name]);
  });

  it("of nobody known", async () => {
    const file = fileIn(temporaryFolder());
    writeFileSync(`${file}.lock`, "4711 vm\n"); // a file in the folder's place
    await expect(withLock(file, async () => "worked", 60)).rejects.toMatchObject({
      code: "file-locked",
      received: "a lock without a name",
    });
    expect(readFileSync(`${file}.lock`, "utf8")).toBe("4711 vm\n");
  });
});

describe("waiting until a file is free", () => {
  it("ends when the holder leaves, and at once where nobody who runs holds it", async () => {
    const folder = temporaryFolder();
    const file = fileIn(folder);
    await untilFree(file);
    leaveLock(path.join(folder, "b"), await holderName({ pid: NOBODY }));
    await untilFree(path.join(folder, "b"));
    let leave: (() => void) | undefined;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const holding = withLock(file, () => left);
    await expect.poll(() => existsSync(`${file}.lock`), { timeout: 60_000 }).toBe(true);
    let free = false;
    const waiting = untilFree(file).then(() => {
      free = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(free).toBe(false);
    leave?.();
    await waiting;
    await holding;
  });
});

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { withLock } from "../../src/files/lock.js";
import { temporaryFolder } from "../support/folder.js";

const NOBODY = 4_194_305; // above Linux's largest process id, 2^22
const RUNNING = `${process.pid} ${hostname()} 1\n`;
const DEAD = `${NOBODY} ${hostname()} 1\n`;
const ELSEWHERE = `${NOBODY} another-machine 1\n`;

const lockedFile = (folder: string, holder: string, name = "a"): string => {
  const file = path.join(folder, name);
  writeFileSync(`${file}.lock`, holder);
  return file;
};

describe("a lock", () => {
  it("stands while the work goes on, and names its holder", async () => {
    const file = path.join(temporaryFolder(), "a");
    const holder = await withLock(file, async () => readFileSync(`${file}.lock`, "utf8"));
    expect(holder.split(" ").slice(0, 2)).toEqual([String(process.pid), hostname()]);
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it("goes when the work fails", async () => {
    const file = path.join(temporaryFolder(), "a");
    await expect(withLock(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it("makes works take turns", async () => {
    const file = path.join(temporaryFolder(), "a");
    let inside = 0;
    const most: number[] = [];
    const work = async (): Promise<void> => {
      most.push(++inside);
      await new Promise(setImmediate);
      inside--;
    };
    await Promise.all(Array.from({ length: 8 }, () => withLock(file, work)));
    expect(most).toEqual(Array.from({ length: 8 }, () => 1));
  });

  it("of a dead process is taken over, by one at a time", async () => {
    const folder = temporaryFolder();
    const file = lockedFile(folder, DEAD);
    let inside = 0;
    const work = async (): Promise<number> => {
      const together = ++inside;
      await new Promise(setImmediate);
      inside--;
      return together;
    };
    expect(await Promise.all([1, 2, 3, 4].map(() => withLock(file, work)))).toEqual([1, 1, 1, 1]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("of a running process, of another machine, or of nobody known is respected", async () => {
    const folder = temporaryFolder();
    const holders = [RUNNING, ELSEWHERE, ""];
    const files = holders.map((holder, index) => lockedFile(folder, holder, `f${index}`));
    const tries = await Promise.allSettled(files.map((file) => withLock(file, async () => "worked")));
    expect(tries).toMatchObject([
      {
        reason: { code: "file-locked", path: files[0], received: `process ${process.pid} on ${hostname()}` },
      },
      { reason: { code: "file-locked", received: `process ${NOBODY} on another-machine` } },
      { reason: { code: "file-locked", received: "a lock without a name" } },
    ]);
    expect(files.map((file) => readFileSync(`${file}.lock`, "utf8"))).toEqual(holders);
  });
});

import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { requireText } from "../core/index.js";
import { hasEnded, holderNamed, nameOf, thisProcess } from "./holder.js";

/** How much of a file's name stands in that of its remains, so that the whole isn't too long for a disk. */
const NAME = 40;
const REMAINS = /^\..+?\.(\d+_[^/]+)\.(?:new|old)$/su;

/** The name that a file has on its way, by which others can tell who was writing it: `.new` and `.old` come after it. */
export async function wayName(name: string): Promise<string> {
  return `.${name.slice(0, NAME)}.${nameOf(await thisProcess())}`;
}

/**
 * Removes from a folder what runs that were killed while they wrote have left in it. What others
 * still write stays, and so does every name that isn't made here.
 *
 * @example
 * await sweepRemains("out")
 * @example
 * await sweepRemains("missing") // nothing
 */
export async function sweepRemains(folder: string): Promise<void> {
  requireText("sweepRemains.folder", folder, { expected: "the name of a folder" });
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const holder = holderNamed(REMAINS.exec(name)?.[1] ?? "");
    if (holder !== undefined && (await hasEnded(holder))) await rm(join(folder, name), { force: true });
  }
}

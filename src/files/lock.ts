import { mkdir, readdir, realpath, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { competitionError } from "../core/index.js";
import { fileError, systemCode } from "./errors.js";
import { hasEnded, holderNamed, nameOf, thisProcess } from "./holder.js";

const PATIENCE_MS = 10_000;
const PAUSE_MS = 20;

/**
 * Does something while nobody else holds the lock of a file, and waits for its turn.
 *
 * The lock is a folder `<path>.lock` with one file, named after the holder. It is made aside and comes
 * by one renaming, which fails while the lock isn't empty: so it never stands without its holder's
 * name. Where the holder has ended, whoever finds it removes the file of that very name, and the
 * folder if that is empty: so nobody can remove the lock of a successor, and no step of it does harm
 * when it is the last one before the process is killed.
 *
 * @throws CompetitionError `file-locked` if another process keeps the lock for all of `patience`.
 */
export async function withLock<Result>(
  path: string,
  work: () => Promise<Result>,
  patience: number = PATIENCE_MS,
): Promise<Result> {
  const lock = await lockOf(path);
  const name = nameOf(await thisProcess());
  await acquire(lock, name, patience).catch((error: unknown) => {
    throw fileError(error, path);
  });
  try {
    await sweep(lock);
    return await work();
  } finally {
    await release(lock, [name]);
  }
}

/** Waits until nobody holds the lock of a file, or patience ends. */
export async function untilFree(path: string, patience: number = PATIENCE_MS): Promise<void> {
  const lock = await lockOf(path);
  for (let waited = 0; waited < patience; waited += PAUSE_MS) {
    if (await haveEnded(await namesIn(lock))) return;
    await pause(PAUSE_MS);
  }
}

/** The lock of a file, and the same one by whatever link it is named. */
async function lockOf(path: string): Promise<string> {
  const folder = await realpath(dirname(path)).catch((error: unknown) => {
    throw fileError(error, path);
  });
  return `${await realpath(path).catch(() => join(folder, basename(path)))}.lock`;
}

async function acquire(lock: string, name: string, patience: number): Promise<void> {
  const aside = `${lock}.${name}`;
  try {
    await mkdir(aside);
    await writeFile(join(aside, name), "");
    for (let waited = 0; ; waited += PAUSE_MS) {
      const refusal = await rename(aside, lock).catch((error: unknown) => error);
      if (refusal === undefined) return;
      const names = await namesIn(lock);
      const free = await haveEnded(names);
      if (waited >= patience) throw free ? refusal : locked(lock, names);
      if (free) await release(lock, names);
      await pause(PAUSE_MS);
    }
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

/** Whether all of these holders have ended; of a name that tells of none nothing is known. */
async function haveEnded(names: readonly string[]): Promise<boolean> {
  for (const name of names) {
    const holder = holderNamed(name);
    if (holder === undefined || !(await hasEnded(holder))) return false;
  }
  return true;
}

/** Takes names out of the lock, and the lock away if it is empty then. */
async function release(lock: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(join(lock, name), { force: true });
  await rmdir(lock).catch(() => undefined);
}

/** What is in a folder: nothing if it isn't there, and something nameless if it isn't a folder. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    return systemCode(error) === "ENOENT" ? [] : [""];
  }
}

/** Removes the locks that processes were killed over before they could put them in place. */
async function sweep(lock: string): Promise<void> {
  const opening = `${basename(lock)}.`;
  for (const name of await readdir(dirname(lock))) {
    const holder = name.startsWith(opening) ? holderNamed(name.slice(opening.length)) : undefined;
    if (holder === undefined || !(await hasEnded(holder))) continue;
    await rm(join(dirname(lock), name), { recursive: true, force: true });
  }
}

function locked(lock: string, names: readonly string[]): Error {
  const [holder] = names.map(holderNamed);
  return competitionError({
    code: "file-locked",
    path: lock.slice(0, -".lock".length),
    received: holder === undefined ? "a lock without a name" : `process ${holder.pid} on ${holder.host}`,
    expected: "nobody else who writes to it",
    hint: `Wait until the other has finished. If nobody writes, delete ${lock}.`,
  });
}

import { open, readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { competitionError } from "../core/index.js";
import { fileError, systemCode } from "./errors.js";

const PATIENCE_MS = 2000;
const PAUSE_MS = 25;

/**
 * Does something while nobody else holds the lock: a file `<path>.lock` with the holder's process
 * and machine, which exists only as long as the work goes on. Waits two seconds for another holder;
 * a lock whose process is dead is taken over.
 *
 * @throws CompetitionError `file-locked` if another process keeps the lock.
 */
export async function withLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const lock = `${path}.lock`;
  await acquire(lock, path);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function acquire(lock: string, path: string): Promise<void> {
  for (let waited = 0; ; waited += PAUSE_MS) {
    if (await createNew(lock, path)) return;
    const holder = await readHolder(lock);
    if (holder !== undefined && isDead(holder) && (await removeStale(lock, holder))) continue;
    if (waited >= PATIENCE_MS) throw locked(lock, path, holder);
    await pause(PAUSE_MS);
  }
}

/** Creates a file with this process as its holder; false if it exists. */
async function createNew(file: string, path: string): Promise<boolean> {
  try {
    const handle = await open(file, "wx");
    await handle.writeFile(`${process.pid} ${hostname()} ${process.hrtime.bigint()}\n`);
    await handle.close();
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw fileError(error, path);
  }
}

async function readHolder(lock: string): Promise<string | undefined> {
  return await readFile(lock, "utf8").catch(() => undefined);
}

/** Whether the holder is a process of this machine that no longer runs. */
function isDead(holder: string): boolean {
  const [pid, host] = holder.trim().split(" ");
  if (host !== hostname() || !Number.isInteger(Number(pid))) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return systemCode(error) === "ESRCH";
  }
}

/**
 * Removes a dead holder's lock. Of several processes that find it only the one that creates the
 * marker named after that very lock may remove it, so that none removes the lock of its successor.
 */
async function removeStale(lock: string, holder: string): Promise<boolean> {
  const marker = `${lock}.${holder.trim().replaceAll(/[^\w.-]+/g, "-")}`;
  if (!(await createNew(marker, lock))) return false;
  try {
    if ((await readHolder(lock)) === holder) await rm(lock, { force: true });
    return true;
  } finally {
    await rm(marker, { force: true });
  }
}

function locked(lock: string, path: string, holder: string | undefined): Error {
  const [pid, host] = (holder ?? "").trim().split(" ");
  return competitionError({
    code: "file-locked",
    path,
    received: pid === undefined || pid === "" ? "a lock without a name" : `process ${pid} on ${host ?? "?"}`,
    expected: "nobody else who writes to it",
    hint: `Wait until the other has finished. If nobody writes, delete ${lock}.`,
  });
}

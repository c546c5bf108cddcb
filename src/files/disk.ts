import { mkdir, open, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { competitionError } from "../core/index.js";
import { systemCode } from "./errors.js";

/** Writes a file and brings it down to the disk. */
export async function writeThrough(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a file that isn't there: the name comes when all that it names is on the disk. */
export async function createWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.new`;
  try {
    await writeThrough(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Appends a text and brings it down to the disk; if that fails, the file is cut back to what it was. */
export async function appendWhole(file: FileHandle, text: string): Promise<void> {
  const { size } = await file.stat();
  try {
    await writeAt(file, Buffer.from(text), size);
    await file.sync();
  } catch (error) {
    await file.truncate(size).catch(() => undefined); // what stays is found torn at the next start
    throw error;
  }
}

async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/**
 * Makes a folder with those above it; gives those that weren't there, the innermost first.
 *
 * One by one: Node's `recursive` never returns where the system says that a folder which is there isn't
 * (`/proc/nope`).
 */
export async function makeFolder(folder: string): Promise<string[]> {
  const path = resolve(folder);
  if (await isFolder(path)) return [];
  const above = path === dirname(path) ? [] : await makeFolder(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    if (systemCode(error) === "EEXIST" && (await isFolder(path))) return above; // somebody else's, just now
    throw systemCode(error) === "ENOENT" ? impossible(path) : error;
  }
  return [path, ...above];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (systemCode(error) === "ENOENT") return false;
    throw error;
  }
}

function impossible(path: string): Error {
  return competitionError({
    code: "impossible-folder",
    path,
    expected: "a place where folders can be made",
    hint: "Give a folder on an ordinary disk.",
  });
}

/** Makes the names in a folder last; systems that can't open a folder do so by themselves. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

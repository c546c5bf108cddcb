import { copyFile, realpath, rename, rm, rmdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { competitionError, requireObjects, requireText } from "../core/index.js";
import { makeFolder, syncFolder, writeThrough } from "./disk.js";
import { fileError, systemCode } from "./errors.js";
import { sweepRemains, wayName } from "./remains.js";

/** A file to be written. */
export interface FileContent {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes several files as one: each first whole under a temporary name in its folder and down to the
 * disk, then all renamed. If any of them can't be written, what stood there stands there still and
 * nothing new does. Folders that are missing are made; what an earlier run left in them that was killed is removed.
 *
 * If the machine itself stops between two renames, some files can be new and others old; each of
 * them is whole.
 *
 * @throws CompetitionError `file-named-twice`, `not-a-file`, `not-a-directory`,
 * `impossible-folder`, `no-permission`, `disk-full`.
 *
 * @example
 * await writeFiles([{ path: "out/review.html", content: page }, { path: "out/review.json", content: json }])
 * @example
 * await writeFiles([]) // nothing
 */
export async function writeFiles(files: readonly FileContent[]): Promise<void> {
  requireObjects("writeFiles.files", files, { expected: "a list of files: { path, content }" });
  checkNames(files);
  const folders = [...new Set(files.map(({ path }) => dirname(path)))];
  const made: string[] = [];
  const staged: Staged[] = [];
  let at = "";
  try {
    for (at of folders) made.push(...(await makeFolder(at)));
    for (const folder of folders) await sweepRemains(folder);
    for (const { path, content } of files) {
      at = path;
      const place = await placeOf(path);
      staged.push(place);
      await writeThrough(place.temporary, content);
    }
    for (const each of staged) {
      at = each.path;
      await rename(each.temporary, each.path);
      each.placed = true;
    }
  } catch (error) {
    for (const each of staged.filter(({ placed }) => placed)) await putBack(each);
    await removeRemains(staged);
    for (const folder of made) await rmdir(folder).catch(() => undefined);
    throw fileError(error, at);
  }
  await removeRemains(staged);
  for (const folder of folders) await syncFolder(folder);
}

function checkNames(files: readonly FileContent[]): void {
  for (const [index, { path, content }] of files.entries()) {
    requireText(`writeFiles.files[${index}].path`, path, { expected: "the name of a file" });
    if (ArrayBuffer.isView(content)) continue;
    requireText(`writeFiles.files[${index}].content`, content, { expected: "a text, or bytes" });
  }
  const paths = files.map(({ path }) => resolve(path));
  const twice = files.find((_, index) => paths.indexOf(paths[index] ?? "") !== index);
  if (twice === undefined) return;
  throw competitionError({
    code: "file-named-twice",
    path: twice.path,
    expected: "another name for each file",
  });
}

/** A file on its way: written beside its place, with a copy of what stood there. */
interface Staged {
  readonly path: string;
  readonly temporary: string;
  readonly former: string | undefined;
  placed: boolean;
}

async function placeOf(path: string): Promise<Staged> {
  const there = await stat(path).catch((error: unknown) => {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  });
  if (there !== undefined && !there.isFile()) {
    throw competitionError({ code: "not-a-file", path, expected: "the name of an ordinary file" });
  }
  const real = there === undefined ? path : await realpath(path); // a link stays a link
  const beside = join(dirname(real), await wayName(basename(real)));
  const former = there === undefined ? undefined : `${beside}.old`;
  if (former !== undefined) await copyFile(real, former);
  return { path: real, temporary: `${beside}.new`, former, placed: false };
}

async function putBack({ path, former }: Staged): Promise<void> {
  if (former === undefined) await rm(path, { force: true });
  else await rename(former, path);
}

async function removeRemains(files: readonly Staged[]): Promise<void> {
  for (const { temporary, former } of files) {
    await rm(temporary, { force: true });
    if (former !== undefined) await rm(former, { force: true });
  }
}

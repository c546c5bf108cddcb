import type { FileHandle } from "node:fs/promises";

const FIRST_STEP = 65_536;
const LINE_FEED = 10;

/**
 * The last line of a file without its line feed, or `undefined` where the file is empty or the line
 * isn't ended. Reads from the end, so that the length of the file doesn't matter.
 */
export async function lastLine(file: FileHandle): Promise<string | undefined> {
  const { size } = await file.stat();
  for (let length = Math.min(FIRST_STEP, size); length > 0; length = Math.min(length * 2, size)) {
    const tail = await readTail(file, length, size);
    if (tail.at(-1) !== LINE_FEED) return undefined;
    const before = tail.lastIndexOf(LINE_FEED, tail.length - 2);
    if (before >= 0 || length === size) return tail.toString("utf8", before + 1, tail.length - 1);
  }
  return undefined;
}

async function readTail(file: FileHandle, length: number, size: number): Promise<Buffer> {
  const tail = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(tail, done, length - done, size - length + done);
    if (bytesRead === 0) return tail.subarray(0, done);
    done += bytesRead;
  }
  return tail;
}

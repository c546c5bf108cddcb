import type { FileHandle } from "node:fs/promises";

const FIRST_STEP = 65_536;
const LINE_FEED = 10;

/** How a file of lines ends. */
export interface FileEnd {
  /** The last whole line, without its line feed; undefined where there is none. */
  readonly line: string | undefined;
  /** Bytes up to the last line feed, which it includes. */
  readonly whole: number;
  /** What stands behind it. */
  readonly rest: Uint8Array;
}

/** How a file ends. Reads from the end, so that the length of the file doesn't matter. */
export async function readEnd(file: FileHandle): Promise<FileEnd> {
  const { size } = await file.stat();
  for (let length = Math.min(FIRST_STEP, size); ; length = Math.min(length * 2, size)) {
    const tail = await readTail(file, length, size);
    const end = tail.lastIndexOf(LINE_FEED);
    const before = end > 0 ? tail.lastIndexOf(LINE_FEED, end - 1) : -1;
    if (before < 0 && length < size) continue;
    return {
      line: end < 0 ? undefined : tail.toString("utf8", before + 1, end),
      whole: size - length + end + 1,
      rest: tail.subarray(end + 1),
    };
  }
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

import { civilOf, parseDay } from "../core/index.js";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;

/** A file of a ZIP archive, as the archive's central directory has it. */
export interface ZipRecord {
  readonly name: string;
  /** Where its record begins, and where the file itself has one. */
  readonly at: number;
  readonly local: number;
  /** Its bytes, as they are packed. */
  readonly packed: Uint8Array;
  /** Whether they are as they were, instead of deflated. */
  readonly isStored: boolean;
}

/**
 * What the central directory of a ZIP archive lists (APPNOTE 4.3.7, 4.3.12, 4.3.16).
 *
 * @throws RangeError where the bytes are no such archive.
 */
export function zipRecords(archive: Uint8Array): readonly ZipRecord[] {
  const view = viewOf(archive);
  let end = archive.length - END_LENGTH;
  while (view.getUint32(end, true) !== END) end--;
  const records: ZipRecord[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === CENTRAL; left--) {
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    records.push({
      name: new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength)),
      at,
      local,
      packed: archive.subarray(start, start + view.getUint32(at + 20, true)),
      isStored: view.getUint16(at + 10, true) === 0,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return records;
}

/**
 * The bytes of a ZIP archive in which every file is of one day, so that the same files give the same
 * bytes whenever they are packed (APPNOTE 4.4.6: minutes and seconds of midnight, then the day as years since 1980,
 * month and day).
 */
export function ofOneDay(archive: Uint8Array, date: string): Uint8Array {
  const bytes = archive.slice();
  const view = viewOf(bytes);
  const { year, month, dayOfMonth } = civilOf(parseDay(date, "date"));
  const day = (Math.max(0, year - 1980) << 9) | (month << 5) | dayOfMonth;
  for (const { at, local } of zipRecords(bytes)) {
    setDay(view, at + 12, day);
    if (view.getUint32(local, true) === LOCAL) setDay(view, local + 10, day);
  }
  return bytes;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function setDay(view: DataView, at: number, day: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, day, true);
}

import { civilOf, parseDay } from "../core/index.js";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;

/**
 * The bytes of a ZIP archive in which every file is of one day, so that the same files give the same
 * bytes whenever they are packed (APPNOTE 4.3.7, 4.3.12, 4.4.6: minutes and seconds of midnight, then
 * the day as years since 1980, month and day).
 */
export function ofOneDay(archive: Uint8Array, date: string): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { year, month, dayOfMonth } = civilOf(parseDay(date, "date"));
  const day = (Math.max(0, year - 1980) << 9) | (month << 5) | dayOfMonth;
  const end = endOf(view);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === CENTRAL; left--) {
    setDay(view, at + 12, day);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) === LOCAL) setDay(view, local + 10, day);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function endOf(view: DataView): number {
  let at = view.byteLength - END_LENGTH;
  while (at > 0 && view.getUint32(at, true) !== END) at--;
  return at;
}

function setDay(view: DataView, at: number, day: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, day, true);
}

import { expect, it } from "vitest";
import { ofOneDay } from "../../src/office/zip.js";

/** An archive of one stored file `a` with the byte 7, made at 13:07:02 on 2 January 2026, field by field. */
function archive(): Uint8Array {
  const times = [0xe1, 0x68, 0x22, 0x5c]; // 13·2048 + 7·32 + 1, and (2026 − 1980)·512 + 1·32 + 2
  const sizes = [1, 0, 0, 0, 1, 0, 0, 0];
  const local = [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0, ...times, 0, 0, 0, 0, ...sizes, 1, 0, 0, 0, 0x61, 7];
  const central = [
    0x50,
    0x4b,
    1,
    2,
    20,
    0,
    20,
    0,
    0,
    0,
    0,
    0,
    ...times,
    0,
    0,
    0,
    0,
    ...sizes,
    1,
    0,
    ...zeros(16),
    0x61,
  ];
  const end = [
    0x50,
    0x4b,
    5,
    6,
    0,
    0,
    0,
    0,
    1,
    0,
    1,
    0,
    central.length,
    0,
    0,
    0,
    local.length,
    0,
    0,
    0,
    0,
    0,
  ];
  return Uint8Array.from([...local, ...central, ...end]);
}

function zeros(count: number): readonly number[] {
  return Array.from({ length: count }, () => 0);
}

it("puts every file on midnight of one day, in both its headers, and changes nothing else", () => {
  const before = archive();
  const after = ofOneDay(before, "2006-09-30");
  const day = (2006 - 1980) * 512 + 9 * 32 + 30;
  const stamp = [0, 0, day & 0xff, day >> 8];
  expect(Array.from(after.slice(10, 14))).toEqual(stamp);
  expect(Array.from(after.slice(32 + 12, 32 + 16))).toEqual(stamp);
  const differing = [...after.keys()].filter((at) => after[at] !== before[at]);
  expect(differing.every((at) => (at >= 10 && at < 14) || (at >= 44 && at < 48))).toBe(true);
});

it("leaves the given bytes as they are", () => {
  const before = archive();
  ofOneDay(before, "2006-09-30");
  expect(before).toEqual(archive());
});

import { expect, it } from "vitest";
import { isJson, isMarked, isWide, repairsOf } from "../../src/allocation/key-damage.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = (given: Uint8Array): readonly string[] =>
  repairsOf(given).map((repair) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(repair.bytes));

it("knows the byte order mark of UTF-8", () => {
  expect(isMarked(bytes("\u{FEFF}key"))).toBe(true);
  expect(isMarked(bytes("key"))).toBe(false);
  expect(isMarked(new Uint8Array())).toBe(false);
});

it("knows a text saved as UTF-16, of either order, and no key of chance", () => {
  const text = [...bytes("5f0e2b7c91d84a36")];
  expect(isWide(Uint8Array.from([0xff, 0xfe, ...text.flatMap((byte) => [byte, 0])]))).toBe(true);
  expect(isWide(Uint8Array.from([0xfe, 0xff, ...text.flatMap((byte) => [0, byte])]))).toBe(true);
  expect(isWide(Uint8Array.from(text))).toBe(false);
  expect(isWide(Uint8Array.from(text, (byte, index) => (index % 4 === 0 ? 0 : byte)))).toBe(false);
});

it("knows a file of JSON", () => {
  expect(isJson(bytes('\n{"municipality": "Fredericia"}\n'))).toBe(true);
  expect(isJson(bytes("[1]"))).toBe(true);
  expect(isJson(bytes("{5f0e2b7c91d84a36}"))).toBe(false);
  expect(isJson(bytes("123456789012345678"))).toBe(false);
});

it("gives each key that a damaged one may have been", () => {
  expect(texts(bytes("\u{FEFF}key"))).toContain("key");
  expect(texts(bytes("key"))).toContain("\u{FEFF}key");
  expect(texts(bytes("key\r\n"))).toContain("key");
  expect(texts(bytes("key"))).toContain("key\n");
  expect(texts(bytes("key"))).toContain("key\r\n");
  expect(texts(Uint8Array.of(0xff, 0xfe, 107, 0, 101, 0, 121, 0))).toContain("key");
  expect(texts(new Uint8Array())).toContain("");
});

import { describe, expect, it } from "vitest";
import { isCompetitionError } from "../../src/core/index.js";
import { decodeText } from "../../src/tables/decode.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isCompetitionError(error)) return `${error.code} ${error.path}`;
    throw error;
  }
  return "nothing thrown";
}

describe("decodeText", () => {
  it("reads UTF-8, with and without byte order mark", () => {
    expect(decodeText(utf8("Hillerød"), "a.csv")).toMatchObject({ text: "Hillerød", notices: [] });
    expect(decodeText(utf8("\uFEFFHillerød"), "a.csv").text).toBe("Hillerød");
    expect(decodeText("\uFEFFHillerød", "a.csv").text).toBe("Hillerød");
  });

  it("reads windows-1252, euro sign and dash included, and says so", () => {
    const bytes = Uint8Array.of(0x48, 0xf8, 0x6a, 0x20, 0x80, 0x20, 0x96); // "Høj € –"
    const { text, notices } = decodeText(bytes, "a.csv");
    expect(text).toBe("Høj € –");
    expect(notices).toEqual([{ code: "windows-1252", severity: "info", file: "a.csv" }]);
  });

  it("knows all of windows-1252", () => {
    // https://encoding.spec.whatwg.org/index-windows-1252.txt, the bytes on which it isn't Latin-1
    const upper =
      "20AC 81 201A 192 201E 2026 2020 2021 2C6 2030 160 2039 152 8D 17D 8F " +
      "90 2018 2019 201C 201D 2022 2013 2014 2DC 2122 161 203A 153 9D 17E 178";
    const expected = String.fromCodePoint(...upper.split(" ").map((code) => Number.parseInt(code, 16)));
    const bytes = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);
    const { text } = decodeText(bytes, "a.csv");
    expect(text.slice(0, 32)).toBe(expected);
    expect(text.slice(32)).toBe(String.fromCodePoint(...bytes.subarray(32)));
  });

  it("reads UTF-16 of either order where its mark stands", () => {
    const little = Uint8Array.of(0xff, 0xfe, 0xf8, 0x00, 0x3b, 0x00);
    const big = Uint8Array.of(0xfe, 0xff, 0x00, 0xf8, 0x00, 0x3b);
    expect(decodeText(little, "a.csv")).toMatchObject({ text: "ø;", notices: [] });
    expect(decodeText(big, "a.csv")).toMatchObject({ text: "ø;", notices: [] });
  });

  it("takes the digest of the bytes, mark included; of a string, of its UTF-8", () => {
    // printf abc | sha256sum, printf '\xef\xbb\xbfabc' | sha256sum
    const plain = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const marked = "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c";
    expect(decodeText("abc", "a").digest).toBe(plain);
    expect(decodeText(utf8("abc"), "a").digest).toBe(plain);
    expect(decodeText(utf8("\uFEFFabc"), "a").digest).toBe(marked);
    expect(decodeText("\uFEFFabc", "a").digest).toBe(marked);
  });

  it.each(["", "\uFEFF", "\n\r\n  \n"])("calls %j an empty file", (text) => {
    expect(codeOf(() => decodeText(text, "a.csv"))).toBe("empty-file a.csv");
    expect(codeOf(() => decodeText(utf8(text), "a.csv"))).toBe("empty-file a.csv");
  });

  it("refuses a workbook, UTF-16 without its mark, and what is neither bytes nor text", () => {
    expect(codeOf(() => decodeText(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "a.xlsx"))).toBe("not-text a.xlsx");
    expect(codeOf(() => decodeText(Uint8Array.of(0x61, 0, 0x3b, 0), "a.csv"))).toBe("not-text a.csv");
    const pending = Promise.resolve("citizen") as unknown as string; // a forgotten await
    expect(codeOf(() => decodeText(pending, "a.csv"))).toBe("impossible-input a.csv");
  });
});

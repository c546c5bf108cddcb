import { createHash, createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, digestOf, digestOfValue, keyedDigestHex, keyedHash } from "../../src/core/index.js";

describe("digestOf", () => {
  // FIPS 180-4 example vectors (NIST, "SHA256.pdf").
  it.each([
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
  ])("of %j", (text, hex) => {
    expect(digestOf(text)).toBe(hex);
    expect(digestOf(bytesOf(text))).toBe(hex);
  });
});

describe("digestOf", () => {
  it.each([0, 55, 56, 63, 64, 5461, 5462, 16_384, 100_000])(
    "of %i letters is what others compute",
    (length) => {
      for (const letter of ["a", "ø", "€", "😀", "\ud800"]) {
        const text = letter.repeat(length);
        expect(digestOf(text)).toBe(createHash("sha256").update(text).digest("hex"));
      }
    },
  );

  it("carries nothing over from one text to the next", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (texts) => {
        const expected = texts.map((text) => createHash("sha256").update(text).digest("hex"));
        expect(texts.map(digestOf)).toEqual(expected);
      }),
    );
    expect(() => digestOf(7 as unknown as string)).toThrow(TypeError);
    expect(digestOf("")).toBe(createHash("sha256").digest("hex"));
  });
});

describe("keyedHash", () => {
  it("gives each message its HMAC, whatever came before and under which key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), fc.array(fc.string()), (a, b, messages) => {
        const [under, other] = [keyedHash(a), keyedHash(b)];
        const got = messages.map((message) => {
          other(message);
          return Buffer.from(under(message)).toString("hex");
        });
        expect(got).toEqual(messages.map((message) => createHmac("sha256", a).update(message).digest("hex")));
      }),
    );
  });
});

describe("keyedDigestHex", () => {
  it("agrees with RFC 4231, test cases 1 and 2", () => {
    expect(keyedDigestHex(new Uint8Array(20).fill(0x0b), "Hi There")).toBe(
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    );
    expect(keyedDigestHex("Jefe", "what do ya want for nothing?")).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });
});

describe("digestOfValue", () => {
  it("is that of the canonical JSON, so the order of keys does not matter", () => {
    expect(digestOfValue({ b: 1, a: 2 })).toBe(digestOf('{"a":2,"b":1}'));
  });
});

import { describe, expect, it } from "vitest";
import { bytesOf, digestOf, digestOfValue, keyedDigestHex } from "../../src/core/index.js";

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

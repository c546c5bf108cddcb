import { createHash, createHmac } from "node:crypto";
import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";

type Sha256 = typeof import("../../src/core/sha256.js");

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The module as an engine has it that offers so much of `process`. */
async function loadedWith(host: unknown): Promise<Sha256> {
  vi.resetModules();
  vi.stubGlobal("process", host);
  return import("../../src/core/sha256.js");
}

const ENGINES: readonly (readonly [string, unknown])[] = [
  ["Node", process],
  ["a browser", undefined],
  ["an engine with an empty process, as bundlers put in", { env: {} }],
  ["an engine whose process has no modules", { getBuiltinModule: () => undefined }],
];

// While a module is loaded, the runner's own loader may look at `process` too, and then fails where there is none.
describe.each(ENGINES)("in %s", { retry: 3 }, (_, host) => {
  it("SHA-256 and HMAC are what they are", async () => {
    const { authenticator, bytesOf, sha256Hex } = await loadedWith(host);
    vi.unstubAllGlobals();
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (text, key) => {
        expect(sha256Hex(text)).toBe(createHash("sha256").update(text).digest("hex"));
        expect(sha256Hex(bytesOf(text))).toBe(sha256Hex(text));
        const mac = authenticator(key)(text);
        expect(mac.constructor).toBe(Uint8Array);
        expect(mac.byteOffset).toBe(0);
        expect(Buffer.from(mac).toString("hex")).toBe(createHmac("sha256", key).update(text).digest("hex"));
      }),
    );
    expect(() => sha256Hex(7 as unknown as string)).toThrow(TypeError);
  });

  it("HMAC takes keys and messages of any length, as text and as bytes", async () => {
    const { authenticator, bytesOf } = await loadedWith(host);
    vi.unstubAllGlobals();
    for (const keyLength of [0, 1, 63, 64, 65, 131, 1000]) {
      const key = "k".repeat(keyLength);
      const keyed = authenticator(key);
      for (const length of [0, 63, 64, 5439, 5440, 5441, 40_000]) {
        const message = "ø".repeat(length);
        const expected = createHmac("sha256", key).update(message).digest("hex");
        expect(Buffer.from(keyed(message)).toString("hex")).toBe(expected);
        expect(Buffer.from(keyed(bytesOf(message))).toString("hex")).toBe(expected);
        expect(Buffer.from(authenticator(bytesOf(key))(message)).toString("hex")).toBe(expected);
      }
    }
  });
});

import { createHash, createHmac } from "node:crypto";
import path from "node:path";
import vm from "node:vm";
import { buildSync } from "esbuild";
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

/** The module in a world of its own without `process`; here, the loader of the tests itself asks for that. */
async function loadedWithoutProcess(): Promise<Sha256> {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(import.meta.dirname, "../../src/core/sha256.ts")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "sha256",
  });
  const world = { TextEncoder, TypeError, Uint8Array };
  return vm.runInNewContext(`${outputFiles[0]?.text ?? ""};sha256`, world) as Sha256;
}

const ENGINES: readonly (readonly [string, () => Promise<Sha256>])[] = [
  ["Node", () => loadedWith(process)],
  ["a browser", loadedWithoutProcess],
  ["an engine with an empty process, as bundlers put in", () => loadedWith({ env: {} })],
  ["an engine whose process has no modules", () => loadedWith({ getBuiltinModule: () => undefined })],
];

describe.each(ENGINES)("in %s", (_, load) => {
  it("SHA-256 and HMAC are what they are", async () => {
    const { authenticator, bytesOf, sha256Hex } = await load();
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
    const { authenticator, bytesOf } = await load();
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

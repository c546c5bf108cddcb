import { describe, expect, it } from "vitest";
import { checkCommitment, checkKey, commitmentOf, keyRule } from "../../src/allocation/key.js";
import { digestOf } from "../../src/core/index.js";
import { alternation, errorOf, KEY, OTHER_KEY, started } from "./samples.js";

describe("checkKey", () => {
  it.each([
    ["short", "fifteen bytes.."],
    ["without variety", "a".repeat(1000)],
    ["of five different bytes", "abcdeabcdeabcdeabcde"],
    ["empty", ""],
    ["of zeros", new Uint8Array(32)],
  ])("refuses a key that is %s, with advice and without repeating it", (_, key) => {
    const error = errorOf(() => checkKey(key, "startLedger.key"));
    expect(error).toMatchObject({ code: "weak-key", path: "startLedger.key" });
    expect(error.hint).toContain("openssl rand -hex 32");
    const secret = typeof key === "string" && key !== "" ? key : "0,0,0";
    expect(error.message).not.toContain(secret);
  });

  it("accepts sixteen bytes, text counted in UTF-8", () => {
    expect(checkKey("sixteen bytes ok", "key")).toBe("sixteen bytes ok");
    expect(checkKey("æøåæøåüé", "key")).toBe("æøåæøåüé"); // eight letters of two bytes
    expect(errorOf(() => checkKey("æøåæøåü.", "key")).received).toBe("15 bytes, 6 of them different");
  });

  it("asks for a key that isn't there", () => {
    expect(errorOf(() => checkKey(undefined, "startLedger.key")).code).toBe("key-required");
  });
});

describe("commitmentOf", () => {
  it("is SHA-256 of the key's bytes and the digest's digits", () => {
    expect(commitmentOf("the key", "ab".repeat(32))).toBe(digestOf(`the key${"ab".repeat(32)}`));
    expect(commitmentOf(new TextEncoder().encode("the key"), "ab".repeat(32))).toBe(
      commitmentOf("the key", "ab".repeat(32)),
    );
  });
});

describe("checkCommitment", () => {
  const { opening } = started(alternation);
  const hintOf = (key: string | Uint8Array): string | undefined =>
    errorOf(() => checkCommitment(key, opening, "key")).hint;

  it("lets the ledger's own key pass", () => {
    expect(checkCommitment(KEY, opening, "allocate.key")).toBe(KEY);
  });

  it("refuses another key without repeating it", () => {
    const error = errorOf(() => checkCommitment(OTHER_KEY, opening, "allocate.key"));
    expect(error).toMatchObject({ code: "wrong-key", path: "allocate.key" });
    expect(error.message).not.toContain(OTHER_KEY);
    expect(errorOf(() => checkCommitment(`${KEY}\n`, opening, "allocate.key")).code).toBe("wrong-key");
  });

  it("says what an editor or a shell has done to the right key", () => {
    const bytes = new TextEncoder().encode(KEY);
    expect(hintOf(`${KEY}\n`)).toBe("It is the right key, but it ends with a line feed.");
    expect(hintOf(`${KEY}\r\n`)).toBe("It is the right key, but it ends with a line feed.");
    expect(hintOf(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))).toContain("byte order mark");
    const wide = Uint8Array.from([0xff, 0xfe, ...[...bytes].flatMap((byte) => [byte, 0])]);
    expect(hintOf(wide)).toContain("UTF-16");
    expect(hintOf(OTHER_KEY)).toContain("Give the key that the ledger was started with");
  });

  it("asks for a key that isn't there", () => {
    expect(errorOf(() => checkCommitment(undefined, opening, "allocate.key")).code).toBe("key-required");
  });
});

it("takes text and bytes for keys, and nothing else", () => {
  expect(["text", new Uint8Array(1)].every(keyRule.accepts)).toBe(true);
  expect([1, null, ["a"], {}].some(keyRule.accepts)).toBe(false);
});

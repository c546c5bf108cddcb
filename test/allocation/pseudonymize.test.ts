import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pseudonymize } from "../../src/allocation/index.js";
import { keyedDigestHex } from "../../src/core/index.js";
import { isCprShaped } from "../../src/tables/index.js";
import { errorOf, KEY, OTHER_KEY } from "./samples.js";

describe("pseudonymize", () => {
  it("is the first 130 bits of the keyed digest in base 32", () => {
    const digits = keyedDigestHex(KEY, "pseudonym/1|case 1041");
    const bits = BigInt(`0x${digits}`) >> 126n;
    let expected = "";
    for (let rest = bits; expected.length < 26; rest >>= 5n) {
      expected = "abcdefghijklmnopqrstuvwxyz234567".charAt(Number(rest & 31n)) + expected;
    }
    expect(pseudonymize("case 1041", KEY)).toBe(expected);
  });

  it("is the same for the same citizen and key, and no other", () => {
    expect(pseudonymize(" 010203-1234 ", KEY)).toBe(pseudonymize("0102031234", KEY));
    expect(pseudonymize("010203-1234", KEY)).not.toBe(pseudonymize("010203-1235", KEY));
    expect(pseudonymize("010203-1234", KEY)).not.toBe(pseudonymize("010203-1234", OTHER_KEY));
    expect(pseudonymize("case-1041", KEY)).not.toBe(pseudonymize("case1041", KEY));
  });

  it.each([
    "010203–1234",
    "010203—1234",
    "010203\u20111234",
    "010203\u22121234",
    "010203 1234",
    "010203 - 1234",
  ])("is the same for a CPR number written %s", (id) => {
    expect(pseudonymize(id, KEY)).toBe(pseudonymize("0102031234", KEY));
  });

  it("refuses a CPR number without its leading zero, and says nothing of it", () => {
    for (const id of ["102031234", " 10203-1234", "10203\u20111234"]) {
      const error = errorOf(() => pseudonymize(id, KEY));
      expect(error.code).toBe("leading-zero-lost");
      expect(error.message).not.toContain("1234");
    }
  });

  it("takes other numbers as they are", () => {
    // with a zero before them the 03rd of a 21st month, or the 00th
    for (const id of ["321031234", "002031234", "10203123", "case 102031234"]) {
      expect(pseudonymize(id, KEY)).toMatch(/^[a-z2-7]{26}$/);
    }
  });

  it("never looks like a CPR number, and none begins another", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (id) => {
        fc.pre(id.trim() !== "");
        const pseudonym = pseudonymize(id, KEY);
        expect(pseudonym).toMatch(/^[a-z2-7]{26}$/);
        expect(isCprShaped(pseudonym)).toBe(false);
      }),
    );
  });

  it("refuses nothing to stand for, and a key that could be guessed", () => {
    expect(errorOf(() => pseudonymize("  ", KEY)).code).toBe("identifier-required");
    expect(errorOf(() => pseudonymize("010203-1234", "secret")).code).toBe("weak-key");
  });
});

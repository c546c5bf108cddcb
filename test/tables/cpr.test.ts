import { describe, expect, it } from "vitest";
import { below, seededStream } from "../../src/core/index.js";
import { containsCpr, isCprShaped, withoutCpr } from "../../src/tables/cpr.js";

describe("isCprShaped", () => {
  it.each([
    ["010203-1234", "six digits, a hyphen, four digits"],
    ["010203–1234", "the dash that word processors make of a hyphen"],
    ["010203 1234", "a space in place of the hyphen"],
    ["0102031234", "ten digits that begin with 1 February"],
    ["2902001234", "29 February: the century isn't known, so the leap year isn't either"],
    ["3004991234", "30 April"],
    ["3112991234", "the last day of a year"],
    ["990203-1234", "with a hyphen the form is enough: replacement numbers begin with other days"],
  ])("takes %s for one: %s", (text) => {
    expect(isCprShaped(text)).toBe(true);
  });

  it.each([
    ["0002031234", "day 0"],
    ["3202031234", "day 32"],
    ["3104031234", "31 April"],
    ["3002031234", "30 February"],
    ["0113031234", "month 13"],
    ["0100031234", "month 0"],
    ["010203123", "nine digits"],
    ["01020312345", "eleven digits"],
    ["010203-12345", "too long"],
    ["p0102031234", "a letter before"],
    ["", "nothing"],
  ])("doesn't take %s for one: %s", (text) => {
    expect(isCprShaped(text)).toBe(false);
  });

  it("doesn't ask for modulus 11, which 070761-4285 satisfies and 070761-4286 doesn't", () => {
    expect(isCprShaped("0707614285")).toBe(true);
    expect(isCprShaped("0707614286")).toBe(true);
  });
});

describe("containsCpr", () => {
  it.each([
    ["010203-1234", "alone"],
    ["990203-1234", "alone and by its form only, as isCprShaped takes it"],
    ["cpr010203-1234", "beside letters"],
    ["Jens (010203 1234)", "in brackets"],
    ["010203 − 1234", "with a minus between spaces"],
    ["610203-1234", "of a replacement number"],
    ["see 0102031234, he said", "ten digits, a word of their own"],
    ["id_0102031234", "after an underscore"],
    ["0102031234.", "at the end of a sentence"],
  ])("finds %s: %s", (text) => {
    expect(containsCpr(text)).toBe(true);
  });

  it.each([
    ["a3f0102031234bc9", "a pseudonym that has ten digits by chance"],
    ["p0102031234", "after a letter"],
    ["ab010203-1234-4abc-8def-0123456789ab", "a UUID"],
    ["x 990203-1234", "no day among other things"],
    ["20050102031234", "a longer run"],
    ["1010203-1234", "a longer run before the hyphen"],
    ["0.0102031234", "decimals"],
    ["0102031234,5", "a number with decimals"],
    ["2005-01-12", "a date"],
    ["under-30", "a level"],
  ])("doesn't find one in %s: %s", (text) => {
    expect(containsCpr(text)).toBe(false);
  });

  it("takes next to no pseudonym of any usual form for one", () => {
    const stream = seededStream("pseudonyms", "cpr");
    const digits = (base: string, length: number): string =>
      Array.from({ length }, () => base[below(stream, base.length)]).join("");
    const forms = [
      () => digits("0123456789abcdef", 12),
      () => digits("0123456789abcdef", 32),
      () => digits("abcdefghijklmnopqrstuvwxyz234567", 26),
      () => [8, 4, 4, 4, 12].map((length) => digits("0123456789abcdef", length)).join("-"),
      () => `c-${digits("0123456789", 8)}`,
    ];
    const found = forms.flatMap((form) => Array.from({ length: 2000 }, form)).filter(containsCpr);
    expect(found).toEqual([]);
  });
});

describe("withoutCpr", () => {
  it("masks numbers wherever they stand in a text", () => {
    expect(withoutCpr("010203-1234")).toBe("ddmmyy-••••");
    expect(withoutCpr("0102031234, Jens (290200 1234)")).toBe("ddmmyy-••••, Jens (ddmmyy-••••)");
  });

  it("leaves everything else", () => {
    expect(withoutCpr("2005-02-31 and 9902031234 and 010203123456")).toBe(
      "2005-02-31 and 9902031234 and 010203123456",
    );
  });
});

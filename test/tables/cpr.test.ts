import { describe, expect, it } from "vitest";
import { isCprShaped, withoutCpr } from "../../src/tables/cpr.js";

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

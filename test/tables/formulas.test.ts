import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neutralized, restored } from "../../src/tables/formulas.js";

const nasty = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "a", ";", "ø") });

describe("neutralized", () => {
  it("puts an apostrophe before what a spreadsheet would run", () => {
    expect(["=1+1", "+45", "-x9", "@SUM(A1)", "\tx", "\rx"].map(neutralized)).toEqual([
      "'=1+1",
      "'+45",
      "'-x9",
      "'@SUM(A1)",
      "'\tx",
      "'\rx",
    ]);
  });

  it("leaves other text, apostrophes included", () => {
    expect(["", "a=1", "'s-Hertogenbosch", "5-3"].map(neutralized)).toEqual([
      "",
      "a=1",
      "'s-Hertogenbosch",
      "5-3",
    ]);
  });

  it("never begins with a sign of a formula", () => {
    fc.assert(fc.property(nasty, (text) => void expect(neutralized(text)).not.toMatch(/^[=+\-@\t\r]/)));
  });
});

describe("restored", () => {
  it("undoes neutralizing exactly, whatever the text", () => {
    fc.assert(fc.property(nasty, (text) => void expect(restored(neutralized(text))).toBe(text)));
  });

  it("leaves text that wasn't neutralized", () => {
    expect(restored("'s-Hertogenbosch")).toBe("'s-Hertogenbosch");
    expect(restored("''=a")).toBe("'=a"); // "'=a" was the text
  });
});

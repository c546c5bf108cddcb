import { describe, expect, it } from "vitest";
import { formatDate, formatMonth } from "../../src/display/index.js";

describe("formatDate", () => {
  it.each([
    ["2006-09-30", "30. september 2006", "30 September 2006"],
    ["2005-01-01", "1. januar 2005", "1 January 2005"],
    ["2004-02-29", "29. februar 2004", "29 February 2004"],
    ["2026-05-05", "5. maj 2026", "5 May 2026"],
    ["2026-12-31", "31. december 2026", "31 December 2026"],
  ])("writes %s in both languages", (iso, danish, english) => {
    expect(formatDate(iso, { language: "da" })).toBe(danish);
    expect(formatDate(iso, { language: "en" })).toBe(english);
  });

  it.each(["2006-02-29", "30-09-2006", ""])("refuses %j", (text) => {
    expect(() => formatDate(text, { language: "da" })).toThrow(
      expect.objectContaining({ code: "impossible-date" }),
    );
  });
});

describe("formatMonth", () => {
  it("names a month, shortly too where it has little room", () => {
    expect(formatMonth("2006-09", { language: "da" })).toBe("september 2006");
    expect(formatMonth("2006-09", { language: "en" })).toBe("September 2006");
    expect(formatMonth("2006-09", { language: "da", short: true })).toBe("sep. 06");
    expect(formatMonth("2006-09", { language: "en", short: true })).toBe("Sep 06");
    expect(formatMonth("2005-05", { language: "da", short: true })).toBe("maj 05");
  });

  it("refuses what is no month", () => {
    expect(() => formatMonth("2006-13", { language: "da" })).toThrow(
      expect.objectContaining({ code: "impossible-date" }),
    );
  });
});

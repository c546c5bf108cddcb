import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortenText, textWidth, wrapText } from "../../src/display/index.js";

const font = { size: 10 };
const letters = (text: string): string => text.replace(/[\s-]/g, "");
const word = fc.string({ unit: fc.constantFrom(..."abegiklmnorstuæøåABHK-., 0123456789"), maxLength: 80 });

describe("textWidth", () => {
  it("adds the widths of the characters", () => {
    // i is 0.3, M 0.9, Ø 0.8 of the size.
    expect(textWidth("iMØ", font)).toBeCloseTo(20, 10);
    expect(textWidth("", font)).toBe(0);
  });

  it("takes an unknown character for a wide one, and marks over letters for none", () => {
    expect(textWidth("漢", font)).toBeCloseTo(10.5, 10);
    expect(textWidth("e\u0301", font)).toBeCloseTo(textWidth("e", font), 10);
  });

  it("makes bold text wider", () => {
    expect(textWidth("abc", { size: 10, bold: true })).toBeCloseTo(1.15 * textWidth("abc", font), 10);
  });
});

describe("shortenText", () => {
  it("leaves a text that fits", () => {
    expect(shortenText("Ærø", 100, font)).toBe("Ærø");
  });

  it("cuts and says so, without a space or hyphen before the ellipsis", () => {
    expect(shortenText("Ringkøbing-Skjern", 85, font)).toBe("Ringkøbing-S…");
    expect(shortenText("Ringkøbing-Skjern", 75, font)).toBe("Ringkøbing…");
    expect(shortenText("Faxe Kommune", 38, font)).toBe("Faxe…");
  });

  it("fits wherever an ellipsis fits", () => {
    fc.assert(
      fc.property(word, fc.integer({ min: 10, max: 200 }), (text, width) => {
        expect(textWidth(shortenText(text, width, font), font)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("wrapText", () => {
  it("breaks between words and after hyphens", () => {
    expect(wrapText("Høje-Taastrup Kommune", 60, font, 3)).toEqual(["Høje-", "Taastrup", "Kommune"]);
    expect(wrapText("Høje-Taastrup Kommune", 200, font, 3)).toEqual(["Høje-Taastrup Kommune"]);
  });

  it("breaks a word that is too long before a single consonant", () => {
    expect(wrapText("Beskæftigelsesindsats", 90, font, 3)).toEqual(["Beskæftigelse-", "sindsats"]);
  });

  it("doesn't break dates, numbers with per cent, or at a minus", () => {
    expect(wrapText("5 2005-03-01", 62, font, 2)).toEqual(["5", "2005-03-01"]);
    expect(wrapText("48,3\u202F% −5", 40, font, 2)).toEqual(["48,3\u202F%", "−5"]);
  });

  it("ends in an ellipsis where the lines don't suffice, and shows no hyphen of its own there", () => {
    const [first, second] = wrapText("Beskæftigelsesindsatsrådgivningskontoret", 90, font, 2);
    expect(first).toBe("Beskæftigelse-");
    expect(second).toMatch(/^sindsatsrådgi\p{L}*…$/u);
  });

  it("gives one line for nothing", () => {
    expect(wrapText("", 50, font, 3)).toEqual([""]);
  });

  it("never leaves the width or the number of lines, and loses nothing but space", () => {
    fc.assert(
      fc.property(
        word,
        fc.integer({ min: 30, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const lines = wrapText(text, width, font, most);
          expect(lines.length).toBeGreaterThanOrEqual(1);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(textWidth(line, font)).toBeLessThanOrEqual(width);
          const shown = letters(lines.join(""));
          const all = shown.endsWith("…") ? letters(text).slice(0, shown.length - 1) : letters(text);
          expect(shown.replace("…", "")).toBe(all);
        },
      ),
    );
  });
});

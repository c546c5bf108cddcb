import { describe, expect, it } from "vitest";
import { oneLine, visible } from "../../src/display/characters.js";

describe("visible", () => {
  it("keeps letters, tabs and line feeds as they are", () => {
    expect(visible("Ærø\t5\n😀")).toBe("Ærø\t5\n😀");
  });

  it("makes every line end a line feed", () => {
    expect(visible("a\r\nb\rc\u2028d\u2029e")).toBe("a\nb\nc\nd\ne");
  });

  it.each([
    "\u001b",
    "\u0000",
    "\u007f",
    "\u0085",
    "\u009b",
    "\u202e",
    "\u2066",
    "\ud800",
    "\ufffe",
    "\uffff",
  ])("replaces %j, which acts instead of showing", (character) => {
    expect(visible(`a${character}b`)).toBe("a\uFFFDb");
  });
});

describe("oneLine", () => {
  it("joins lines by one space and drops space at the ends", () => {
    expect(oneLine("  a \r\n\t b  ")).toBe("a b");
  });

  it("keeps the narrow no-break space of per cent", () => {
    expect(oneLine("48,3\u202F%")).toBe("48,3\u202F%");
  });
});

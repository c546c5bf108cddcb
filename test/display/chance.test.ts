import { describe, expect, it } from "vitest";
import { formatChance } from "../../src/display/index.js";
import { plain } from "../inference/support.js";

describe("formatChance", () => {
  it.each([
    [1, "over 99.9%"],
    [0.99951, "over 99.9%"],
    [0.9984, "99.8%"],
    [0.5, "50.0%"],
    [0.0016, "0.2%"],
    [0.0004, "under 0.1%"],
    [0, "under 0.1%"],
  ])("never tells %d as certain or impossible", (chance, text) => {
    expect(plain(formatChance(chance, "en"))).toBe(text);
  });

  it("promises no more than so many resamples can tell", () => {
    expect(plain(formatChance(1, "da", 200))).toBe("over 99,5 %");
    expect(plain(formatChance(0, "da", 200))).toBe("under 0,5 %");
    expect(plain(formatChance(199 / 200, "da", 200))).toBe("99,5 %");
    expect(plain(formatChance(1, "da", 2000))).toBe("over 99,9 %");
  });
});

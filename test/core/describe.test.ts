import { describe, expect, it } from "vitest";
import { describeValue, nearestWord } from "../../src/core/index.js";

describe("describeValue", () => {
  it.each([
    [undefined, "nothing"],
    [null, "null"],
    ["31-02-2005", '"31-02-2005"'],
    [12.5, "12.5"],
    [10n, "10n"],
    [[1, 2], "an array of 2"],
    [{}, "an empty object"],
    [{ a: 1, b: 2 }, "an object with a, b"],
    [new Date(0), "a Date"],
  ])("of %o is %s", (value, text) => {
    expect(describeValue(value)).toBe(text);
  });

  it("never prints a page", () => {
    expect(describeValue("x".repeat(10_000)).length).toBeLessThan(100);
  });
});

describe("nearestWord", () => {
  it("finds what was meant, and nothing where nothing is near", () => {
    expect(nearestWord("levle", ["level", "method"])).toBe("level");
    expect(nearestWord("Suplier", ["municipal", "supplier"])).toBe("supplier");
    expect(nearestWord("zebra", ["level", "method"])).toBeUndefined();
    expect(nearestWord("x", [])).toBeUndefined();
  });
});

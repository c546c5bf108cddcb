import { describe, expect, it } from "vitest";
import { describeValue, nearestWord } from "../../src/core/index.js";

describe("describeValue", () => {
  it.each([
    [undefined, "nothing"],
    [null, "null"],
    ["31-02-2005", '"31-02-2005"'],
    [12.5, "12.5"],
    [10n, "10n"],
    [[1, 2], "[1, 2]"],
    [[], "[]"],
    [
      [
        [-1, 0],
        [0, 1],
      ],
      "[[-1, 0], [0, 1]]",
    ],
    [{ alpha: -1, beta: NaN }, "{ alpha: -1, beta: NaN }"],
    [Uint8Array.of(7, 8), "an object with 0, 1"],
    [["k3y", "word"], "an array of 2"],
    [Array.from({ length: 1000 }, (_, index) => index), "an array of 1000"],
    [{}, "an empty object"],
    [{ key: "k3y", times: 2 }, "an object with key, times"],
    [new Date(0), "a Date"],
  ])("of %o is %s", (value, text) => {
    expect(describeValue(value)).toBe(text);
  });

  it("never prints a page", () => {
    expect(describeValue("x".repeat(10_000)).length).toBeLessThan(100);
  });
});

it("describes what holds itself", () => {
  const own: unknown[] = [];
  own.push(own);
  expect(describeValue(own)).toBe("an array of 1");
});

it("asks nothing of what it describes", () => {
  const shy = {
    get size(): number {
      throw new Error("not to be asked");
    },
  };
  expect(describeValue(shy)).toBe("an object with size");
});

describe("nearestWord", () => {
  it("finds what was meant, and nothing where nothing is near", () => {
    expect(nearestWord("levle", ["level", "method"])).toBe("level");
    expect(nearestWord("Suplier", ["municipal", "supplier"])).toBe("supplier");
    expect(nearestWord("zebra", ["level", "method"])).toBeUndefined();
    expect(nearestWord("x", [])).toBeUndefined();
  });
});

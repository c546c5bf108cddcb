import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/core/index.js";
import { writeJsonLines } from "../../src/tables/lines.js";

describe("writeJsonLines", () => {
  it("writes canonical lines, each ended", () => {
    expect(writeJsonLines([{ b: 1, a: "ø" }, 2])).toBe('{"a":"ø","b":1}\n2\n');
    expect(writeJsonLines([])).toBe("");
  });

  it("keeps one line per value, whatever line ends the value holds", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        const lines = writeJsonLines(values).split("\n").slice(0, -1);
        expect(lines).toEqual(values.map(canonicalJson));
      }),
    );
  });
});

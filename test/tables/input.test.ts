import { describe, expect, it } from "vitest";
import { isParsed, parseTable, required, rowsOf, sourceOf, textCell } from "../../src/tables/index.js";

const parsed = parseTable<{ a: string }>("a\nx\n", { name: "a.csv" }, { columns: { a: required(textCell) } });
const plain = [{ a: "x" }, { a: "y" }];

describe("rows as a caller may give them", () => {
  it("are taken from a parsed table with its source", () => {
    expect(isParsed(parsed)).toBe(true);
    expect(rowsOf(parsed)).toEqual([{ a: "x" }]);
    expect(sourceOf(parsed)).toBe(parsed.source);
  });

  it("are taken as they are otherwise, with their number", () => {
    expect(isParsed(plain)).toBe(false);
    expect(rowsOf(plain)).toBe(plain);
    expect(sourceOf(plain)).toEqual({ rows: 2 });
  });
});

import { describe, expect, it } from "vitest";
import { parseTable, required, textCell } from "../../src/tables/index.js";
import { writeTable } from "../../src/tables/write.js";
import { errorOf } from "../support/errors.js";

const write = (value: unknown) => () => writeTable([{ a: 1 }, { a: value }], ["a"]);
const format = (options: object) => () => writeTable([], [], options);

describe("writeTable", () => {
  it("writes the named columns in their order, absent cells empty", () => {
    const rows = [
      { arm: "own", rate: 0.5, note: null },
      { arm: "supplier", mature: true },
    ];
    expect(writeTable<Record<string, unknown>>(rows, ["rate", "arm", "note", "mature"])).toBe(
      "rate;arm;note;mature\n0,5;own;;\n;supplier;;true\n",
    );
    expect(writeTable([], [])).toBe("\n");
  });

  it("quotes by RFC 4180 what holds the separator, a quotation mark or the end of a line", () => {
    const rows = [{ a: 'x;y "z"', b: "two\nlines", c: "x,y" }];
    expect(writeTable(rows, ["a", "b", "c"])).toBe('a;b;c\n"x;y ""z""";"two\nlines";x,y\n');
    expect(writeTable(rows, ["c"], { separator: "," })).toBe('c\n"x,y"\n');
  });

  it("begins with a byte order mark where one is wanted, which its reader passes over", () => {
    const text = writeTable([{ navn: "Leverandøren" }], ["navn"], { byteOrderMark: true });
    expect(text).toBe("\uFEFFnavn\nLeverandøren\n");
    const schema = { columns: { navn: required(textCell) } };
    expect(parseTable<{ navn: string }>(text, { name: "a.csv" }, schema).rows).toEqual([
      { navn: "Leverandøren" },
    ]);
    expect(errorOf(format({ byteOrderMark: "ja" })).code).toBe("impossible-option");
  });

  it("fills decimals up to as many as a column is to have, and cuts none off", () => {
    const rows = [{ a: 5, b: 5 }, { a: -0.5 }, { a: 1.125 }, { a: 1e21 }, { a: null }];
    expect(writeTable<Record<string, unknown>>(rows, ["a", "b"], { decimals: { a: 2 } })).toBe(
      "a;b\n5,00;5\n-0,50;\n1,125;\n1e+21;\n;\n",
    );
    expect(errorOf(format({ decimals: { a: -1 } })).code).toBe("impossible-option");
  });

  it("writes numbers with a comma, with a point where commas separate cells, or as asked", () => {
    const rows = [{ a: -1234.5, b: 1e-7, c: 12, d: Infinity }];
    expect(writeTable(rows, ["a", "b", "c", "d"])).toBe("a;b;c;d\n-1234,5;1e-7;12;Infinity\n");
    expect(writeTable(rows, ["a", "c"], { separator: "," })).toBe("a,c\n-1234.5,12\n");
    expect(writeTable(rows, ["a"], { decimal: "." })).toBe("a\n-1234.5\n");
    expect(writeTable(rows, ["a"], { separator: ",", decimal: "," })).toBe('a\n"-1234,5"\n');
  });

  it("neutralizes text that a spreadsheet would run, and no number", () => {
    const rows = [{ a: '=HYPERLINK("x")', b: "-1", c: -1 }];
    expect(writeTable(rows, ["a", "b", "c"])).toBe(`a;b;c\n"'=HYPERLINK(""x"")";'-1;-1\n`);
  });

  it("refuses what is no cell, and options it doesn't know", () => {
    expect(errorOf(write(Number.NaN))).toMatchObject({ code: "impossible-cell", path: "rows[1].a" });
    expect(errorOf(write({})).code).toBe("impossible-cell");
    expect(errorOf(write([1])).code).toBe("impossible-cell");
    expect(errorOf(format({ seperator: ";" })).hint).toBe("Did you mean separator?");
    expect(errorOf(format({ separator: "|" })).code).toBe("impossible-option");
    expect(errorOf(format({ decimal: ";" })).code).toBe("impossible-option");
  });
});

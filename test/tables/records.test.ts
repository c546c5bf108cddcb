import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neutralized } from "../../src/tables/formulas.js";
import { recordsInPieces, splitRecords } from "../../src/tables/records.js";
import { writeTable } from "../../src/tables/write.js";

const trimmed = (text: string): string[][] =>
  splitRecords(text)
    .cells.map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.join("") !== "");

describe("splitRecords", () => {
  it.each([
    ["a;b\n1,5;2\n", ";", [["a", "b"], ["1,5", "2"], [""]]],
    ["a,b\n1;5,2\n", ",", [["a", "b"], ["1;5", "2"], [""]]],
    ["a\tb\n1\t2\n", "\t", [["a", "b"], ["1", "2"], [""]]],
    ["a\n1\n", ";", [["a"], ["1"], [""]]],
    ['"a,b,c";d\n', ";", [["a,b,c", "d"], [""]]],
    ["\n\na,b\n", ",", [[""], [""], ["a", "b"], [""]]],
    ["sep=;\r\na,b;c\n", ";", [["\r"], ["a,b", "c"], [""]]],
    ["sep=,\na;b,c\n", ",", [[""], ["a;b", "c"], [""]]],
  ] as const)("finds the separator of %j", (text, separator, cells) => {
    const records = splitRecords(text);
    expect(records.separator).toBe(separator);
    expect(records.cells).toEqual(cells);
  });

  it("keeps the numbers of lines after a line that tells the separator", () => {
    expect([...splitRecords("sep=;\na;b\nx;y\n").lines].slice(0, 3)).toEqual([1, 2, 3]);
    expect(splitRecords("separator;sep=;\n1;2\n").separator).toBe(";");
  });

  it("reads lines ended in every way, the last one ended or not", () => {
    const expected = [
      ["a", "b"],
      ["x", "y"],
    ];
    for (const end of ["\n", "\r\n", "\r"]) {
      expect(trimmed(`a;b${end}x;y${end}`)).toEqual(expected);
      expect(trimmed(`a;b${end}x;y`)).toEqual(expected);
      expect(trimmed(`"a";"b"${end}"x";"y"${end}`)).toEqual(expected);
      expect(trimmed(`"a";"b"${end}"x";"y"`)).toEqual(expected);
    }
    expect(trimmed("a;b\r\nx;y\n")).toEqual(expected);
  });

  it("takes white space after a closing quotation mark for none, at the end of the file too", () => {
    const { cells, broken } = splitRecords('a;b\n"x" ;"y"  ');
    expect(cells.slice(0, 2)).toEqual([
      ["a", "b"],
      ["x", "y"],
    ]);
    expect(broken.size).toBe(0);
  });

  it("counts lines as a text editor does, also after a cell that runs over several", () => {
    const { cells, lines } = splitRecords('a;b\n"x\ny\nz";1\n\nw;2\n');
    expect(cells[1]).toEqual(["x\ny\nz", "1"]);
    expect([...lines]).toEqual([1, 2, 5, 6, 7]);
  });

  it("tells records whose quotation marks are wrong", () => {
    expect([...splitRecords('a;b\n"x";"y"\n').broken]).toEqual([]);
    expect([...splitRecords('a;b\nO"Neill;5" pipe\n').broken]).toEqual([]);
    expect([...splitRecords('a;b\n1;2\n"x"y;"z"\n3;4\n').broken]).toEqual([2]);
    expect([...splitRecords('a;b\n1;2\n3;"x\n4;5\n').broken]).toEqual([2]);
  });

  it("gives cells back as they were written, whatever is in them", () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ";", ",", "\t", "\n", "\r\n", " ", "a", "ø", "'") });
    const rows = fc.array(fc.record({ a: cell, b: cell }), { minLength: 1 });
    const separators = fc.constantFrom(";", ",", "\t");
    fc.assert(
      fc.property(rows, separators, (given, separator) => {
        const { cells } = splitRecords(writeTable([{ a: "", b: "" }, ...given], ["a", "b"], { separator }));
        expect(cells.slice(2, -1)).toEqual(given.map(({ a, b }) => [neutralized(a), neutralized(b)]));
      }),
    );
  });
});

/** Separator, line and cells of each record with content. */
function content(records: Iterable<ReturnType<typeof splitRecords>>): unknown[] {
  return [...records].flatMap(({ separator, cells, lines }) =>
    cells.map((each, at) => [separator, lines[at], ...each]).filter((each) => each.slice(2).join("") !== ""),
  );
}

function pieces(text: string): unknown[] {
  return [...recordsInPieces(text, 4)].map(({ cells }) => cells);
}

describe("recordsInPieces", () => {
  it("gives the records, separator and lines of the whole, wherever a piece ends", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ø", " ", ","), maxLength: 4 });
    const line = fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => cells.join(";"));
    const start = fc.constantFrom("", "sep=;\n", "\n");
    const end = fc.constantFrom("", "\n", "\n\n");
    fc.assert(
      fc.property(
        fc.array(line),
        start,
        end,
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.integer({ min: 1, max: 12 }),
        (lines, ...rest) => {
          const [top, bottom, newline, size] = rest;
          const text = `${top}${lines.join("\n")}${bottom}`.replaceAll("\n", newline);
          expect(content(recordsInPieces(text, size))).toEqual(content([splitRecords(text)]));
        },
      ),
    );
  });

  it("makes pieces of whole lines, and one piece of a text with quotation marks", () => {
    expect(pieces("a;b\n1;2\n3;4\n5;6")).toEqual([
      [
        ["a", "b"],
        ["1", "2"],
      ],
      [
        ["3", "4"],
        ["5", "6"],
      ],
    ]);
    expect(pieces('a;b\n1;"2\n3"\n5;6\n7;8\n')).toHaveLength(1);
  });
});

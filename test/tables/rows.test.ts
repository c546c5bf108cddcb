import { describe, expect, it } from "vitest";
import { textCell, wholeNumberCell } from "../../src/tables/cells.js";
import { issueList } from "../../src/tables/issues.js";
import { splitRecords } from "../../src/tables/records.js";
import { isBlank, readRows, type ReadRows } from "../../src/tables/rows.js";
import type { RowProblem } from "../../src/tables/types.js";
import { errorOf } from "../support/errors.js";

interface Row {
  readonly citizen: string;
  readonly points?: number;
}

const layout = {
  places: [
    { name: "citizen", position: 0, read: textCell, needed: true },
    { name: "points", position: 2, read: wholeNumberCell, needed: false },
  ],
  width: 4,
  unnamed: [3],
  isComplete: true,
  notices: [],
};

function read(text: string, check?: (row: Row) => RowProblem | undefined): ReadRows<Row> {
  const issues = issueList("a.csv");
  const rows = readRows<Row>(splitRecords(`citizen;note;points;\n${text}`), 1, layout, check, issues);
  issues.throwIfAny();
  return rows;
}

const issuesOf = (text: string): unknown => errorOf(() => read(text)).issues;

describe("readRows", () => {
  it("reads each place by its reader and leaves empty cells out", () => {
    const { rows, lines } = read("p1;x;3;\n p2 ;; ;\n");
    expect(rows).toEqual([{ citizen: "p1", points: 3 }, { citizen: "p2" }]);
    expect(rows.every(Object.isFrozen)).toBe(true);
    expect([...lines]).toEqual([2, 3]);
  });

  it("passes over lines without content and counts them", () => {
    const { rows, lines } = read("\np1;;1;\n;;;\n   \np2;;2;\n");
    expect(rows.map(({ citizen }) => citizen)).toEqual(["p1", "p2"]);
    expect([...lines]).toEqual([3, 6]);
  });

  it("takes away the apostrophe before a neutralized text only", () => {
    expect(read("'-x9;;1;\n'ord;;2;\n").rows.map(({ citizen }) => citizen)).toEqual(["-x9", "'ord"]);
  });

  it("gives an issue for every record that isn't as wide as the header", () => {
    expect(issuesOf("p1;x;3\np2;x;3;;\np3\n")).toMatchObject([
      { code: "too-few-cells", row: 2, received: 3, expected: "4 cells, as in the header" },
      { code: "too-many-cells", row: 3, received: 5, expected: "4 cells, as in the header" },
      { code: "too-few-cells", row: 4, received: 1 },
    ]);
  });

  it("gives an issue for a value under no name", () => {
    expect(issuesOf("p1;x;3;left over\n")).toMatchObject([
      { code: "cell-without-column", row: 2, received: "left over" },
    ]);
  });

  it("gives an issue for broken quotation marks, and none for what they swallowed", () => {
    expect(issuesOf('p1;x;3;\np2;"x;3;\np3;x;zz;\n')).toMatchObject([{ code: "broken-quotes", row: 3 }]);
  });

  it("gives every issue of a row", () => {
    expect(issuesOf(";x;-3;\np2;x;y;\n")).toMatchObject([
      { code: "empty-cell", row: 2, column: "citizen", received: "", expected: "a value" },
      { code: "impossible-number", row: 2, column: "points", received: "-3" },
      {
        code: "impossible-number",
        row: 3,
        column: "points",
        received: "y",
        expected: "a whole number from 0",
      },
    ]);
  });

  it("never shows a personal number, in whichever column it stands", () => {
    expect(issuesOf("p1;x;010203-1234 Jens;\n")).toMatchObject([{ received: "ddmmyy-•••• Jens" }]);
  });

  it("checks across the cells of rows whose cells could be read", () => {
    const seen: Row[] = [];
    const error = errorOf(() =>
      read("p1;x;3;\np2;x;y;\np3;x;4;\n", (row) => {
        seen.push(row);
        return row.points === 3 ? { code: "too-small", column: "points", expected: "more" } : undefined;
      }),
    );
    expect(seen.map(({ citizen }) => citizen)).toEqual(["p1", "p3"]);
    expect(error.issues).toMatchObject([
      { code: "too-small", row: 2, column: "points", received: 3, expected: "more", file: "a.csv" },
      { code: "impossible-number", row: 3 },
    ]);
  });
});

describe("isBlank", () => {
  it("is a record of white space only", () => {
    expect(isBlank(["", " ", "\t", "\r"])).toBe(true);
    expect(isBlank([])).toBe(true);
    expect(isBlank(["", "x"])).toBe(false);
  });
});

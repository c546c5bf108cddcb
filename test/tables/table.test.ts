import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOf } from "../../src/core/index.js";
import {
  citizenCell,
  dateCell,
  mayBeEmpty,
  numberCell,
  optional,
  parseTable,
  required,
  textCell,
  writeTable,
  type TableSchema,
} from "../../src/tables/index.js";
import { errorOf } from "../support/errors.js";

interface Visit {
  readonly citizen: string;
  readonly from: string;
  readonly to?: string;
  readonly place?: string;
}

const visits: TableSchema<Visit> = {
  columns: {
    citizen: required(citizenCell),
    from: required(dateCell),
    to: mayBeEmpty(dateCell),
    place: optional(textCell),
  },
  check: ({ from, to }) =>
    to === undefined || to >= from
      ? undefined
      : { code: "ends-before-start", column: "to", expected: `no day before ${from}` },
};

const name = "visits.csv";
const parse = (text: string): ReturnType<typeof parseTable<Visit>> => parseTable(text, { name }, visits);

const read = (options: object) => () => parseTable("citizen", options as { name: string }, visits);

describe("parseTable", () => {
  it("reads rows, frozen, with their source and lines", () => {
    const text = "citizen;from;to\n\np1;2005-01-01;31-01-2005\np2;2005-02-01;\n";
    const table = parse(text);
    expect(table.rows).toEqual([
      { citizen: "p1", from: "2005-01-01", to: "2005-01-31" },
      { citizen: "p2", from: "2005-02-01" },
    ]);
    expect(table.notices).toEqual([]);
    expect(table.source).toEqual({ name, digest: digestOf(text), rows: 2 });
    expect([table.rowNumber(0), table.rowNumber(1)]).toEqual([3, 4]);
    expect(errorOf(() => table.rowNumber(2)).code).toBe("no-such-row");
    for (const part of [table, table.rows, table.rows[0], table.notices, table.source])
      expect(Object.isFrozen(part)).toBe(true);
  });

  it("reads a header after blank lines, and says so where no row follows", () => {
    expect(parse("\n\ncitizen;from;to\np1;2005-01-01;\n").rowNumber(0)).toBe(4);
    const { rows, notices } = parse("citizen;from;to\n");
    expect(rows).toEqual([]);
    expect(notices).toEqual([{ code: "no-rows", severity: "caution", file: name }]);
  });

  it("reads a file of several pieces like a short one, and names rows in the last of them", () => {
    const text = ["citizen;from;to", ...Array.from({ length: 9_000 }, (_, n) => `p${n};2005-01-01;`)].join(
      "\r\n",
    );
    const { rows, rowNumber } = parse(text);
    expect(rows.map(({ citizen }) => citizen)).toEqual(Array.from({ length: 9_000 }, (_, n) => `p${n}`));
    expect([rowNumber(0), rowNumber(8_999)]).toEqual([2, 9_001]);
    expect(errorOf(() => parse(`${text}\np;2005-02-30;`)).issues).toMatchObject([
      { row: 9_002, column: "from" },
    ]);
    expect(parse(`${"\n".repeat(60_000)}${text}`).rowNumber(0)).toBe(60_002); // a header in the second piece
  });

  it("finds no column in a file of separators", () => {
    expect(errorOf(() => parse(";;;\n;\n")).issues[0]).toMatchObject({ code: "missing-column", row: 1 });
  });

  it("reads a windows-1252 file with the same rows and a notice", () => {
    const text = "citizen;from;to;place\np1;2005-01-01;;Hillerød\n";
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0)); // ø is 0xF8 in both
    const table = parseTable(bytes, { name }, visits);
    expect(table.rows).toEqual(parse(text).rows);
    expect(table.notices.map(({ code }) => code)).toEqual(["windows-1252"]);
    expect(table.source.digest).toBe(digestOf(bytes));
  });

  it("reads a file with byte order mark, carriage returns, quotes and trailing separators", () => {
    const text = '\uFEFF"citizen";"from";"to";\r\n"p1";"01-01-2005";"";\r\n';
    expect(parse(text).rows).toEqual([{ citizen: "p1", from: "2005-01-01" }]);
  });

  it("keeps further columns as text where the schema does", () => {
    const open: TableSchema<{ citizen: string; [stratum: string]: string }> = {
      columns: { citizen: required(citizenCell) },
      rest: "keep",
    };
    const { rows } = parseTable("citizen,alder,kommune\np1,0101,\n", { name }, open);
    expect(rows).toEqual([{ citizen: "p1", alder: "0101" }]);
  });

  it("gives all issues of a file at once, each with file, row, column, received and expected", () => {
    const error = errorOf(() =>
      parse("citizen;from\np1;31-02-2005\n010203-1234;2005-01-01\n;x\np4;2005-01-01;2005-02-01\n"),
    );
    expect(error.code).toBe("rows-in-error");
    expect(error.path).toBe(name);
    expect(error.issues).toMatchObject([
      { file: name, row: 1, column: "to", code: "missing-column", expected: "a column to" },
      { file: name, row: 2, column: "from", code: "impossible-date", received: "31-02-2005" },
      { file: name, row: 3, column: "citizen", code: "cpr-shaped", received: "ddmmyy-••••" },
      { file: name, row: 4, column: "citizen", code: "empty-cell", received: "" },
      { file: name, row: 4, column: "from", code: "impossible-date", received: "x" },
      { file: name, row: 5, code: "too-many-cells", received: 3, expected: "2 cells, as in the header" },
    ]);
    expect(error.message).not.toContain("1234");
    expect(error.issues[2]?.hint).toContain("pseudonym");
  });

  it("gives the row that contradicts itself", () => {
    const error = errorOf(() => parse("citizen;from;to\np1;2005-02-01;31-01-2005\n"));
    expect(error.issues).toEqual([
      {
        code: "ends-before-start",
        file: name,
        row: 2,
        column: "to",
        received: "2005-01-31",
        expected: "no day before 2005-02-01",
      },
    ]);
  });

  it("refuses an empty file", () => {
    expect(errorOf(() => parse("")).code).toBe("empty-file");
  });

  it("wants a name and knows its options", () => {
    expect(errorOf(read({})).code).toBe("missing-option");
    expect(errorOf(read({ name, colums: {} }))).toMatchObject({
      code: "unknown-option",
      hint: "Did you mean columns?",
    });
    expect(errorOf(read({ name, columns: { citizen: 3 } })).code).toBe("impossible-option");
    expect(errorOf(read({ name, columns: { citzen: "x" } })).code).toBe("unknown-column");
  });

  it("maps columns, undefined being no map", () => {
    const columns = { citizen: "borger", from: "fra", to: "til" };
    const text = "Borger;Fra;Til\np1;2005-01-01;\n";
    expect(parseTable(text, { name, columns }, visits).rows).toHaveLength(1);
    expect(parseTable("citizen;from;to\n", { name, columns: undefined }, visits).rows).toHaveLength(0);
  });

  it("reads what writeTable writes, whatever the texts and numbers", () => {
    interface Line {
      readonly label: string;
      readonly note?: string;
      readonly share?: number;
    }
    const schema: TableSchema<Line> = {
      columns: { label: required(textCell), note: mayBeEmpty(textCell), share: mayBeEmpty(numberCell) },
    };
    const signs = [
      "'",
      "=",
      "+",
      "-",
      "@",
      '"',
      ";",
      ",",
      "\t",
      "\n",
      "\r\n",
      " ",
      "a",
      "ø",
      "\u2028",
      "\u{1F600}",
    ];
    const text = fc
      .string({ unit: fc.constantFrom(...signs), minLength: 1 })
      .filter((each) => each.trim() === each && each !== "");
    const share = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => (value === 0 ? 0 : value)); // CSV has no negative zero
    const line = fc.record({ label: text, note: text, share }, { requiredKeys: ["label"] });
    const format = fc.constantFrom(
      { separator: ";", decimal: "," } as const,
      { separator: "\t" } as const,
      { separator: "," } as const,
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), format, (lines, options) => {
        const written = writeTable(lines, ["label", "note", "share"], options);
        expect(parseTable(written, { name }, schema).rows).toEqual(lines);
      }),
      { numRuns: 300 },
    );
  });
});

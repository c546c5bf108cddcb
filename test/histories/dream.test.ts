import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDream, type DreamOptions } from "../../src/histories/dream.js";
import type { DreamTable } from "../../src/histories/dream-types.js";
import { nameOfWeek, readWeek } from "../../src/histories/weeks.js";
import { errorOf } from "../support/errors.js";

// Every code here is invented; none is taken from the register's own list.

const read = (text: string | Uint8Array, options: Partial<DreamOptions> = {}): DreamTable =>
  parseDream(text, { name: "dream.csv", ...options });
const issuesOf = (text: string, options: Partial<DreamOptions> = {}): readonly object[] =>
  errorOf(() => read(text, options)).issues;

/** The first and last week of a file with two columns. */
const years = (first: string, second: string): string[] => {
  const { firstWeek, lastWeek } = read(`PNR;y_${first};y_${second}\np1;;\n`);
  return [firstWeek, lastWeek];
};

/** Windows-1252, as far as Latin-1 goes. */
const latin = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.charCodeAt(0));

describe("parseDream", () => {
  it("reads runs of codes over week 53 and the turn of the year, in whatever order the weeks stand", () => {
    const table = read("PNR;y_0501;y_0453;y_0502;y_0452\np1;101;101;102;101\np2;;101;101;\n");
    expect(table.rows).toEqual([
      {
        citizen: "p1",
        weeks: [
          { code: "101", from: "2004-W52", to: "2005-W01" },
          { code: "102", from: "2005-W02", to: "2005-W02" },
        ],
        employment: [],
      },
      {
        citizen: "p2",
        weeks: [
          { code: "101", from: "2004-W53", to: "2004-W53" },
          { code: "101", from: "2005-W02", to: "2005-W02" }, // a blank week between
        ],
        employment: [],
      },
    ]);
    expect(table).toMatchObject({ kind: "dream", firstWeek: "2004-W52", lastWeek: "2005-W02", notices: [] });
    expect(table).not.toHaveProperty("employment");
    expect([table.rowNumber(0), table.rowNumber(1)]).toEqual([2, 3]);
    expect(table.source).toMatchObject({ name: "dream.csv", rows: 2 });
  });

  it("takes years below 90 for this century", () => {
    expect(years("9952", "0001")).toEqual(["1999-W52", "2000-W01"]);
    expect(years("9052", "9101")).toEqual(["1990-W52", "1991-W01"]);
    expect(years("8951", "8952")).toEqual(["2089-W51", "2089-W52"]);
    expect(years("200453", "200501")).toEqual(["2004-W53", "2005-W01"]); // four digits say it
  });

  it("takes blank cells, SAS's point and white space for blank weeks, and quoted codes for codes", () => {
    const { rows } = read(
      'PNR;y_0501;y_0502;y_0503;y_0504;y_0505\r\n"p;1"; . ;;"101"; 101 ;""\r\n\r\n;;;;;\r\n',
    );
    expect(rows).toEqual([
      { citizen: "p;1", weeks: [{ code: "101", from: "2005-W03", to: "2005-W04" }], employment: [] },
    ]);
  });

  it("reads employment by month, with decimal comma or point, in runs", () => {
    const head =
      "pnr;y_0801;branche_2008_01;grad_2008_01;grad_2008_02;branche_2008_02;grad_2008_03;grad_2008_04";
    const table = read(`${head}\np1;;620100;0,75;.75;620100;.;0\np2;;.;;;;;1,00\n`);
    expect(table.employment).toEqual({ from: "2008-01", to: "2008-04" });
    expect(table.rows.map(({ employment }) => employment)).toEqual([
      [
        { from: "2008-01", to: "2008-01", degree: 0.75, industry: "620100" },
        { from: "2008-02", to: "2008-02", degree: 0.75, industry: "620100" },
        { from: "2008-04", to: "2008-04", degree: 0 },
      ],
      [{ from: "2008-04", to: "2008-04", degree: 1 }],
    ]);
  });

  it("reads windows-1252, leaves other columns out and counts them", () => {
    const table = read(latin("Løbenr,Køn,y_0501,ak_2008,y_0502\nborger-å,mand,æ1,12,æ1\n"), {
      columns: { citizen: "løbenr" },
    });
    expect(table.rows[0]).toMatchObject({ citizen: "borger-å", weeks: [{ code: "æ1", to: "2005-W02" }] });
    expect(table.notices).toEqual([
      { code: "windows-1252", severity: "info", file: "dream.csv" },
      {
        code: "columns-not-used",
        severity: "info",
        file: "dream.csv",
        columns: 2,
        names: ["Køn", "ak_2008"],
      },
    ]);
  });

  it("finds another prefix of the weeks, and says which", () => {
    const table = read("PNR;ak_1992;uge0501;uge0502\np1;4;101;101\n"); // 1992 is no week of 2019
    expect(table.notices).toContainEqual({
      code: "week-prefix",
      severity: "info",
      file: "dream.csv",
      prefix: "uge",
    });
    expect(table.firstWeek).toBe("2005-W01");
    const given = read("PNR;a0501;Y_0501\np1;101;102\n", { weekPrefix: "A" });
    expect(given.rows[0]?.weeks).toEqual([{ code: "101", from: "2005-W01", to: "2005-W01" }]);
    const months = "PNR;y_0501;br_2005_01;deg_2005_01\np1;;x;1\n";
    expect(read(months, { industryPrefix: "br_", degreePrefix: "DEG_" }).rows[0]?.employment).toEqual([
      { from: "2005-01", to: "2005-01", degree: 1, industry: "x" },
    ]);
    expect(read(months)).not.toHaveProperty("employment");
  });

  it.each([
    ["commas", "PNR,y_0501,y_0502\np1,101,\np2,,102\n"],
    ["tabs, with an unnamed column before", "\tPNR\ty_0501\ty_0502\n1\tp1\t101\t\n2\tp2\t\t102\n"],
    ["Excel's line for the separator", "sep=;\r\nPNR;y_0501;y_0502\r\np1;101;\r\np2;;102\r\n"],
    ["carriage returns alone, the last line not ended", "PNR;y_0501;y_0502\rp1;101;\rp2;;102"],
    ["quotation marks everywhere", '"PNR";"y_0501";"y_0502"\n"p1";"101";""\n"p2";"";"102"'],
    ["a byte order mark", "\uFEFFPNR;y_0501;y_0502\np1;101;\np2;;102\n"],
  ])("reads a file with %s", (_what, text) => {
    expect(read(text).rows).toEqual([
      { citizen: "p1", weeks: [{ code: "101", from: "2005-W01", to: "2005-W01" }], employment: [] },
      { citizen: "p2", weeks: [{ code: "102", from: "2005-W02", to: "2005-W02" }], employment: [] },
    ]);
  });

  it("takes back what keeps a spreadsheet from reading a pseudonym as a formula", () => {
    expect(read('PNR;y_0501\n\'-x9;\n"\'=""y";\n').rows.map(({ citizen }) => citizen)).toEqual([
      "-x9",
      '="y',
    ]);
  });

  it("reads 2,000 citizens of 1,800 weeks", () => {
    const first = readWeek("1991-W27") ?? 0;
    const names = Array.from({ length: 1800 }, (_, week) => nameOfWeek(first + week));
    const head = names.map((name) => `y_${name.slice(2, 4)}${name.slice(6)}`).join(";");
    const lives = Array.from({ length: 20 }, (_, life) =>
      names.map((_name, week) => ["101", "", "102"][Math.floor((week + life) / 30) % 3]).join(";"),
    );
    const lines = Array.from({ length: 2000 }, (_, citizen) => `p${citizen};${lives[citizen % 20]}`);
    const table = read(`PNR;${head}\n${lines.join("\n")}\n`);
    expect([table.rows.length, table.firstWeek, table.lastWeek]).toEqual([2000, "1991-W27", "2025-W52"]);
    // 1,800 weeks are 60 stretches of 30, two of three with a code; shifted by 19 weeks, a 61st begins with the 1,782nd.
    expect(table.rows[0]?.weeks).toHaveLength(40);
    expect(table.rows[1999]?.weeks.at(-1)).toEqual({ code: "101", from: names[1781], to: names[1799] });
  });

  it("says so where there are no rows", () => {
    expect(read("sep=;\n\nPNR;y_0501").notices).toEqual([
      { code: "no-rows", severity: "caution", file: "dream.csv" },
    ]);
  });

  it.each([
    ["PNR;y_0553\n", { code: "impossible-week", column: "y_0553" }], // 2005 has 52 weeks
    ["PNR;y_0501;y_200501\n", { code: "duplicate-week", column: "y_200501" }],
    ["PNR;y_0452;y_0501\n", { code: "missing-week", expected: "a column of 2004-W53, since others stand before and after it" }], // prettier-ignore
    ["PNR;y_0501;y_0505\n", { code: "missing-week", expected: "a column of 2005-W02 to 2005-W04, since others stand before and after it" }], // prettier-ignore
    ["PNR;y_0501;grad_2008_13\n", { code: "impossible-month", column: "grad_2008_13" }],
    ["PNR;y_0501;grad_2008_01;branche_2008_03\n", { code: "missing-month" }],
    ["PNR;age\n", { code: "no-weeks" }],
    ["y_0501\n", { code: "missing-column", column: "citizen" }],
    ["PNR;citizen;y_0501\n", { code: "duplicate-column", received: "PNR, citizen" }],
  ])("refuses the header %j", (text, issue) => {
    expect(issuesOf(text)).toMatchObject([{ row: 1, ...issue }]);
  });

  it.each([
    ["0101051234;101\n", { code: "cpr-shaped", row: 2, received: "ddmmyy-••••" }],
    [";101\n", { code: "empty-cell", row: 2 }],
    ["p1\n", { code: "too-few-cells", row: 2, received: 1 }],
    ["p1;101;102\n", { code: "too-many-cells", row: 2, received: 3 }],
    ['p1;"101\n', { code: "broken-quotes", row: 2 }],
    ["p1;\np2;\np1;\n", { code: "duplicate-citizen", row: 4, expected: "one row of a citizen, who has row 2 already" }], // prettier-ignore
  ])("refuses the rows %j", (rows, issue) => {
    expect(issuesOf(`PNR;y_0501\n${rows}`)).toMatchObject([issue]);
  });

  it("collects what is wrong with single cells, by line and column", () => {
    const text = 'PNR;note;y_0501;grad_2005_01\np1;"two\nlines";;x\np2;;;0,5\np3;;;-1\n';
    expect(issuesOf(text)).toMatchObject([
      { code: "impossible-number", row: 2, column: "grad_2005_01", received: "x" },
      { code: "impossible-number", row: 5, column: "grad_2005_01", received: "-1" },
    ]);
  });

  it.each([
    [{ name: "" }, "impossible-option"],
    [{ weekprefix: "y_" }, "unknown-option"],
    [{ columns: { week: "y_" } }, "unknown-column"],
    [{ name: undefined }, "missing-option"],
  ])("refuses the options %o", (options, code) => {
    expect(errorOf(() => read("PNR;y_0501\np1;\n", options as never)).code).toBe(code);
  });

  it("reads back any codes, quoted or not, as the runs that they are", () => {
    const first = readWeek("2004-W51") ?? 0;
    const names = Array.from({ length: 8 }, (_, week) => nameOfWeek(first + week));
    const header = `PNR;${names.map((name) => `y_${name.slice(2, 4)}${name.slice(6)}`).join(";")}`;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("", "101", "102", "1", "0101"), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        (codes, quoted) => {
          const cells = quoted ? codes.map((code) => `"${code}"`) : codes;
          const [row] = read(`${header}\np1;${cells.join(";")}\n`).rows;
          const back = names.map(
            (name) => row?.weeks.find(({ from, to }) => from <= name && name <= to)?.code ?? "",
          );
          expect(back).toEqual(codes);
          const runs = codes.filter((code, index) => code !== "" && code !== codes[index - 1]);
          expect(row?.weeks.map(({ code }) => code)).toEqual(runs);
        },
      ),
    );
  });
});

import { describe, expect, it } from "vitest";
import { parseJobindsats } from "../../../src/benchmark/jobindsats/parse.js";

const number = "Forventet og faktisk antal fuldtidspersoner på offentlig forsørgelse";
const share = "Forventet og faktisk andel fuldtidspersoner på offentlig forsørgelse";
const columns = [
  "Periode",
  "Område",
  "Ydelsesgrupper",
  `${number}: Forventet antal`,
  `${number}: Faktisk antal`,
  `${number}: Forskel mellem forventet og faktisk antal`,
  `${share}: Forventet andel (pct.)`,
  `${share}: Faktisk andel (pct.)`,
  `${share}: Forskel mellem forventet og faktisk andel (pct. point)`,
  "Placering på benchmarkranglisten",
];
// Numbers of Gladsaxe and Nyborg from the list of autumn 2018; the shares are made up.
const rows = [
  ["2018QMAT02", "Gladsaxe", "Ydelsesgrupper i alt", 3400, 2980, -420, 7.6, 6.7, -0.9, 3],
  ["2018QMAT02", "Nyborg", "Ydelsesgrupper i alt", 1840, 1620, -220, 10.2, 9, -1.2, 1],
  ["2018QMAT02", "Hele landet", "Ydelsesgrupper i alt", 421000, 421000, 0, 11, 11, 0, null],
];
const gladsaxe = {
  municipality: "Gladsaxe",
  period: "2018QMAT02",
  year: "2018",
  group: "Ydelsesgrupper i alt",
  figure: "expected",
  unit: "full-time-persons",
  expected: 3400,
  actual: 2980,
  expectedShare: 0.076,
  actualShare: 0.067,
  rank: 3,
  definition: "faktisk mod forventet offentlig forsørgelse",
  population: "alle i målingen",
  anchor: "perioden",
  window: "QMAT",
  source: "Jobindsats",
  direction: "lower-is-better",
};

const csv = [
  ["Periode", "Område", "Ydelsesgrupper", "Forventet antal", "Faktisk antal", "Forskel"].join(";"),
  "2018QMAT02;Gladsaxe;Ydelsesgrupper i alt;3.400,0;2.980,0;-420,0",
].join("\r\n");

describe("parseJobindsats with the benchmark table", () => {
  it("reads version 3's JSON, the country apart", () => {
    const parsed = parseJobindsats(JSON.stringify({ columns, rows }), { name: "y30r21.json" });
    expect(parsed.rows[0]).toEqual(gladsaxe);
    expect(parsed.rows).toHaveLength(2);
    expect(parsed.areas).toMatchObject([{ municipality: "Hele landet", expected: 421_000 }]);
    expect(parsed.areas[0]).not.toHaveProperty("rank");
    expect(parsed.notices.map(({ code }) => code)).toEqual(["areas-apart"]);
    expect(parsed.rowNumber(1)).toBe(3);
    expect(Object.isFrozen(parsed.rows[0])).toBe(true);
  });

  it("reads version 2's JSON the same", () => {
    const text = JSON.stringify([{ Variables: columns.map((Label) => ({ Label })), Data: rows }]);
    expect(parseJobindsats(text, { name: "y30r21.json" }).rows[0]).toEqual(gladsaxe);
  });

  it("reads semicolon CSV with a byte order mark, decimal commas and points between thousands the same", () => {
    const lines = rows.map((row) =>
      row
        .map((cell, at) =>
          typeof cell !== "number"
            ? (cell ?? "-")
            : cell.toLocaleString("da-DK", { minimumFractionDigits: at > 5 && at < 9 ? 1 : 0 }),
        )
        .join(";"),
    );
    const text = `\uFEFF${[columns.map((each) => `"${each}"`).join(";"), ...lines].join("\r\n")}\r\n`;
    expect(text).toContain("3.400;2.980");
    const parsed = parseJobindsats(new TextEncoder().encode(text), { name: "y30r21.csv" });
    expect(parsed.rows[0]).toEqual(gladsaxe);
    expect(parsed.areas).toHaveLength(1);
  });

  it("takes what the caller says better", () => {
    const measured = { definition: "fuldtidspersoner", population: "16-66 år", window: "12 måneder" };
    expect(parseJobindsats(csv, { name: "a.csv", describe: measured }).rows[0]).toMatchObject(measured);
  });

  it("leaves out what isn't told, by name", () => {
    const marks = ["", "-", ".", "..", null];
    const untold = marks.map((mark, at) => [
      "2018",
      ["Vejle", "Varde", "Odder", "Skive", "Struer"][at],
      mark,
      5,
    ]);
    const text = JSON.stringify({
      columns: ["Periode", "Område", "Forventet antal", "Faktisk antal"],
      rows: [...untold, ["2018", "Køge", 5, 6]],
    });
    const { rows: read, notices } = parseJobindsats(text, { name: "a.json" });
    expect(read.map(({ municipality }) => municipality)).toEqual(["Køge"]);
    expect(notices).toMatchObject([
      { code: "figure-not-told", municipalities: ["Vejle", "Varde", "Odder", "Skive", "Struer"] },
    ]);
  });
});

const generic = (cells: readonly (readonly (string | number | null)[])[]): string =>
  JSON.stringify({
    columns: [
      "Periode",
      "Område",
      "Køn",
      "Alder",
      "Antal afsluttede",
      "Antal til job",
      "Andel til job (pct.)",
    ],
    rows: cells,
  });
const counts = { events: "Antal til job", total: "Antal afsluttede" };

describe("parseJobindsats with columns that are named", () => {
  it("reads events of a total by groups", () => {
    const text = generic([
      ["2023M01", "Horsens", "Kvinder", "16-24 år", 120, 41, 34.2],
      ["2023M01", "Vesthimmerlands", "Mænd", "16-24 år", 80, 20, 25],
    ]);
    const parsed = parseJobindsats(text, { name: "y14d03.json", columns: counts });
    expect(parsed.rows).toMatchObject([
      {
        municipality: "Horsens",
        figure: "counts",
        events: 41,
        total: 120,
        group: "Kvinder, 16-24 år",
        definition: "Antal til job",
        window: "måned",
        period: "2023M01",
        year: "2023",
      },
      { municipality: "Vesthimmerlands", events: 20, total: 80, group: "Mænd, 16-24 år" },
    ]);
    expect(parsed.notices).toEqual([
      {
        code: "columns-not-used",
        severity: "info",
        file: "y14d03.json",
        columns: 1,
        names: ["Andel til job (pct.)"],
      },
    ]);
  });

  it("reads a rate in per cent as its label says, and further columns as framework conditions", () => {
    const text = generic([["2023", "Horsens", "Kvinder", "I alt", 120, "", 34.2]]);
    const named = {
      rate: "Andel til job (pct.)",
      total: "Antal afsluttede",
      group: "Køn",
      young: "Antal afsluttede",
    };
    expect(parseJobindsats(text, { name: "a.json", columns: named }).rows[0]).toMatchObject({
      figure: "counts",
      events: 41, // 41/120 = 34.17, 42 would print 35.0
      reconstructed: true,
      group: "Kvinder",
      window: "år",
      covariates: { young: 120 },
    });
  });

  it("makes full-time persons a rate without limits", () => {
    const text = JSON.stringify({
      columns: [
        "Periode",
        "Område",
        "Antal fuldtidspersoner",
        "Befolkning",
        "Fuldtidspersoner i pct. af befolkningen",
      ],
      rows: [["2023M01", "Horsens", 1234.5, 60_000, 2.1]],
    });
    const of = (named: Record<string, string>): unknown =>
      parseJobindsats(text, { name: "a.json", columns: named }).rows[0];
    expect(of({ events: "Antal fuldtidspersoner", total: "Befolkning" })).toMatchObject({
      figure: "rate",
      unit: "full-time-persons",
      rate: 1234.5 / 60_000,
      total: 60_000,
    });
    expect(of({ rate: "Fuldtidspersoner i pct. af befolkningen", total: "Befolkning" })).toMatchObject({
      figure: "rate",
      unit: "full-time-persons",
      rate: 0.021,
      rounding: 0.0005,
    });
  });

  it("keeps columns of one label apart by number", () => {
    const text = "Periode;Område;Antal;Antal;Antal (2)\n2023;Vejle;10;3;7\n";
    const parsed = parseJobindsats(text, { name: "a.csv", columns: { total: "Antal", events: "Antal (2)" } });
    expect(parsed.rows[0]).toMatchObject({ total: 10, events: 3 });
    expect(parsed.notices).toContainEqual({
      code: "columns-numbered",
      severity: "caution",
      file: "a.csv",
      columns: ["Antal (2)", "Antal (2) (2)"],
    });
  });

  it("tells unknown municipalities, and puts regions apart", () => {
    const text = generic([
      ["2023", "Holbaek", "I alt", "I alt", 10, 3, 30],
      ["2023", "Region Sjælland", "I alt", "I alt", 100, 30, 30],
      ["2023", "RAR Fyn", "I alt", "I alt", 100, 30, 30],
      ["2023", "Uoplyst område", "I alt", "I alt", 1, 0, 0],
    ]);
    const { rows: read, areas, notices } = parseJobindsats(text, { name: "a.json", columns: counts });
    expect([read.length, areas.length]).toEqual([1, 3]);
    expect(notices).toContainEqual({
      code: "unknown-municipality",
      severity: "caution",
      file: "a.json",
      municipalities: ["Holbaek"],
      nearest: "Holbæk",
    });
  });
});

const one = (cell: string, further = ""): unknown =>
  parseJobindsats(`Periode;Område;Antal;Andel;Ledighed\n2023;Vejle;10.000;0,5;${cell}\n${further}`, {
    name: "a.csv",
    columns: { total: "Antal", rate: "Andel", unemployment: "Ledighed" },
  }).rows[0]?.covariates?.["unemployment"];

describe("numbers of Jobindsats", () => {
  it.each([
    ["1.234,5", 1234.5],
    ["1 234,5", 1234.5],
    ["1.234", 1234],
    ["1.234.567", 1_234_567],
    ["3,75", 3.75],
    ["-0,4", -0.4],
    ["\u22120,4", -0.4],
    ["12", 12],
  ])("%s is read by the file's decimal comma", (cell, value) => {
    expect(one(cell)).toBe(value);
  });

  it("can't be read two ways: the file or the caller has to show the decimal mark", () => {
    const text = "Periode;Område;Antal;Ledighed\n2023;Vejle;1.000;1.234\n";
    const named = { total: "Antal", events: "Antal", unemployment: "Ledighed" };
    const read = (decimal?: "," | "."): unknown =>
      parseJobindsats(text, { name: "a.csv", columns: named, decimal }).rows[0];
    expect(() => read()).toThrow(/row 2, column Ledighed: ambiguous number; received "1.234"/);
    expect(read(",")).toMatchObject({ total: 1000, covariates: { unemployment: 1234 } });
    const points = "Periode;Område;Antal;Ledighed\n2023;Vejle;1000;1.234\n";
    expect(parseJobindsats(points, { name: "a.csv", columns: named, decimal: "." }).rows[0]).toMatchObject({
      covariates: { unemployment: 1.234 },
    });
  });

  it("have one decimal mark throughout", () => {
    expect(() => one("3.75")).toThrow(/two decimal marks/);
  });
});

describe("what isn't a table of Jobindsats", () => {
  it.each([
    ["a web page", "<!DOCTYPE html><html></html>"],
    ["an error in JSON", '{"error":"no such table"}'],
    ["half an answer", '{"columns":["Periode"],"rows":[["2023"'],
    ["a list", "[1,2]"],
    ["columns that are no texts", '{"columns":[1],"rows":[]}'],
  ])("is refused: %s", (_what, text) => {
    expect(() => parseJobindsats(text, { name: "a.json", columns: counts })).toThrow(
      expect.objectContaining({ code: "not-jobindsats", path: "a.json" }),
    );
  });

  it.each([
    ["no place", ["Periode", "Antal til job", "Antal afsluttede"], "missing-column"],
    ["no period", ["Område", "Antal til job", "Antal afsluttede"], "missing-column"],
    ["no such column", ["Periode", "Område", "Antal i job", "Antal afsluttede"], "missing-column"],
  ])("is refused where there is %s", (_what, labels, code) => {
    const text = JSON.stringify({ columns: labels, rows: [] });
    expect(() => parseJobindsats(text, { name: "a.json", columns: counts })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("is refused where nothing says which numbers are meant", () => {
    const text = JSON.stringify({ columns: ["Periode", "Område", "Antal"], rows: [] });
    expect(() => parseJobindsats(text, { name: "a.json" })).toThrow(
      expect.objectContaining({ code: "no-measure" }),
    );
  });

  it("has every issue told with row and column", () => {
    const text = generic([
      ["2023", "Horsens", "I alt", "I alt", 120, 130, 30],
      ["", "Vejle", "I alt", "I alt", 12, "x", 30],
      ["2023", "Vejle", "I alt", "I alt", 12],
      ["2023", null, "I alt", "I alt", 12.5, 3, 30],
    ]);
    expect(() => parseJobindsats(text, { name: "a.json", columns: counts })).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "too-few-cells", row: 4, received: 5 }),
          expect.objectContaining({
            code: "events-above-total",
            row: 2,
            column: "Antal til job",
            received: 130,
          }),
          expect.objectContaining({ code: "empty-cell", row: 3, column: "Periode", received: "" }),
          expect.objectContaining({
            code: "impossible-number",
            row: 3,
            column: "Antal til job",
            received: "x",
          }),
          expect.objectContaining({ code: "empty-cell", row: 5, column: "Område" }),
          expect.objectContaining({
            code: "impossible-number",
            row: 5,
            column: "Antal afsluttede",
            received: 12.5,
          }),
        ],
      }),
    );
  });
});

describe("what no table of municipalities has", () => {
  const five = ["Periode", "Område", "Ydelsesgrupper", "Forventet antal", "Faktisk antal"];
  const read = (records: readonly unknown[][]): unknown =>
    parseJobindsats(JSON.stringify({ columns: five, rows: records }), { name: "a.json" });

  it("is a figure twice, under whatever spelling", () => {
    const records = [
      ["2023", "Århus", "I alt", 400, 300],
      ["2023", "Aarhus Kommune", "I alt", 400, 301],
      ["2023", "Århus", "A-dagpenge", 40, 30],
      ["2024", "Århus", "I alt", 400, 300],
    ];
    expect(() => read(records)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({
            code: "duplicate-row",
            row: 3,
            column: "Område",
            received: "Aarhus Kommune",
          }),
        ],
      }),
    );
  });

  it("is a CPR number, which no error shows", () => {
    const records = [
      ["2023", "010203-1234", "I alt", 400, 300],
      ["2023", "Vejle", "borger 010203-1234", 400, 300],
    ];
    expect(() => read(records)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "cpr-shaped", row: 2, column: "Område" }),
          expect.objectContaining({ code: "cpr-shaped", row: 3, column: "Ydelsesgrupper" }),
        ],
      }),
    );
    expect(() => read(records)).not.toThrow(/1234/);
  });

  it("is fewer than nobody", () => {
    expect(() => read([["2023", "Vejle", "I alt", -4, 3]])).toThrow(
      /row 2, column Forventet antal: impossible/,
    );
  });

  it("takes shares without (pct.) for per cent where that is said", () => {
    const text = "Periode;Område;Andel\n2018;Vejle;5,1\n2018;Odder;0,7\n";
    const given = { name: "a.csv", columns: { rate: "Andel" } };
    expect(() => parseJobindsats(text, given)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ hint: expect.stringContaining('describe: { shares: "percent" }') }),
        ],
      }),
    );
    const percent = parseJobindsats(text, { ...given, describe: { shares: "percent" } });
    expect(percent.rows).toMatchObject([{ rate: 0.051 }, { rate: 0.007 }]);
  });

  it("says where a mark leaves out the numbers beside the shares", () => {
    const [first = [], ...others] = rows;
    const marked = first.map((cell, at) => (at === 4 ? "*" : cell));
    const parsed = parseJobindsats(JSON.stringify({ columns, rows: [marked, ...others] }), {
      name: "a.json",
    });
    expect(parsed.rows[0]).toMatchObject({ expectedShare: 0.076, actualShare: 0.067 });
    expect(parsed.rows[0]).not.toHaveProperty("actual");
    expect(parsed.notices).toContainEqual(
      expect.objectContaining({ code: "figure-partly-told", municipalities: ["Gladsaxe"] }),
    );
  });
});

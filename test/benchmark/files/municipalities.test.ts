import { describe, expect, it } from "vitest";
import { parseMunicipalities } from "../../../src/benchmark/files/municipalities.js";

const header =
  "municipality;period;group;events;total;cluster;definition;population;anchor;window;direction;source;year";
const tail = "K1;job;kontanthjælp;referral;13 weeks + 6 months;higher-is-better;simulated;2005";
const measured = { definition: "job", population: "kontanthjælp", anchor: "referral", window: "26 weeks" };
const options = { name: "m.csv", describe: { ...measured, period: "2005" } };
const codesOf = (text: string, given = options): readonly string[] =>
  parseMunicipalities(text, given).notices.map(({ code }) => code);

const rateOf = (rate: string, total: string, shares?: "percent"): unknown =>
  parseMunicipalities(`municipality;rate;total\nVejle;${rate};${total}\n`, {
    ...options,
    describe: { ...options.describe, ...(shares === undefined ? {} : { shares }) },
  }).rows[0];

describe("parseMunicipalities", () => {
  it("reads a municipality's figure with what was measured", () => {
    const parsed = parseMunicipalities(`${header}\nHorsens;2005;;412;1.204;${tail}\n`, {
      name: "municipalities.csv",
    });
    expect(parsed.rows).toEqual([
      {
        municipality: "Horsens",
        period: "2005",
        figure: "counts",
        events: 412,
        total: 1204,
        cluster: "K1",
        definition: "job",
        population: "kontanthjælp",
        anchor: "referral",
        window: "13 weeks + 6 months",
        direction: "higher-is-better",
        source: "simulated",
        year: "2005",
      },
    ]);
    expect(parsed.source).toMatchObject({ name: "municipalities.csv", rows: 1 });
    expect(parsed.notices).toEqual([]);
    expect(Object.isFrozen(parsed.rows[0])).toBe(true);
  });

  it("reads Danish headings", () => {
    const text =
      "kommune;periode;gruppe;antal;i alt;klynge;definition;målgruppe;målt fra;måleperiode;retning;kilde;år";
    const record = `Horsens;2005;;412;1.204;${tail}\n`;
    expect(parseMunicipalities(`${text}\n${record}`, { name: "m.csv" }).rows).toEqual(
      parseMunicipalities(`${header}\n${record}`, { name: "m.csv" }).rows,
    );
    const shown = "kommune;forventet antal;faktisk antal;forventet andel;faktisk andel;placering";
    const ours = "municipality;expected;actual;expectedShare;actualShare;rank";
    const figures = "Horsens;100,5;90;12 %;11 %;3\n";
    expect(parseMunicipalities(`${shown}\n${figures}`, options).rows).toEqual(
      parseMunicipalities(`${ours}\n${figures}`, options).rows,
    );
  });

  it("takes a heading that is mapped for no other column", () => {
    const text = "kommune;antal;rate\nHorsens;500;40,0 %\n";
    expect(parseMunicipalities(text, { ...options, columns: { total: "antal" } }).rows).toMatchObject([
      { events: 200, total: 500 },
    ]);
  });

  it("says of a missing column once that it is missing", () => {
    const text = "kommune;antal;i alt;period;definition;population;anchor\n";
    const rows = ["Horsens", "Vejle", "Odder"].map((name) => `${name};1;2;2005;job;alle;referral\n`);
    expect(() => parseMunicipalities(text + rows.join(""), { name: "m.csv" })).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ code: "missing-column", column: "window" })],
      }),
    );
  });

  it("says of another table what is missing, not what its columns are nearly called", () => {
    const issues = ["municipality", "period", "definition", "population", "anchor", "window"];
    expect(() => parseMunicipalities("citizen;ageGroup\nb1;young\n", { name: "m.csv" })).toThrow(
      expect.objectContaining({
        issues: issues.map((column) => expect.objectContaining({ code: "missing-column", column })),
      }),
    );
    expect(() => parseMunicipalities("munincipality;events\nHorsens;1\n", { name: "m.csv" })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "column-near-miss" })] }),
    );
  });

  it("takes every issue of the file at once", () => {
    const rows = ["Horsens;2005;;13;12;", "Vejle;2005;;4,5;12;", "Kolding;;;4;12;", "Varde;2005;;;12;"].map(
      (row) => row + tail,
    );
    const text = [header, ...rows].join("\n");
    expect(() => parseMunicipalities(text, { name: "m.csv" })).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "events-above-total", row: 2, column: "events" }),
          expect.objectContaining({ row: 3, column: "events", received: "4,5" }),
          expect.objectContaining({ code: "missing-description", row: 4, column: "period" }),
          expect.objectContaining({ code: "missing-figure", row: 5, column: "events" }),
        ],
      }),
    );
  });

  it("takes the file's own names of the columns", () => {
    const text =
      "kommune;period;events;antal;definition;population;anchor;window\nVejle;2005;107;312;job;a;b;c\n";
    const columns = { municipality: "kommune", total: "antal" };
    expect(parseMunicipalities(text, { name: "m.csv", columns }).rows[0]).toMatchObject({
      municipality: "Vejle",
      total: 312,
    });
  });

  it.each([
    ["nothing at all", undefined],
    ["no name", {}],
    ["an unknown option", { name: "m.csv", window: "6 months" }],
    ["an unknown part of the description", { name: "m.csv", describe: { windows: "6 months" } }],
    ["a description that is no text", { name: "m.csv", describe: { window: 6 } }],
  ])("refuses %s as options", (_what, given) => {
    expect(() => parseMunicipalities("municipality;events;total\nVejle;1;2\n", given as never)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/-option$/) }),
    );
  });
});

describe("what holds for a whole file", () => {
  it("stands above its header, and line numbers stay what they are", () => {
    const text = [
      "# definition: job;;",
      "# population: kontanthjælp over 25",
      '"# window: 13 weeks, then 6 months"',
      "# anchor: referral",
      "# direction: higher-is-better",
      "",
      "municipality;period;events;total",
      "Vejle;2005;3;10",
      "Horsens;2005;4;x",
    ].join("\r\n");
    expect(() => parseMunicipalities(text, { name: "m.csv" })).toThrow(/row 9, column total/);
    const { rows, rowNumber } = parseMunicipalities(text.replace(";x", ";11"), { name: "m.csv" });
    expect(rows[1]).toEqual({
      municipality: "Horsens",
      period: "2005",
      definition: "job",
      population: "kontanthjælp over 25",
      anchor: "referral",
      window: "13 weeks, then 6 months",
      direction: "higher-is-better",
      figure: "counts",
      events: 4,
      total: 11,
    });
    expect(rowNumber(1)).toBe(9);
    expect(() => rowNumber(2)).toThrow(expect.objectContaining({ code: "no-such-row" }));
  });

  it("stands in an object beside the file, and a row's own cell wins", () => {
    const text = "municipality;events;total;window\nVejle;1;2;\nHorsens;1;2;52 weeks\n";
    expect(parseMunicipalities(text, options).rows.map(({ window }) => window)).toEqual([
      "26 weeks",
      "52 weeks",
    ]);
  });

  it.each([
    ["# vindue: 6 months", "unknown-description"],
    ["# windo: 6 months", "unknown-description"],
    ["# only words", "unknown-description"],
    ["# direction: up", "impossible-description"],
    ["# window: 52 weeks", "contradictory-description"],
  ])("is refused as %s", (line, code) => {
    expect(() => parseMunicipalities(`${line}\nmunicipality;events;total\nVejle;1;2\n`, options)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code, row: 1 })] }),
    );
  });

  it("must be there: definition, population, anchor, window and period", () => {
    expect(() => parseMunicipalities("municipality;events;total\nVejle;1;2\n", { name: "m.csv" })).toThrow(
      /column period.*column definition.*column population.*column anchor.*column window/s,
    );
  });
});

describe("rates", () => {
  it("are events where one whole number alone gives the printed digits", () => {
    // 107 / 312 = 0.34295: 106 would print 34,0 and 108 34,6.
    expect(rateOf("34,3 %", "312")).toMatchObject({ figure: "counts", events: 107, reconstructed: true });
    expect(rateOf("0,343", "312")).toMatchObject({ events: 107 });
    expect(rateOf("34.3", "312", "percent")).toMatchObject({ events: 107 });
    expect(codesOf("municipality;rate;total\nVejle;34,3 %;312\n")).toEqual(["events-reconstructed"]);
  });

  it("are the nearest events where several numbers do that differ by little beside chance", () => {
    // 0.5/3120 is less than the 0.05 points that were rounded: 1069 to 1071 print 34,3.
    expect(rateOf("34,3 %", "3120")).toMatchObject({ events: 1070, reconstructed: true, eventsWithin: 1 });
    expect(rateOf("34,3 %", "312")).not.toHaveProperty("eventsWithin");
    expect(codesOf("municipality;rate;total\nVejle;34,3 %;3120\n")).toEqual(["events-nearest"]);
  });

  it("stay rates where they differ by more, and where no number does", () => {
    expect(rateOf("34 %", "3120")).toMatchObject({
      figure: "rate",
      rate: 0.34,
      rounding: 0.005,
      total: 3120,
    });
    expect(codesOf("municipality;rate;total\nVejle;34 %;3120\n")).toEqual(["events-not-known"]);
    expect(rateOf("34,3 %", "10")).toMatchObject({ figure: "rate", rate: 0.343, total: 10 });
    expect(codesOf("municipality;rate;total\nVejle;34,3 %;10\n")).toEqual(["rate-of-no-count"]);
  });

  it("may be whole or nothing, and need no total to be shown", () => {
    expect(rateOf("100 %", "30")).toMatchObject({ events: 30, total: 30 });
    expect(rateOf("0", "30")).toMatchObject({ figure: "rate" }); // 0 as a proportion prints up to 15 of 30
    expect(rateOf("0,0 %", "30")).toMatchObject({ events: 0 });
    const alone = rateOf("12,5 %", "..");
    expect(alone).toMatchObject({ figure: "rate", rate: 0.125 });
    expect(alone).not.toHaveProperty("total");
  });

  it("beside their events aren't used", () => {
    const text = "municipality;events;total;rate\nVejle;107;312;34,3 %\n";
    expect(parseMunicipalities(text, options).rows[0]).toMatchObject({ figure: "counts", events: 107 });
    expect(parseMunicipalities(text, options).rows[0]).not.toHaveProperty("reconstructed");
    expect(codesOf(text)).toEqual(["rate-beside-events"]);
  });

  it.each([
    ["34,3", "% is missing, or the file has to say that its shares are per cent"],
    ["134 %", ""],
    ["-3 %", ""],
    ["en tredjedel", ""],
  ])("are refused as %s", (rate) => {
    expect(() => rateOf(rate, "312")).toThrow(/row 2, column rate: impossible share/);
  });
});

describe("expected and actual", () => {
  it("are full-time persons, in number, as shares or both", () => {
    const text = [
      "municipality;expected;actual;expectedShare;actualShare;rank",
      "Gladsaxe;3.400,5;2980;12,3 %;10,8 %;3",
      "Nyborg;1840;1620;;;",
      "Billund;;;9,1 %;8,2 %;",
    ].join("\n");
    const { rows } = parseMunicipalities(text, options);
    const measure = { ...options.describe, figure: "expected", unit: "full-time-persons" };
    expect(rows).toEqual([
      {
        ...measure,
        municipality: "Gladsaxe",
        expected: 3400.5,
        actual: 2980,
        expectedShare: 0.123,
        actualShare: 0.108,
        rank: 3,
      },
      { ...measure, municipality: "Nyborg", expected: 1840, actual: 1620 },
      { ...measure, municipality: "Billund", expectedShare: 0.091, actualShare: 0.082 },
    ]);
  });

  it("need each other, and no events beside them", () => {
    const text = [
      "municipality;events;total;expected;actual;expectedShare;actualShare",
      "Vejle;;;;12;;",
      "Horsens;1;2;3;4;;",
      "Kolding;;;;;;8,2 %",
    ].join("\n");
    expect(() => parseMunicipalities(text, options)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "missing-figure", row: 2, column: "expected" }),
          expect.objectContaining({ code: "two-figures", row: 3, column: "actual" }),
          expect.objectContaining({ code: "missing-figure", row: 4, column: "expectedShare" }),
        ],
      }),
    );
  });

  it("beside events are what somebody's model expected", () => {
    const text = "municipality;events;total;expected\nVejle;107;312;98,4\n";
    expect(parseMunicipalities(text, options).rows[0]).toMatchObject({ events: 107, expected: 98.4 });
  });
});

describe("further columns", () => {
  it("are framework conditions where they hold numbers", () => {
    const text =
      "municipality;events;total;ledighed;indbyggere;Landsdel\nVejle;1;2;3,75;115748;Sydjylland\nHorsens;1;2;..;;Østjylland\n";
    const { rows, notices } = parseMunicipalities(text, options);
    expect(rows.map(({ covariates }) => covariates)).toEqual([
      { ledighed: 3.75, indbyggere: 115748 },
      undefined,
    ]);
    expect(notices).toEqual([
      { code: "column-not-used", severity: "info", file: "m.csv", column: "Landsdel" },
    ]);
  });

  it("take a name of the caller's", () => {
    const text = "municipality;events;total;Ledighed i pct.\nVejle;1;2;3,75\n";
    const columns = { unemployment: "Ledighed i pct." };
    expect(parseMunicipalities(text, { ...options, columns }).rows[0]?.covariates).toEqual({
      unemployment: 3.75,
    });
  });

  it("are refused where only some cells are numbers, or a number can be read two ways", () => {
    const text = "municipality;events;total;ledighed;indbyggere\nVejle;1;2;3,75;115.748\nHorsens;1;2;høj;1\n";
    expect(() => parseMunicipalities(text, options)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "ambiguous-number", row: 2, column: "indbyggere" }),
          expect.objectContaining({ code: "impossible-number", row: 3, column: "ledighed" }),
        ],
      }),
    );
  });
});

describe("places", () => {
  const text = [
    "\uFEFFmunicipality;events;total",
    "Århus Kommune;1;2",
    "Hele landet;3;4",
    "851;5;6",
    "Holbaek;7;8",
    "Give;9;10",
    "RAR Østjylland;11;12",
    "",
  ].join("\r\n");

  it("that are no municipality stand apart; a code is replaced by its name", () => {
    const parsed = parseMunicipalities(new TextEncoder().encode(text), options);
    expect(parsed.rows.map(({ municipality }) => municipality)).toEqual([
      "Århus Kommune",
      "Aalborg",
      "Holbaek",
      "Give",
    ]);
    expect(parsed.areas).toMatchObject([
      { municipality: "Hele landet", events: 3 },
      { municipality: "RAR Østjylland", events: 11 },
    ]);
    expect(parsed.source.rows).toBe(6);
    expect([0, 1, 2, 3].map((index) => parsed.rowNumber(index))).toEqual([2, 4, 5, 6]);
  });

  it("that aren't known are told, with the nearest name where one is near", () => {
    expect(parseMunicipalities(text, options).notices).toEqual([
      {
        code: "unknown-municipality",
        severity: "caution",
        file: "m.csv",
        municipalities: ["Holbaek"],
        nearest: "Holbæk",
      },
      {
        code: "unknown-municipality",
        severity: "caution",
        file: "m.csv",
        municipalities: ["Give"],
        nearest: "Greve",
      },
      {
        code: "areas-apart",
        severity: "info",
        file: "m.csv",
        rows: 2,
        areas: ["Hele landet", "RAR Østjylland"],
      },
    ]);
    const foreign = "municipality;events;total\nGöteborg;1;2\nStockholm;1;2\n";
    expect(parseMunicipalities(foreign, options).notices).toEqual([
      {
        code: "unknown-municipality",
        severity: "info",
        file: "m.csv",
        municipalities: ["Göteborg", "Stockholm"],
      },
    ]);
  });

  it("whose figure isn't told are named and left out", () => {
    const marked = "municipality;events;total\nVejle;..;312\nHorsens;-;-\nKolding;3;10\n";
    const { rows, notices } = parseMunicipalities(marked, options);
    expect(rows.map(({ municipality }) => municipality)).toEqual(["Kolding"]);
    expect(notices).toEqual([
      {
        code: "figure-not-told",
        severity: "caution",
        file: "m.csv",
        rows: 2,
        municipalities: ["Vejle", "Horsens"],
      },
    ]);
  });
});

const issuesOf = (text: string, given = options): unknown => {
  try {
    parseMunicipalities(text, given);
  } catch (error) {
    return (error as { readonly issues: unknown }).issues;
  }
  return [];
};
const issue = (code: string, row: number, column: string): unknown => [
  expect.objectContaining({ code, row, column, hint: expect.any(String) }),
];

describe("what no table of municipalities can be", () => {
  it.each([
    ["municipality;events;total\n010203-1234;1;2\n", "municipality"],
    ["municipality;events;total\n0102031234;1;2\n", "municipality"],
    ["municipality;group;events;total\nVejle;borger 010203-1234;1;2\n", "group"],
    ["municipality;events;total;indkomst\nVejle;1;2;0102031234\n", "indkomst"],
    ["municipality;events;total;navn\nVejle;1;2;Ib 010203-1234\n", "navn"],
  ])("holds no CPR number, and errors don't show it: %j", (text, column) => {
    expect(issuesOf(text)).toEqual(issue("cpr-shaped", 2, column));
    expect(() => parseMunicipalities(text, options)).not.toThrow(/1234/);
  });

  it.each([
    ["municipality;evnts;total\nVejle;1;2\n", "evnts", "events"],
    ["municipality;events;total;populaton\nVejle;1;2;kontanthjælp\n", "populaton", "population"],
    ["municipality;events;total;expectd\nVejle;1;2;1,4\n", "expectd", "expected"],
    ["municipality;rate;totl\nVejle;34,3 %;312\n", "totl", "total"],
    ["municpality;events;total\nVejle;1;2\n", "municpality", "municipality"],
    ["municipality;events;total;dir\nVejle;1;2;lower-is-better\n", "dir", "direction"],
    ["municipality;events;total;Pop\nVejle;1;2;kontanthjælp\n", "Pop", "population"],
  ])("has no column that is nearly a known one: %j", (text, column, meant) => {
    expect(issuesOf(text)).toEqual([
      expect.objectContaining({
        code: "column-near-miss",
        row: 1,
        column,
        hint: expect.stringContaining(`Did you mean ${meant}?`),
      }),
    ]);
  });

  it("knows benefit, direction and year by their Danish names", () => {
    const text = "kommune;ydelse;retning;år;events;total\nVejle;kontanthjælp;lower-is-better;2005;1;2\n";
    const [read] = parseMunicipalities(text, options).rows;
    expect(read).toMatchObject({ benefit: "kontanthjælp", direction: "lower-is-better", year: "2005" });
    expect(read).not.toHaveProperty("covariates");
  });

  it("may have a heading of which little is said: too short to be a beginning, or of a column that is there", () => {
    const text = "municipality;events;total;direction;di;dir\nVejle;1;2;lower-is-better;3;4\n";
    expect(parseMunicipalities(text, options).rows[0]?.covariates).toEqual({ di: 3, dir: 4 });
  });

  it("may have such a column where the caller names it as it stands", () => {
    const text = "municipality;events;total;rente\nVejle;1;2;4,5\n";
    expect(issuesOf(text)).toEqual(issue("column-near-miss", 1, "rente"));
    const { rows, notices } = parseMunicipalities(text, { ...options, columns: { rente: "rente" } });
    expect(rows[0]?.covariates).toEqual({ rente: 4.5 });
    expect(notices).toEqual([]);
  });

  it.each([
    ["expected;actual", "-4;2", "impossible-number", "expected"],
    ["expected;actual", "4;-2", "impossible-number", "actual"],
    ["events;total;expected", "1;2;-1", "impossible-number", "expected"],
    ["events;total;expected", "1;2;7", "expected-above-total", "expected"],
    ["expected;actual;rank", "4;2;0", "impossible-number", "rank"],
    ["rate;total", "34 %;0", "rate-of-nobody", "total"],
    ["events;total;rate", "107;312;74,3 %", "rate-contradicts-events", "rate"],
    ["events;total;rate", "0;0;12 %", "rate-contradicts-events", "rate"],
  ])("has no %s of %s", (columns, cells, code, column) => {
    expect(issuesOf(`municipality;${columns}\nVejle;${cells}\n`)).toMatchObject([{ code, row: 2, column }]);
  });

  it("may have a rate beside events that was cut instead of rounded, and nobody at all", () => {
    // 109 / 312 = 34.94 %: rounded 34,9, cut 34.
    expect(issuesOf("municipality;events;total;rate\nVejle;109;312;34 %\nFanø;0;0;0 %\n")).toEqual([]);
  });

  it("tells a figure once, under whatever spelling, but in as many clusters as there are", () => {
    const text = "municipality;events;total;cluster\nÅrhus;1;2;K1\nAarhus Kommune;1;2;K2\n751;3;4;K1\n";
    expect(issuesOf(text)).toEqual(issue("duplicate-row", 4, "municipality"));
  });

  it.each(["…", "*", "N/A", ":", "—", "<5", "< 10", "NA", "#I/T", "i.a.", "NaN"])(
    "has no number where %s stands",
    (mark) => {
      const { rows, notices } = parseMunicipalities(`municipality;events;total\nVejle;${mark};30\n`, options);
      expect(rows).toEqual([]);
      expect(notices).toMatchObject([{ code: "figure-not-told", municipalities: ["Vejle"] }]);
    },
  );

  it("says how to mark a number that isn't told", () => {
    expect(issuesOf("municipality;events;total\nVejle;ukendt;30\n")).toEqual(
      issue("impossible-number", 2, "events"),
    );
  });

  it("is doubtful where shares of per cent are all below 1", () => {
    const percent = { ...options, describe: { ...options.describe, shares: "percent" as const } };
    const text = "municipality;rate\nVejle;0,343\nHorsens;0,41\n";
    expect(codesOf(text, percent)).toContain("shares-below-one-percent");
    expect(codesOf(text)).not.toContain("shares-below-one-percent");
    expect(codesOf(text.replace("0,41", "1,41"), percent)).not.toContain("shares-below-one-percent");
  });

  it("may have Danish headings for place, period, group, cluster and source", () => {
    const text = "Kommune;Periode;Gruppe;Klynge;Kilde;events;total\nVejle;2004;unge;K1;STAR;1;2\n";
    expect(parseMunicipalities(text, { name: "m.csv", describe: measured }).rows[0]).toMatchObject({
      municipality: "Vejle",
      period: "2004",
      group: "unge",
      cluster: "K1",
      source: "STAR",
    });
  });

  it("reads Jobindsats' JSON as such", () => {
    const json = JSON.stringify({
      columns: ["Periode", "Område", "Ydelsesgrupper", "Forventet antal", "Faktisk antal"],
      rows: [["2018QMAT02", "Gladsaxe", "Ydelsesgrupper i alt", 3400, 2980]],
    });
    expect(parseMunicipalities(`\uFEFF${json}`, { name: "y30r21.json" }).rows).toMatchObject([
      { figure: "expected", municipality: "Gladsaxe", expected: 3400, actual: 2980 },
    ]);
    expect(() => parseMunicipalities('{ "kommuner": 1 }', { name: "m.json" })).toThrow(
      expect.objectContaining({ name: "CompetitionError", issues: [] }),
    );
  });

  it("refuses counts of more than live in Denmark", () => {
    expect(() => parseMunicipalities("municipality;events;total\nVejle;4;10000001\n", options)).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ code: "impossible-number", column: "total" })],
      }),
    );
    expect(parseMunicipalities("municipality;events;total\nVejle;4;10000000\n", options).rows).toMatchObject([
      { total: 10_000_000 },
    ]);
  });

  it("loses no column that is called __proto__ without a word", () => {
    expect(() => parseMunicipalities("municipality;events;total;__proto__\nVejle;4;10;3\n", options)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "impossible-heading" })] }),
    );
  });
});

import { describe, expect, it } from "vitest";
import {
  parseClusters,
  parseConditions,
  parseJobindsats,
  parseMunicipalities,
} from "../../../src/benchmark/index.js";
import { errorOf } from "../../support/errors.js";

const y30r21 = [
  '\uFEFF"Periode";"Område";Ydelsesgrupper;Forventet antal;Faktisk antal;Forventet andel (pct.);Faktisk andel (pct.)',
  "2018QMAT02;Gladsaxe;Ydelsesgrupper i alt;3.400;2.980;7,6;6,7",
  "",
].join("\r\n");
const name = "y30r21.csv";

/** What was read, without its functions. */
const read = ({ rows, areas, notices, source }: ReturnType<typeof parseJobindsats>): object => ({
  rows,
  areas,
  notices,
  source,
});

describe("a table of Jobindsats", () => {
  it.each([
    ["its own names of place and period", y30r21],
    ["the benchmark's columns beside another name of the place", y30r21.replace("Område", "Kommune")],
    [
      "JSON",
      JSON.stringify({ columns: ["Periode", "Område", "Forventet antal", "Faktisk antal"], rows: [] }),
    ],
  ])("is read as such by parseMunicipalities: %s", (_what, text) => {
    expect(read(parseMunicipalities(text, { name }))).toEqual(read(parseJobindsats(text, { name })));
  });

  it("of counts is read by the columns that are named", () => {
    const text = "Periode;Område;Til job;Afsluttede\n2023M01;Odense;123;1.234\n";
    const columns = { events: "Til job", total: "Afsluttede" };
    expect(parseMunicipalities(text, { name, columns }).rows).toMatchObject([{ events: 123, total: 1234 }]);
    expect(errorOf(() => parseMunicipalities(text, { name }))).toMatchObject({
      code: "no-measure",
      hint: expect.stringMatching(/--columns <table>\.events=/),
    });
  });

  it("is nobody's own file: there Område is mapped, or is called otherwise", () => {
    const facts = { definition: "job", population: "alle", anchor: "referral", window: "1 år" };
    const own = "Område;Periode;events;total\nOdense;2018;2;5\n";
    const columns = { municipality: "Område" };
    expect(parseMunicipalities(own, { name, columns, describe: facts }).rows).toMatchObject([
      { municipality: "Odense", events: 2, definition: "job" },
    ]);
    const kommune = own.replace("Område", "Kommune");
    expect(parseMunicipalities(kommune, { name, describe: facts }).rows[0]).not.toHaveProperty("source");
  });

  it.each([
    ["parseConditions", parseConditions, /framework conditions/, /columns: \{ municipality: "Område"/],
    ["parseClusters", parseClusters, /cluster;municipality/, /has no clusters/],
  ])("is refused by %s in one error that says what it is good for", (_name, parse, expected, hint) => {
    for (const text of [y30r21, JSON.stringify({ columns: ["Periode", "Område"], rows: [] })]) {
      expect(errorOf(() => parse(text, { name }))).toMatchObject({
        code: "jobindsats-table",
        path: name,
        expected: expect.stringMatching(expected),
        hint: expect.stringMatching(hint),
      });
    }
  });

  it("of conditions is read where its columns are named", () => {
    const text = "Periode;Område;Køn;Ledige i pct.\n2018;Odense;I alt;5,6\n";
    const columns = { municipality: "Område", period: "Periode" };
    expect(parseConditions(text, { name, columns }).rows).toMatchObject([
      { municipality: "Odense", period: "2018", covariates: { "Ledige i pct.": 5.6 } },
    ]);
  });
});

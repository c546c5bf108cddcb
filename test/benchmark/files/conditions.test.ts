import { describe, expect, it } from "vitest";
import { findPeers, parseConditions } from "../../../src/benchmark/index.js";

const options = { name: "vilkår.csv" };

describe("parseConditions", () => {
  it("takes every column of numbers for a condition, with period, source and year", () => {
    const { rows, notices, source } = parseConditions(
      "# source: Danmarks Statistik\nkommune;periode;ledighed (pct.);indkomst;landsdel\nÅrhus;2005;3,4;301500;Østjylland\n0630;2005;..;299000;Sydjylland\n",
      options,
    );
    expect(rows).toEqual([
      {
        municipality: "Århus",
        period: "2005",
        source: "Danmarks Statistik",
        covariates: { "ledighed (pct.)": 3.4, "indkomst": 301_500 },
      },
      {
        municipality: "Vejle",
        period: "2005",
        source: "Danmarks Statistik",
        covariates: { indkomst: 299_000 },
      },
    ]);
    expect(notices).toEqual([]);
    expect(source).toMatchObject({ name: "vilkår.csv", rows: 2 });
  });

  it("knows the year by its Danish name: it is no condition, and tells the rows of a municipality apart", () => {
    const rows = parseConditions("kommune;år;ledighed\nVejle;2004;3,4\nVejle;2005;3,1\n", options).rows;
    expect(rows).toEqual([
      { municipality: "Vejle", year: "2004", covariates: { ledighed: 3.4 } },
      { municipality: "Vejle", year: "2005", covariates: { ledighed: 3.1 } },
    ]);
  });

  it("leaves figures of a file of figures alone, and the country apart", () => {
    const parsed = parseConditions(
      "municipality;events;total;rate;unemployment\nVejle;10;30;33,3 %;4\nHele landet;;;;5\n",
      options,
    );
    expect(parsed.rows).toEqual([{ municipality: "Vejle", covariates: { unemployment: 4 } }]);
    expect(parsed.areas).toEqual([{ municipality: "Hele landet", covariates: { unemployment: 5 } }]);
    expect(parsed.notices.map(({ code }) => code)).toEqual(["areas-apart"]);
  });

  it("is what findPeers chooses by", () => {
    const rows = parseConditions(
      "kommune;ledighed\nFredericia;5\nVejle;3\nHorsens;4,5\nOdense;9\nKolding;4\n",
      options,
    );
    const { peers, provenance } = findPeers("Fredericia", { by: "covariates", rows, n: 2 });
    expect(peers.map(({ municipality }) => municipality)).toEqual(["Horsens", "Kolding"]);
    expect(provenance.inputs["rows"]).toMatchObject({ name: "vilkår.csv" });
  });

  it("tells every issue at once", () => {
    const issues = ["Vejle;2005;3", "vejle kommune;2005;4", "Odense;2005;tre", "Horsens;2005;010190-1234"];
    expect(() => parseConditions(["kommune;periode;ledighed", ...issues].join("\n"), options)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "duplicate-row", row: 3 }),
          expect.objectContaining({ code: "impossible-number", row: 4, column: "ledighed" }),
          expect.objectContaining({ code: "cpr-shaped", row: 5 }),
        ],
      }),
    );
    expect(() => parseConditions("ledighed\n3\n", options)).toThrow(
      expect.objectContaining({ code: "rows-in-error" }),
    );
  });

  it("reads periods apart", () => {
    const text = "kommune;periode;ledighed\nVejle;2004;3\nVejle;2005;4\n";
    expect(parseConditions(text, options).rows).toHaveLength(2);
  });
});

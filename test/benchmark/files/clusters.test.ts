import { describe, expect, it } from "vitest";
import { parseClusters } from "../../../src/benchmark/files/clusters.js";

const header = "cluster;municipality;benefit;source;year";
const parse = (...lines: readonly string[]) =>
  parseClusters([header, ...lines].join("\n"), { name: "klynger.csv" });

describe("parseClusters", () => {
  it("reads who belongs where, by benefit and year", () => {
    const { rows, notices, rowNumber } = parse(
      "K1;Fredericia;kontanthjælp;STAR;2007",
      "K5;Fredericia Kommune;sygedagpenge;STAR;2007",
      "K2;607;kontanthjælp;STAR;2012",
      "K2;Give;;STAR;2012",
    );
    expect(rows).toEqual([
      { cluster: "K1", municipality: "Fredericia", benefit: "kontanthjælp", source: "STAR", year: "2007" },
      {
        cluster: "K5",
        municipality: "Fredericia Kommune",
        benefit: "sygedagpenge",
        source: "STAR",
        year: "2007",
      },
      { cluster: "K2", municipality: "Fredericia", benefit: "kontanthjælp", source: "STAR", year: "2012" },
      { cluster: "K2", municipality: "Give", source: "STAR", year: "2012" },
    ]);
    expect(notices).toMatchObject([{ code: "unknown-municipality", municipalities: ["Give"] }]);
    expect(rowNumber(2)).toBe(4);
  });

  it("refuses two clusters for one benefit and year, whatever the spelling, and what is no municipality", () => {
    const wrong = [
      "K1;Aarhus;;STAR;2007",
      "K2;Århus;;STAR;2007",
      "k1;0751;;STAR;2007",
      "K1;Hele landet;;STAR;2007",
      "K1;Vejle;;;2007",
    ];
    expect(() => parse(...wrong)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "two-clusters", row: 3, column: "cluster", received: "K2" }),
          expect.objectContaining({ code: "duplicate-row", row: 4 }),
          expect.objectContaining({ code: "not-a-municipality", row: 5, received: "Hele landet" }),
          expect.objectContaining({ code: "empty-cell", row: 6, column: "source" }),
        ],
      }),
    );
  });

  it("knows Danish headings", () => {
    const text = "klynge;kommune;ydelse;kilde;år\nK1;Vejle;kontanthjælp;STAR;2007\n";
    expect(parseClusters(text, { name: "klynger.csv" }).rows).toEqual([
      { cluster: "K1", municipality: "Vejle", benefit: "kontanthjælp", source: "STAR", year: "2007" },
    ]);
  });

  it.each(["municipality", "cluster", "year", "source"])("says which column is missing: %s", (name) => {
    const columns = ["cluster", "municipality", "source", "year"].filter((each) => each !== name);
    expect(() => parseClusters(`${columns.join(";")}\na;b;c\n`, { name: "klynger.csv" })).toThrow(
      expect.objectContaining({
        code: "rows-in-error",
        issues: [expect.objectContaining({ code: "missing-column" })],
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { parseMunicipalities } from "../../src/benchmark/index.js";

const header =
  "municipality;period;group;events;total;cluster;definition;population;anchor;window;direction;source;year";
const tail = "K1;job;kontanthjælp;referral;13 weeks + 6 months;higher-is-better;simulated;2005";

describe("parseMunicipalities", () => {
  it("reads a municipality's figure with what was measured", () => {
    const parsed = parseMunicipalities(`${header}\nHorsens;2005;;412;1.204;${tail}\n`, {
      name: "municipalities.csv",
    });
    expect(parsed.rows).toEqual([
      {
        municipality: "Horsens",
        period: "2005",
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
  });

  it("takes every issue of the file at once", () => {
    const rows = ["Horsens;2005;;13;12;", "Vejle;2005;;4,5;12;", "Kolding;;;4;12;"].map((row) => row + tail);
    const text = [header, ...rows].join("\n");
    expect(() => parseMunicipalities(text, { name: "m.csv" })).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "events-above-total", row: 2, column: "events" }),
          expect.objectContaining({ row: 3, column: "events", received: "4,5" }),
          expect.objectContaining({ row: 4, column: "period" }),
        ],
      }),
    );
  });

  it("needs the number of events; a printed rate doesn't tell it", () => {
    const text =
      "municipality;period;total;rate;definition;population;anchor;window\nVejle;2005;312;34,3;job;a;b;c\n";
    expect(() => parseMunicipalities(text, { name: "m.csv" })).toThrow(/m\.csv.*column events/s);
  });

  it("says that a rate beside the numbers isn't read", () => {
    const text =
      "municipality;period;events;total;rate;definition;population;anchor;window\nVejle;2005;107;312;34,3;job;a;b;c\n";
    expect(parseMunicipalities(text, { name: "m.csv" }).notices).toMatchObject([{ code: "column-not-used" }]);
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
});

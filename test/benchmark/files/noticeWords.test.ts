import { describe, expect, it } from "vitest";
import {
  describeFileNotice,
  parseClusters,
  parseConditions,
  parseJobindsats,
  parseMunicipalities,
} from "../../../src/benchmark/index.js";

const head = ["definition", "population", "anchor", "window", "period"].map((part) => `# ${part}: x`);
const figures = [
  "municipality;rate;total;events;note",
  "Vejle;34,3 %;312;;a",
  "København;34,3 %;9000;;a",
  "Aarhus;34 %;9000;;a",
  "Odense;34,3 %;10;;a",
  "Fredricia;34,3 %;312;107;a",
  "Horsens;..;;;a",
  "Hele landet;;300;100;a",
];
const table = {
  columns: [
    "Periode",
    "Område",
    "Forventet antal",
    "Faktisk antal",
    "Forventet andel (pct.)",
    "Faktisk andel (pct.)",
  ],
  rows: [["2005", "Vejle", "10", "-", "3,1", "3,0"]],
};

describe("every notice of a file of municipalities", () => {
  const notices = [
    ...parseMunicipalities([...head, ...figures].join("\n"), { name: "m.csv" }).notices,
    ...parseMunicipalities([...head, "# shares: percent", "municipality;rate", "Vejle;0,3"].join("\n"), {
      name: "m.csv",
    }).notices,
    ...parseJobindsats(JSON.stringify(table), { name: "m.csv" }).notices,
    ...parseConditions("kommune;ledighed\nVejl;3\n", { name: "m.csv" }).notices,
    ...parseClusters("cluster;municipality;source;year;yeer\n", { name: "m.csv" }).notices,
    ...parseClusters("cluster;municipality;source;year;benfit\n", { name: "m.csv" }).notices,
    ...parseConditions(Buffer.from("kommune;ledighed\nÆrø;3\n", "latin1"), { name: "m.csv" }).notices,
    ...parseJobindsats("Periode;Område;A;B;C;B\n2005;Vejle;1;2;3;4\n", {
      name: "m.csv",
      columns: { events: "A", total: "B" },
    }).notices,
  ];

  it("has a sentence in both languages that names the file and whom it is about", () => {
    const codes = new Set(notices.map(({ code }) => code));
    expect([...codes].toSorted()).toEqual([
      "areas-apart",
      "column-near-miss",
      "column-not-used",
      "columns-not-used",
      "columns-numbered",
      "events-nearest",
      "events-not-known",
      "events-reconstructed",
      "figure-not-told",
      "figure-partly-told",
      "no-rows",
      "rate-beside-events",
      "rate-of-no-count",
      "shares-below-one-percent",
      "unknown-municipality",
      "windows-1252",
    ]);
    for (const notice of notices) {
      const [da = "", en = ""] = (["da", "en"] as const).map(
        (language) => describeFileNotice(notice, language) ?? "",
      );
      expect([da, en].map((each) => /^m\.csv(:| er| was| har| has) /.test(each))).toEqual([true, true]);
      expect(da).not.toBe(en);
      expect(`${da}${en}`).not.toMatch(/undefined|NaN|\bnull\b/);
    }
    for (const notice of notices.filter(({ severity }) => severity === "caution")) {
      const { municipalities = [] } = notice;
      for (const name of [municipalities].flat())
        expect(describeFileNotice(notice, "da")).toContain(String(name));
    }
  });
});

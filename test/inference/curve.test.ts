import { describe, expect, it } from "vitest";
import { cumulativeIncidence, kaplanMeier } from "../../src/inference/index.js";
import { datasetOf, numbersOf, textsOf } from "../support/survivalData.js";
import { plain } from "./support.js";

const aml = datasetOf("surv_aml");
const curve = kaplanMeier({
  time: numbersOf(aml, "time"),
  event: numbersOf(aml, "status"),
  group: textsOf(aml, "group"),
});
const incidence = cumulativeIncidence({ time: [1, 2, 3, 4], cause: ["work", "education", "work", null] });

const COLUMNS = [
  "measure",
  "group",
  "cause",
  "time",
  "atRisk",
  "events",
  "censored",
  "estimate",
  "standardError",
  "lower",
  "upper",
  "level",
];

describe("a curve", () => {
  it("shows itself in English: a line per group, then each group at round times", () => {
    const text = plain(curve.toText());
    expect(text).toMatch(
      /^Share without the event \(Kaplan–Meier\)\n\nGroup {2}Followed {2}Events {2}Median time/,
    );
    expect(text).toMatch(/\nA +11 +7 +31\.00 \(13\.00 to ∞\)\nB +12 +11 +23\.00 \(5\.00 to 33\.00\)\n/);
    expect(text).toMatch(/\n {3}0 +11 +100\.0%\n {2}20 +7 +71\.6% \(35\.0% to 89\.9%\)\n/);
    expect(text).toContain("symmetric on the log-log scale. Standard errors: Greenwood.");
    expect(text).toContain("Note: Before the first event, and where no one is left, a curve has no interval");
  });

  it("shows itself in Danish", () => {
    const text = plain(curve.toText({ language: "da" }));
    expect(text).toMatch(
      /^Andel uden hændelsen \(Kaplan–Meier\)\n\nGruppe {2}Fulgt {2}Hændelser {2}Mediantid/,
    );
    expect(text).toMatch(/\n 20 +7 +71,6 % \(35,0 til 89,9 %\)\n/);
    const causes = plain(incidence.toText({ language: "da" }));
    expect(causes).toContain("Kumuleret incidens (Aalen–Johansen)");
    expect(causes).toMatch(/årsag education +4 +1 +25,0 % \(\d/);
  });

  it("names all where there are no groups, and nothing where there is no one", () => {
    expect(kaplanMeier({ time: [1], event: [0] }).toText()).toMatch(/\nAll +1 +0 +– \(/);
    expect(kaplanMeier({ time: [], event: [] }).toText({ language: "da" })).toContain("en gruppe er tom");
  });

  it("escapes the names of groups", () => {
    const { toHTML } = kaplanMeier({ time: [1], event: [1], group: ["<b>"] });
    const html = toHTML.call(kaplanMeier({ time: [1], event: [1], group: ["<b>"] }));
    expect(html).toContain("&lt;b&gt;");
    expect(html).not.toContain("<b>");
  });

  it("has the same columns, whatever it is of", () => {
    for (const result of [curve, incidence, kaplanMeier({ time: [1], event: [1] })]) {
      expect(new Set(result.toRows().map((row) => Object.keys(row).join()))).toEqual(
        new Set([COLUMNS.join()]),
      );
    }
    expect(curve.toRows()[0]).toMatchObject({ measure: "survival", group: "A", cause: null, level: 0.95 });
    expect(incidence.toRows()[0]).toMatchObject({ group: null, cause: "education" });
  });

  it("keeps exactly its data in a copy and in JSON", () => {
    expect(structuredClone(curve)).toEqual({ ...curve });
    expect(Object.isFrozen(curve.rows[0])).toBe(true);
    expect(JSON.parse(JSON.stringify(curve))).toMatchObject({
      kind: "curve",
      measure: "survival",
      interval: { level: 0.95, sides: 2, method: "log-log" },
    });
  });

  it("can be asked for its median, as for any share", () => {
    expect(curve.median()).toEqual(curve.quantiles([0.5]));
    expect(curve.quantiles().map(({ probability }) => probability)).toEqual([
      0.25, 0.5, 0.75, 0.25, 0.5, 0.75,
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { compareProportions, proportion, stratifiedComparison } from "../../src/inference/index.js";
import { plain } from "./support.js";

const supplier = { events: 412, total: 1204 };
const municipal = { events: 335, total: 1198 };

const COLUMNS = [
  "measure",
  "method",
  "estimate",
  "lower",
  "upper",
  "level",
  "sides",
  "standardError",
  "statistic",
  "pValue",
  "alternative",
  "status",
];

describe("an estimate", () => {
  it("shows itself in English", () => {
    expect(plain(compareProportions(supplier, municipal).toText())).toBe(
      "Risk difference: 6.3 percentage points (95% confidence interval 2.6 to 9.9), p < 0.001\n\n" +
        "Method: Newcombe. Comparator: 412 of 1,204. Reference: 335 of 1,198.",
    );
  });

  it("shows itself in Danish", () => {
    expect(plain(proportion(supplier).toText({ language: "da" }))).toBe(
      "Andel: 34,2 % (95 %-konfidensinterval 31,6 til 36,9 %)\n\nMetode: Wilson. Antal: 412 af 1.204.",
    );
  });

  it("says which side is open, and the level with the decimals it has", () => {
    const effect = compareProportions(supplier, municipal, { level: 0.975, margin: 0.05 });
    expect(plain(effect.toText())).toContain("one-sided 97.5% confidence interval");
    expect(plain(effect.toText({ language: "da" }))).toContain("ensidet 97,5 %-konfidensinterval");
  });

  it("shows ratios as numbers, without end where there is none", () => {
    const none = compareProportions(
      { events: 3, total: 10 },
      { events: 0, total: 10 },
      { measure: "odds-ratio" },
    );
    expect(none.toText()).toMatch(/^Odds ratio: ∞ \(95% confidence interval 0\.85 to ∞\)/);
  });

  it("puts its notices into words of the reader's language", () => {
    const strata = [{ comparator: { events: 1, total: 2 }, reference: { events: 0, total: 0 } }];
    const effect = stratifiedComparison(strata);
    expect(effect.toMarkdown()).toContain("Strata with an empty group carry no weight: 1");
    expect(effect.toText({ language: "da" })).toContain("kan ikke estimeres");
    expect(effect.toHTML({ language: "da" })).toContain("intet stratum har begge grupper");
  });

  it("has the same columns, whatever was estimated", () => {
    const results = [
      proportion(supplier),
      proportion({ events: 0, total: 0 }),
      compareProportions(supplier, municipal, { method: "wald" }),
      stratifiedComparison([{ comparator: supplier, reference: municipal }], { measure: "risk-ratio" }),
    ];
    for (const result of results) {
      expect(result.toRows().map((row) => Object.keys(row))).toEqual([COLUMNS]);
    }
  });

  it("keeps exactly its data in a copy and in JSON", () => {
    const effect = compareProportions(supplier, { events: 0, total: 9 }, { measure: "risk-ratio" });
    expect(structuredClone(effect)).toEqual({ ...effect });
    expect(JSON.parse(JSON.stringify(effect))).toMatchObject({
      kind: "estimate",
      estimate: "Infinity",
      interval: { upper: "Infinity" },
      counts: { comparator: supplier },
    });
    expect(Object.isFrozen(effect)).toBe(true);
  });
});

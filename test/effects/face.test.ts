import { describe, expect, it } from "vitest";
import { compareArms, verdictSentence, type Effect } from "../../src/effects/index.js";
import { errorOf } from "../support/errors.js";
import { madeOutcomes, TWO_ARMS, type Group } from "../support/outcomes.js";

function effectOf(supplier: number, municipal: number, more: readonly Group[] = []): Effect {
  const counts = { supplier, municipal };
  const groups = Object.entries(counts).flatMap(([arm, successes]): Group[] => [
    { arm, status: "success", count: successes },
    { arm, count: 200 - successes },
  ]);
  return compareArms(madeOutcomes({ groups: [...groups, ...more] }), {
    primary: "job",
    referenceArm: "municipal",
    margin: 0.1,
    minimumMature: 200,
  });
}

function sentence(effect: Effect, language: "da" | "en"): string {
  const [verdict] = effect.verdicts;
  if (verdict === undefined) throw new Error("no verdict");
  return verdictSentence(effect, verdict, language).replaceAll(/[\u00A0\u202F]/g, " ");
}

describe("an effect in words", () => {
  it("says which arm, by how much, and how sure", () => {
    // 120/200 − 100/200 in one block: 10 points; Sato's error is 0.0494…, checked in compare.test.ts.
    expect(sentence(effectOf(120, 100), "en")).toBe(
      "Leverandøren has a higher success rate than Egen enhed: the difference is 10.0 percentage points (95% confidence interval 0.3 to 19.7).",
    );
    expect(sentence(effectOf(120, 100), "da")).toBe(
      "Leverandøren har en højere succesrate end Egen enhed: forskellen er 10,0 procentpoint (95 %-konfidensinterval 0,3 til 19,7).",
    );
  });

  it.each([
    ["worse", 80, 120, /^Leverandøren has a lower success rate/, /^Leverandøren har en lavere succesrate/],
    [
      "not-worse",
      102,
      100,
      /is not worse than Egen enhed within the agreed margin of 10/,
      /ikke dårligere end Egen enhed inden for den aftalte margen på 10/,
    ],
    ["inconclusive", 95, 100, /^The figures cannot decide/, /^Tallene kan ikke afgøre/],
  ] as const)("has a sentence for %s", (code, supplier, municipal, english, danish) => {
    const effect = effectOf(supplier, municipal);
    expect(effect.verdicts[0]?.code).toBe(code);
    expect(sentence(effect, "en")).toMatch(english);
    expect(sentence(effect, "da")).toMatch(danish);
  });

  it("says how many are followed to the end when it is too early", () => {
    const groups: readonly Group[] = [
      { arm: "supplier", count: 12 },
      { arm: "municipal", mature: false, count: 3 },
    ];
    const effect = compareArms(madeOutcomes({ groups }), { primary: "job", referenceArm: "municipal" });
    expect(effect.toText()).not.toContain("Mantel-Haenszel");
    expect(sentence(effect, "en")).toBe(
      "It is too early to compare Leverandøren with Egen enhed: 12 and 0 citizens, respectively, have been followed for long enough, and the plan requires at least 100 in each.",
    );
  });

  it("says that an arm is empty, which waiting won't mend", () => {
    const effect = compareArms(madeOutcomes({ groups: [{ arm: "supplier", count: 12 }] }), {
      primary: "job",
      referenceArm: "municipal",
    });
    expect(sentence(effect, "en")).toBe(
      "Leverandøren can't be compared with Egen enhed: no citizens were allocated to Egen enhed.",
    );
    expect(sentence(effect, "da")).toContain("ingen borgere er fordelt til Egen enhed.");
  });

  it("says why a difference can't be computed", () => {
    const groups: readonly Group[] = TWO_ARMS.map(({ id }) => ({ arm: id, block: id, count: 150 }));
    const effect = compareArms(madeOutcomes({ groups }), { primary: "job", referenceArm: "municipal" });
    expect(sentence(effect, "en")).toMatch(/can't be computed, since no block/);
  });

  it("shows sentence, tables and notices in both languages", () => {
    const effect = effectOf(120, 100, [{ arm: "supplier", status: "unknown", count: 3 }]);
    for (const language of ["da", "en"] as const) {
      const text = effect.toText({ language });
      expect(text).toContain("Mantel-Haenszel");
      expect(text).toContain("Newcombe");
      expect(text).toContain(language === "da" ? "Succesrate efter enhed" : "Success rate by unit");
      expect(text).toContain(language === "da" ? "udfaldet er ukendt for 3 af 203" : "unknown for 3 of 203");
      expect(effect.toHTML({ language })).toContain("<table");
      expect(effect.toMarkdown({ language })).toContain("|");
    }
    expect(effect.toText({ language: "da" })).toContain("kriteriet job");
    expect(effect.toText({ language: "da" })).toContain("31. december 2005");
  });

  it("never says that there is no difference", () => {
    const effects = [effectOf(100, 100), effectOf(102, 100), effectOf(120, 100), effectOf(80, 120)];
    for (const effect of effects) {
      const text = effect.toText({ language: "da" }) + effect.toText({ language: "en" });
      expect(text).not.toMatch(/no difference|ingen forskel|lige god|equally good|virker/i);
    }
  });

  it("gives the reason where an analysis gave nothing, and no second p beside a heading that says it", () => {
    const groups: readonly Group[] = TWO_ARMS.map(({ id }) => ({ arm: id, block: id, count: 150 }));
    const effect = compareArms(madeOutcomes({ groups }), { primary: "job", referenceArm: "municipal" });
    expect(effect.toMarkdown({ language: "da" })).toMatch(/Mantel-Haenszel\) \(kan ikke beregnes: /);
    const shown = effectOf(120, 100).toMarkdown({ language: "da" });
    expect(shown).toMatch(/\| 0,\d{3} \|/);
    expect(shown).not.toMatch(/\| p = /);
  });

  it("asks for outcomes in words", () => {
    const careless = compareArms as (...parts: unknown[]) => unknown;
    expect(errorOf(() => careless())).toMatchObject({
      code: "impossible-input",
      path: "compareArms.outcomes",
    });
    expect(errorOf(() => careless({ kind: "effect" }))).toMatchObject({ code: "impossible-input" });
  });
});

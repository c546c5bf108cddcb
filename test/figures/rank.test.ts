import { describe, expect, it } from "vitest";
import { municipalities } from "../../src/benchmark/index.js";
import { rankPlot, type RankPlotSubject } from "../../src/figures/index.js";
import { rankProbabilities } from "../../src/inference/index.js";
import { LONG_NAME } from "../support/figures.js";
import { HOSTILE } from "../support/hostile.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { elementsOf, parseXml } from "../support/xml.js";

/** As many municipalities as wanted, each with a wide interval, and the second one pointed out. */
function ranksOf(count: number): RankPlotSubject {
  const rows = municipalities.slice(0, count).map(({ name: label }, index) => {
    const median = 1 + ((index * 37) % count);
    const reach = Math.ceil(count / 4);
    return {
      label,
      median,
      lower: Math.max(1, median - reach),
      upper: Math.min(count, median + reach),
      highlight: index === 1,
    };
  });
  return { rows, of: count, level: 0.95 };
}

const textsIn = (svg: string): readonly string[] => textBoxes(svg).map(({ text }) => text);
const row = (label: string, median: number, lower: number, upper: number) => ({
  label,
  median,
  lower,
  upper,
});

const ticks = (of: number): readonly number[] =>
  textsIn(rankPlot({ rows: [row("Vejle", 1, 1, of)], of }).svg)
    .filter((text) => /^\d+$/.test(text))
    .map(Number);

describe("rankPlot", () => {
  it("is drawn the same, byte for byte, in both languages", async () => {
    for (const language of ["da", "en"] as const) {
      const { svg } = rankPlot(ranksOf(12), { language, id: "ranks" });
      await expect(svg).toMatchFileSnapshot(`../golden/figures/ranks.${language}.svg`);
    }
  });

  it.each([2, 7, 40, 98])("keeps all texts apart and inside with %i municipalities", (count) => {
    for (const language of ["da", "en"] as const)
      expect(layoutFaults(rankPlot(ranksOf(count), { language, width: 480 }).svg)).toEqual([]);
  });

  it("puts first ones first, then the surer, then the Danish alphabet", () => {
    const rows = [row("Ærø", 2, 1, 3), row("Aarhus", 2, 1, 3), row("Odense", 2, 2, 3), row("Vejle", 1, 1, 3)];
    const { rows: drawn } = rankPlot({ rows, of: 4 });
    expect(drawn.map(({ label }) => label)).toEqual(["Vejle", "Ærø", "Aarhus", "Odense"]);
  });

  it("prints no rank without its interval, whole but for the middle of two", () => {
    const { svg, tables } = rankPlot(
      { rows: [row("Vejle", 2.5, 1, 4), row("Ærø", 12, 9, 98)], of: 98, level: 0.9 },
      { language: "da" },
    );
    expect(tables[0]?.rows).toEqual([
      ["Vejle", "2,5 (1 til 4)"],
      ["Ærø", "12 (9 til 98)"],
    ]);
    expect(textsIn(svg)).toEqual(
      expect.arrayContaining([
        "Placering blandt 98, 1 er først",
        "Placering (90\u202F% interval)",
        "2,5 (1 til 4)",
      ]),
    );
  });

  it("has an axis of whole ranks from the first to the last", () => {
    expect(ticks(1)).toEqual([1]);
    expect(ticks(2)).toEqual([1, 2]);
    expect(ticks(5)).toEqual([1, 2, 3, 4, 5]);
    expect(ticks(98)).toEqual([1, 20, 40, 60, 80, 98]);
    // 40 would stand too near to 41.
    expect(ticks(41)).toEqual([1, 5, 10, 15, 20, 25, 30, 35, 41]);
  });

  it("takes the ranks of inference, and points out who is named", () => {
    const estimates = [0.1, 0.3, 0.2].map((estimate, index) => ({
      label: ["Vejle", "Ærø", "Odense"][index] ?? "",
      estimate,
      standardError: 0.01,
    }));
    const ranks = rankProbabilities(estimates, { seed: 1, times: 200 });
    const figure = rankPlot(ranks, { highlight: ["Odense"] });
    expect(figure.tables[0]?.rows.map(([label]) => label)).toEqual(["Ærø", "Odense", "Vejle"]);
    expect(figure.rows[1]).toMatchObject({ label: "Odense", estimate: 2, lower: 2, upper: 2, level: 0.95 });
    const bold = elementsOf(parseXml(figure.svg)).filter(
      ({ attributes }) => attributes["font-weight"] === "bold",
    );
    expect(bold.flatMap(({ children }) => children)).toContain("Odense");
  });

  it("takes any name as text", () => {
    const rows = [LONG_NAME, ...HOSTILE].map((label, index) => row(label, index + 1, 1, 20));
    const { svg } = rankPlot({ rows, of: 20 });
    expect(layoutFaults(svg)).toEqual([]);
    expect(elementsOf(parseXml(svg)).map(({ name }) => name)).not.toContain("script");
  });

  it.each([
    ["nothing-to-draw", { rows: [], of: 98 }],
    ["impossible-subject", null],
    ["impossible-subject", { rows: [row("Vejle", 1, 1, 2)] }],
    ["impossible-subject", { rows: [row("a", 1, 1, 1), row("b", 1, 1, 1)], of: 1 }],
    ["impossible-subject", { rows: [row("Vejle", 1, 1, 2)], of: 5, level: 95 }],
    ["impossible-row", { rows: [null], of: 5 }],
    ["impossible-row", { rows: [{ label: "Vejle", median: 1 }], of: 5 }],
    ["impossible-row", { rows: [row("Vejle", 1, 2, 3)], of: 5 }],
    ["impossible-row", { rows: [row("Vejle", 3, 0, 4)], of: 5 }],
    ["impossible-row", { rows: [row("Vejle", 3, 1, 6)], of: 5 }],
    ["impossible-row", { rows: [row("Vejle", Number.NaN, 1, 6)], of: 5 }],
  ])("refuses %s", (code, given) => {
    expect(() => rankPlot(given as RankPlotSubject)).toThrow(expect.objectContaining({ code }));
  });
});

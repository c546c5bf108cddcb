import { describe, expect, it } from "vitest";
import { forestPlot } from "../../src/figures/index.js";
import {
  boundsForMissing,
  compareProportions,
  complierEffect,
  numberNeededToTreat,
} from "../../src/inference/index.js";
import { estimateOf, PANELS } from "../support/figures.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { elementsOf, ownText, parseXml } from "../support/xml.js";

const textsOf = (svg: string): readonly string[] => textBoxes(svg).map(({ text }) => text);
const shapesOf = (svg: string, name: string): number =>
  elementsOf(parseXml(svg)).filter((element) => element.name === name).length;

describe("forestPlot of panels", () => {
  it("is drawn the same, byte for byte, in both languages", async () => {
    for (const language of ["da", "en"] as const) {
      const { svg } = forestPlot(PANELS, { language, id: "effect", title: "Effekt" });
      await expect(svg).toMatchFileSnapshot(`../golden/figures/forest-panels.${language}.svg`);
      expect(layoutFaults(svg)).toEqual([]);
    }
  });

  it("names the unit and the level over the values, and writes them in the language", () => {
    const danish = textsOf(forestPlot(PANELS, { language: "da" }).svg);
    expect(danish).toContain("Andel (95\u202F% KI)");
    expect(danish).toContain("38,0\u202F% (31,2 til 45,3\u202F%)");
    expect(danish).toContain("Procentpoint (95\u202F% KI)");
    expect(danish).toContain("6,0 (−4,0 til 16,0)");
    expect(danish).toContain("← egen enhed bedst");
    const english = textsOf(forestPlot(PANELS).svg);
    expect(english).toContain("Proportion (95% CI)");
    expect(english).toContain("6.0 (−4.0 to 16.0)");
  });

  it("names no level where the rows don't share one", () => {
    const rows = [
      { label: "a", estimate: 0.5, lower: 0.4, upper: 0.6, level: 0.95 },
      { label: "b", estimate: 0.5, lower: 0.4, upper: 0.6, level: 0.99 },
    ];
    expect(textsOf(forestPlot([{ measure: "proportion", rows }]).svg)).toContain("Proportion (CI)");
  });

  it("draws a margin as a dashed line, which has its place on the axis and in the description", () => {
    const rows = [{ label: "a", estimate: 0.2, lower: 0.15, upper: 0.25 }];
    const margin = { value: -0.1, label: "aftalt margen" };
    for (const width of [760, 340]) {
      const { svg } = forestPlot([{ measure: "risk-difference", rows, margin }], { language: "da", width });
      const elements = elementsOf(parseXml(svg));
      const dashed = elements.filter(({ attributes }) => attributes["stroke-dasharray"] !== undefined);
      const tick = elements.find((each) => each.name === "text" && ownText(each) === "−10");
      expect(dashed.map(({ attributes }) => attributes["x1"])).toEqual([tick?.attributes["x"]]);
      expect(textsOf(svg)).toContain("procentpoint; stiplet linje: aftalt margen −10,0");
      expect(elements.find(({ name }) => name === "desc")?.children.join("")).toContain(
        "aftalt margen: −10,0.",
      );
      expect(layoutFaults(svg)).toEqual([]);
    }
  });

  it("is the table of its numbers in plain text, and plain rows", () => {
    const figure = forestPlot(PANELS, { language: "da", title: "Effekt" });
    expect(figure.toText({ language: "da" })).toContain("[Figur: Effekt]");
    expect(figure.toText()).toContain("\nLagdelt     6,0 (−4,0 til 16,0)");
    expect(figure.toRows()).toHaveLength(3);
    expect(figure.toRows()[2]).toEqual({
      panel: "Forskel, leverandør minus egen enhed",
      label: "Lagdelt",
      estimate: 0.06,
      lower: -0.04,
      upper: 0.16,
      level: 0.95,
    });
    const description = elementsOf(parseXml(figure.svg)).find(({ name }) => name === "desc");
    expect(description?.children.join("")).toContain("Lagdelt: 6,0 (−4,0 til 16,0).");
  });

  it("takes the options' record into its provenance", () => {
    const { provenance } = forestPlot(PANELS, { language: "da" });
    expect(provenance.operation).toBe("forestPlot");
    expect(provenance.options["language"]).toEqual({ value: "da", source: "given" });
    expect(provenance.options["width"]).toEqual({ value: 760, source: "default" });
  });
});

describe("forestPlot of estimates", () => {
  const methods = ["newcombe", "miettinen-nurminen", "agresti-caffo"].map((method) =>
    estimateOf("risk-difference", method, [0.0626, 0.0256, 0.0988]),
  );

  it("labels them by their methods, or as it is told", () => {
    const texts = textsOf(forestPlot(methods).svg);
    expect(texts).toEqual(expect.arrayContaining(["Newcombe", "Miettinen–Nurminen", "Agresti–Caffo"]));
    const told = textsOf(forestPlot(methods, { labels: ["a", "b", "c"] }).svg);
    expect(told).toEqual(expect.arrayContaining(["a", "b", "c"]));
    expect(told).not.toContain("Newcombe");
  });

  it("gives each measure its panel, in the order in which they come", () => {
    const mixed = [
      estimateOf("odds-ratio", "woolf", [1.34, 1.13, 1.6]),
      estimateOf("risk-difference", "newcombe", [0.06, 0.02, 0.1]),
      estimateOf("odds-ratio", "mid-p", [1.3, 1.1, 1.7]),
    ];
    const figure = forestPlot(mixed, { language: "da" });
    expect(figure.rows.map(({ panel, label }) => [panel, label])).toEqual([
      ["Oddsratio", "Woolf"],
      ["Oddsratio", "Mid-p"],
      ["Forskel i succesrate", "Newcombe"],
    ]);
    expect(textsOf(figure.svg)).toContain("logaritmisk skala");
    expect(layoutFaults(figure.svg)).toEqual([]);
  });

  it("shows a single count beside the label, and none of two", () => {
    const count = { events: 412, total: 1204 };
    const one = forestPlot([estimateOf("proportion", "wilson", [0.34, 0.32, 0.37], { count })], {
      language: "da",
    });
    expect(textsOf(one.svg)).toContain("412/1.204");
    const two = forestPlot([
      estimateOf("risk-difference", "wald", [0.1, 0, 0.2], { comparator: count, reference: count }),
    ]);
    expect(textsOf(two.svg).join()).not.toContain("1,204");
  });

  it("ends a whisker in an arrow head where its limit is infinite, or zero on a logarithmic scale", () => {
    const sure = estimateOf("odds-ratio", "woolf", [1.3, 1.1, 1.6]);
    const heads = (lower: number, upper: number): number =>
      shapesOf(forestPlot([sure, estimateOf("odds-ratio", "woolf", [1.3, lower, upper])]).svg, "polygon") - 2;
    expect(heads(1.1, 1.6)).toBe(0);
    expect(heads(1.1, Infinity)).toBe(1);
    expect(heads(0, 1.6)).toBe(1);
    expect(heads(0, Infinity)).toBe(2);
  });

  it("shows an estimate that isn't there as its interval alone, and doesn't stretch the axis for it", () => {
    const nothing = estimateOf("risk-difference", "newcombe", [null, -1, 1]);
    const { svg } = forestPlot([...methods, nothing]);
    expect(textsOf(svg)).toContain("– (−100.0 to 100.0)");
    expect(textsOf(svg)).not.toContain("100");
    // Three points, and an arrow head on either side of the fourth row.
    expect(shapesOf(svg, "polygon")).toBe(5);
    expect(textsOf(forestPlot([nothing]).svg)).toContain("100");
  });

  it("is drawn the same, byte for byte", async () => {
    const { svg } = forestPlot(methods, { language: "da" });
    await expect(svg).toMatchFileSnapshot("../golden/figures/forest-estimates.da.svg");
  });
});

describe("forestPlot of an interval without end", () => {
  it("has the estimate on its axis all the same", () => {
    const rows = [{ label: "shift", estimate: -2, lower: -Infinity, upper: Infinity }];
    const { svg } = forestPlot([{ measure: "location-shift", rows }]);
    expect(textsOf(svg)).toContain("−2.0");
  });
});

describe("what forestPlot refuses", () => {
  it.each([
    ["nothing-to-draw", []],
    ["impossible-subject", { measure: "proportion" }],
    ["impossible-subject", undefined],
    ["nothing-to-draw", [{ measure: "proportion", rows: [] }]],
    ["impossible-row", [{ measure: "x", rows: [{ label: "a", estimate: Number.NaN, lower: 0, upper: 1 }] }]],
    ["impossible-row", [{ measure: "x", rows: [{ label: "a", estimate: 1, lower: 2, upper: 1 }] }]],
    ["impossible-subject", [{ kind: "test", pValue: 0.5 }]],
  ])("%s", (code, subject) => {
    expect(() => forestPlot(subject as unknown as typeof PANELS)).toThrow(expect.objectContaining({ code }));
  });

  it("labels that are too few, and options it doesn't know", () => {
    const estimates = [estimateOf("proportion", "wilson", [0.5, 0.4, 0.6])];
    expect(() => forestPlot(estimates, { labels: [] })).toThrow(
      expect.objectContaining({ code: "labels-mismatch" }),
    );
    expect(() => forestPlot(estimates, { langage: "da" } as object)).toThrow(
      expect.objectContaining({ code: "unknown-option", hint: "Did you mean language?" }),
    );
    expect(() => forestPlot(estimates, { id: '"><script>' })).toThrow(
      expect.objectContaining({ code: "impossible-option" }),
    );
  });
});

describe("forestPlot of every kind of estimate", () => {
  const high = { events: 20, total: 60 };
  const low = { events: 16, total: 60 };
  const difference = compareProportions(high, low);

  it("names measures and methods in the language", () => {
    const danish = textsOf(forestPlot([difference], { language: "da" }).svg);
    expect(danish).toContain("Forskel i succesrate");
    const corrected = compareProportions(high, low, { method: "newcombe-cc" });
    const label = forestPlot([corrected], { language: "da" }).toRows()[0]?.["label"];
    expect(label).toBe("Newcombe med kontinuitetskorrektion");
    expect(forestPlot([corrected]).toRows()[0]?.["label"]).toBe("Newcombe with continuity correction");
  });

  it("shows a difference among compliers in percentage points", () => {
    const treatment = [1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0];
    const effect = complierEffect({
      assigned: treatment,
      received: [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1],
      response: [1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1],
    });
    expect(effect.measure).toBe("complier-risk-difference");
    expect(textsOf(forestPlot([effect]).svg)).toContain("Percentage points (95% CI)");
  });

  it("draws both pieces of a number needed to treat, each with an arrow to the infinite", () => {
    const needed = numberNeededToTreat(difference);
    const [harm, benefit] = needed.segments ?? [];
    expect(harm?.[0]).toBe(-Infinity);
    expect(benefit?.[1]).toBe(Infinity);
    const figure = forestPlot([needed]);
    expect(shapesOf(figure.svg, "polygon")).toBe(1 + 2);
    expect(figure.toText()).toMatch(/15\.00 \(−∞ to −\d+\.\d+ or \d+\.\d+ to ∞\)/);
    expect(layoutFaults(figure.svg)).toEqual([]);
  });

  it("draws the region of bounds in the interval, and writes it where the estimate would stand", () => {
    const bounds = boundsForMissing({
      comparator: { events: 40, total: 100, unknown: 10 },
      reference: { events: 30, total: 100, unknown: 10 },
    });
    const { svg } = forestPlot([bounds]);
    // 40/100 − 40/100 and 50/100 − 30/100.
    expect(textsOf(svg).some((text) => text.startsWith("0.0 to 20.0 ("))).toBe(true);
    expect(svg).toContain('stroke-width="6"');
  });

  it("has neither mark nor number for what is hidden, but its label", () => {
    const hidden = {
      label: "Supplier",
      estimate: "suppressed",
      lower: "suppressed",
      upper: "suppressed",
    } as const;
    const shown = { label: "Own unit", estimate: 0.3, lower: 0.2, upper: 0.4, level: 0.95 };
    const panel = { measure: "proportion", rows: [shown, { ...hidden, level: 0.95, detail: "suppressed" }] };
    const figure = forestPlot([panel]);
    const alone = forestPlot([{ ...panel, rows: [shown] }]);
    expect(textsOf(figure.svg)).toEqual(expect.arrayContaining(["Supplier", "hidden"]));
    expect(shapesOf(figure.svg, "rect")).toBe(shapesOf(alone.svg, "rect"));
    expect(figure.toRows()[1]).toMatchObject({
      estimate: "suppressed",
      lower: "suppressed",
      upper: "suppressed",
    });
    expect(layoutFaults(figure.svg)).toEqual([]);
  });

  it("marks a one-sided interval at its open end, and says so", () => {
    const oneSided = compareProportions(high, low, { alternative: "greater" });
    const figure = forestPlot([oneSided]);
    expect(shapesOf(figure.svg, "polygon")).toBe(1 + 1);
    expect(textsOf(figure.svg).some((text) => /^6\.7 \(one-sided −\d+\.\d to 100\.0\)$/.test(text))).toBe(
      true,
    );
    expect(textsOf(figure.svg)).not.toContain("100");
    const less = forestPlot([compareProportions(high, low, { alternative: "less" })], { language: "da" });
    expect(less.toText()).toContain("(ensidet −100,0 til");
  });
});

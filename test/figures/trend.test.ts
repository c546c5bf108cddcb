import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differencePlot, trendPlot, type TrendPlotSubject } from "../../src/figures/index.js";
import { xmrLimits } from "../../src/inference/index.js";
import { LONG_NAME } from "../support/figures.js";
import { HOSTILE } from "../support/hostile.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { elementsOf, parseXml, type XmlElement } from "../support/xml.js";

const textsIn = (svg: string): readonly string[] => textBoxes(svg).map(({ text }) => text);
const namedIn = (svg: string, name: string): readonly XmlElement["attributes"][] =>
  elementsOf(parseXml(svg))
    .filter((element) => element.name === name)
    .map(({ attributes }) => attributes);
/** The lines of series: paths that are stroked. */
const linesIn = (svg: string): readonly XmlElement["attributes"][] =>
  namedIn(svg, "path").filter(({ stroke }) => stroke !== undefined);

const quarters = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${(index % 4) + 1}. kvartal ${2010 + Math.floor(index / 4)}`);

/** Four series that cross each other, one with gaps, and a signal of the first. */
function trendOf(count: number): TrendPlotSubject {
  const values = (from: number, slope: number, every: number): readonly (number | null)[] =>
    Array.from({ length: count }, (_, index) =>
      index % every === every - 1 && index > 0 ? null : from + (slope * index) / count + 3 * Math.sin(index),
    );
  return {
    measure: "index",
    periods: quarters(count),
    series: [
      { label: "Fredericia", values: values(100, 12, 99), highlight: true },
      { label: "Klynge C", values: values(101, 3, 5) },
      { label: "Hele landet", values: values(102, 2, 99) },
      { label: LONG_NAME, values: values(99, 14, 7), highlight: true },
    ],
    limits: { label: "Naturlige procesgrænser", center: 102, lower: 96, upper: 108 },
    signals: [{ period: 0, rule: "uden for grænserne" }],
  };
}

const simple: TrendPlotSubject = {
  measure: "proportion",
  periods: ["2023", "2024", "2025"],
  series: [{ label: "Vejle", values: [0.4, null, 0.5] }],
};

const gaps = (values: readonly (number | null)[]): readonly number[] => {
  const periods = quarters(values.length);
  const { svg } = trendPlot({ measure: "proportion", periods, series: [{ label: "Vejle", values }] });
  return [linesIn(svg).length, namedIn(svg, "circle").length];
};

const ticks = (count: number): readonly string[] =>
  textsIn(trendPlot(trendOf(count), { width: 480 }).svg).filter((text) => text.includes("kvartal"));

describe("trendPlot", () => {
  it("is drawn the same, byte for byte, in both languages", async () => {
    for (const language of ["da", "en"] as const) {
      const { svg } = trendPlot(trendOf(12), { language, id: "trend" });
      await expect(svg).toMatchFileSnapshot(`../golden/figures/trend.${language}.svg`);
      expect(layoutFaults(svg)).toEqual([]);
    }
  });

  it.each([1, 2, 7, 24, 60])("keeps all texts apart and inside with %i periods", (count) => {
    for (const width of [360, 760])
      expect(layoutFaults(trendPlot(trendOf(count), { width }).svg)).toEqual([]);
  });

  it("has a gap where values are missing, and a mark alone between two gaps", () => {
    expect(gaps([0.4, 0.5, 0.6])).toEqual([1, 3]);
    expect(gaps([0.4, 0.5, null, 0.6, 0.5])).toEqual([2, 4]);
    expect(gaps([0.4, 0.5, null, 0.6, null])).toEqual([1, 3]);
    // Beyond 24 periods only a value alone and the last one have marks.
    expect(gaps([0.4, null, ...Array.from({ length: 30 }, () => 0.5)])).toEqual([1, 2]);
  });

  it("names each line at the height of its end, and apart where ends meet", () => {
    const ends = [0.5, 0.5, 0.5, 0.1];
    const series = ends.map((end, index) => ({ label: `Kommune ${index}`, values: [0.3, end] }));
    const { svg } = trendPlot({ measure: "proportion", periods: ["2024", "2025"], series });
    const tops = ends.map(
      (_, index) => textBoxes(svg).find(({ text }) => text === `Kommune ${index}`)?.top ?? 0,
    );
    const [first = 0, second = 0, third = 0, last = 0] = tops;
    expect([second - first, third - second]).toEqual([14, 14]);
    // The last mark is at the lower end: its name is in the middle of it.
    const marks = namedIn(svg, "circle").map(({ cy }) => Number(cy));
    expect(last + 0.4 * 12).toBeCloseTo(Math.max(...marks), 0);
  });

  it("draws process limits as a band between lines, and an outline of its own for each rule", () => {
    const shapes = (rules: readonly string[]): readonly number[] => {
      const signals = rules.map((rule, period) => ({ period, rule }));
      const { svg } = trendPlot({ ...trendOf(6), signals });
      const outlines = (name: string): number =>
        namedIn(svg, name).filter((each) => each["fill"] === "none" && each["stroke-width"] === "1.5").length;
      return [outlines("circle"), outlines("polygon")];
    };
    // One in the key for each rule, one in the plot for each signal.
    expect(shapes([])).toEqual([0, 0]);
    expect(shapes(["a", "a"])).toEqual([1 + 2, 0]);
    expect(shapes(["a", "b"])).toEqual([1 + 1, 1 + 1]);
    const { svg } = trendPlot(trendOf(6), { language: "da" });
    expect(textsIn(svg)).toContain("Naturlige procesgrænser: 96,0 til 108,0, midterlinje 102,0 (Fredericia)");
    expect(namedIn(svg, "line").filter((line) => line["stroke-dasharray"] !== undefined)).toHaveLength(4);
  });

  it("takes the limits and signals of a process chart, its rules in words", () => {
    const values = [40, 41, 40, 41, 40, 41, 40, 80].map((value) => value / 100);
    const chart = xmrLimits(values, { minimum: 0, maximum: 1 });
    const { center, lower, upper, points } = chart;
    const signals = points.flatMap((point, period) => point.signals.map((rule) => ({ period, rule })));
    const { svg } = trendPlot(
      {
        measure: "proportion",
        periods: quarters(8),
        series: [{ label: "Vejle", values }],
        limits: { label: "Naturlige procesgrænser", center: center ?? 0, lower, upper },
        signals,
      },
      { language: "da" },
    );
    expect(textsIn(svg)).toEqual(
      expect.arrayContaining(["uden for en grænse", "et større spring end sædvanligt"]),
    );
  });

  it("tells series apart by dashes and marks, and what is pointed out by width", () => {
    const series = [true, true, false, false].map((highlight, index) => ({
      label: `Kommune ${index}`,
      values: [0.3, 0.4 + index / 100],
      highlight,
    }));
    const { svg } = trendPlot({ measure: "proportion", periods: ["2024", "2025"], series });
    const looks = linesIn(svg).map(
      (line) => `${line["stroke-width"] ?? ""} ${line["stroke-dasharray"] ?? ""}`,
    );
    expect(new Set(looks).size).toBe(4);
    expect(looks.filter((look) => look.startsWith("2.5"))).toHaveLength(2);
  });

  it("names fewer periods where there is no room for all", () => {
    expect(ticks(2)).toEqual(quarters(2));
    const some = ticks(60);
    expect(some.length).toBeGreaterThan(1);
    const places = some.map((text) => quarters(60).indexOf(text));
    expect(new Set(places.slice(1).map((place, index) => place - (places[index] ?? 0))).size).toBe(1);
  });

  it("says of a series without values that it has none", () => {
    const series = [...simple.series, { label: "Ærø", values: [null, null, null] }];
    expect(textsIn(trendPlot({ ...simple, series }, { language: "da" }).svg)).toContain("Ærø: ingen værdier");
  });

  it("says the same in words, as a table and as plain rows", () => {
    const limits = { label: "Grænser", center: 0.45, lower: 0.38, upper: 0.48 };
    const figure = trendPlot(
      { ...simple, limits, signals: [{ period: 2, rule: "uden for" }] },
      { language: "da", valueLabel: "Succesrate", periodLabel: "År" },
    );
    const description = elementsOf(parseXml(figure.svg)).find(({ name }) => name === "desc");
    expect(description?.children.join("")).toBe(
      "Succesrate. Vejle, 2023: 40,0\u202F%, 2025: 50,0\u202F%. " +
        "Grænser: 38,0 til 48,0\u202F%, midterlinje 45,0\u202F%. Signaler: 2025: uden for.",
    );
    expect(figure.tables[0]?.rows).toEqual([
      ["2023", "40,0\u202F%", ""],
      ["2024", "–", ""],
      ["2025", "50,0\u202F%", "uden for"],
    ]);
    expect(figure.rows[1]).toEqual({ series: "Vejle", period: "2024", value: null, signal: null });
  });

  it("keeps its texts inside and apart, whatever the names and numbers are", () => {
    const text = fc.constantFrom(LONG_NAME, "", "Faaborg-Midtfyn", ...HOSTILE);
    const subject = fc.integer({ min: 1, max: 30 }).chain((count) =>
      fc.record({
        measure: fc.constant("index" as const),
        periods: fc.array(text, { minLength: count, maxLength: count }),
        series: fc.array(
          fc.record({
            label: text,
            values: fc.array(fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true })), {
              minLength: count,
              maxLength: count,
            }),
            highlight: fc.boolean(),
          }),
          { maxLength: 30 },
        ),
      }),
    );
    const look = fc.record({
      language: fc.constantFrom("da" as const, "en" as const),
      width: fc.integer({ min: 360, max: 1200 }),
    });
    fc.assert(
      fc.property(subject, look, (drawn, options) => {
        fc.pre(drawn.series.some(({ values }) => values.some((value) => value !== null)));
        expect(layoutFaults(trendPlot(drawn, options).svg)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("what trendPlot refuses", () => {
  it.each([
    ["nothing-to-draw", { ...simple, series: [] }],
    ["nothing-to-draw", { ...simple, series: [{ label: "Vejle", values: [null, null, null] }] }],
    ["impossible-subject", null],
    ["impossible-subject", { ...simple, measure: "rate" }],
    ["impossible-subject", { ...simple, periods: [2023, 2024, 2025] }],
    ["impossible-row", { ...simple, series: [null] }],
    ["impossible-row", { ...simple, series: [{ label: "Vejle", values: [0.4] }] }],
    ["impossible-row", { ...simple, series: [{ label: "Vejle", values: [0.4, 1.2, 0.1] }] }],
    ["impossible-row", { ...simple, series: [{ label: "Vejle", values: [0.4, Number.NaN, 0.1] }] }],
    ["impossible-row", { ...simple, limits: { label: "a", center: 0.4, lower: 0.5, upper: 0.6 } }],
    ["impossible-row", { ...simple, signals: [{ period: 1, rule: "no value there" }] }],
    ["impossible-row", { ...simple, signals: [{ period: 3, rule: "no such period" }] }],
  ])("%s", (code, given) => {
    expect(() => trendPlot(given as TrendPlotSubject)).toThrow(expect.objectContaining({ code }));
  });
});

describe("differencePlot", () => {
  const periods = quarters(12);
  const differences = periods.map((_, at) => (at === 7 ? 0.16 : 0.02 * Math.sin(at)));
  const trend = {
    kind: "trend",
    periods,
    base: "1. kvartal 2010",
    series: [{ of: "municipality", name: "Fredericia", index: periods.map(() => 100) }],
    value: "rate",
    cluster: LONG_NAME,
    differences,
    limits: { center: 0.014, lower: -0.09, upper: 0.118 },
    signals: [{ period: "4. kvartal 2011", rules: ["beyond-limit"] }],
    fromCountry: { differences: differences.map((each) => each - 0.01) },
  } as const;

  it("draws the difference within its limits, with its signals and beside that from the country", () => {
    for (const [language, country, limits] of [
      [
        "da",
        "Forskel til hele landet",
        "Naturlige procesgrænser: −9,0 til 11,8, midterlinje 1,4 procentpoint",
      ],
      [
        "en",
        "Difference from the country",
        "Natural process limits: −9.0 to 11.8, center line 1.4 percentage points",
      ],
    ] as const) {
      for (const width of [400, 760]) {
        const { svg } = differencePlot(trend, { language, width });
        expect(layoutFaults(svg)).toEqual([]);
        const texts = textsIn(svg)
          .join(" ")
          .replaceAll(/[\u00A0\u202F]/g, " ");
        expect(texts).toContain(country);
        expect(texts).toContain(limits);
      }
    }
    const { rows, tables } = differencePlot(trend);
    expect(rows).toHaveLength(24);
    expect(rows[7]).toMatchObject({ value: 0.16, signal: "beyond-limit" });
    expect(tables[0]?.rows[7]).toEqual([
      "4. kvartal 2011",
      "16.0 percentage points",
      "15.0 percentage points",
      "beyond a limit",
    ]);
  });

  it("has no limits where there are none, and the unit of what is followed", () => {
    const { limits: _, ...without } = trend;
    const ratios = { ...without, value: "actual-over-expected", cluster: null, signals: [] } as const;
    const texts = textsIn(differencePlot(ratios, { language: "da" }).svg);
    expect(texts).toContain("Forskel");
    expect(texts.join(" ")).toContain("Forskel til");
    expect(texts.join(" ")).not.toContain("procesgrænser");
  });

  it("is nothing where nothing differs from anything", () => {
    const none = { ...trend, differences: differences.map(() => null) };
    expect(() => differencePlot(none)).toThrow(expect.objectContaining({ code: "nothing-to-draw" }));
  });

  it("says beside its index which period is 100", () => {
    expect(textsIn(trendPlot(trend).svg)).toContain("Index (1. kvartal 2010 = 100)");
    expect(textsIn(trendPlot({ ...trendOf(3) }).svg)).toContain("Index");
  });
});

import { describe, expect, it } from "vitest";
import { caterpillarPlot } from "../../src/figures/index.js";
import { benchmarkOf, LONG_NAME } from "../support/figures.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { elementsOf, parseXml } from "../support/xml.js";

const row = (label: string, estimate: number | null, highlight = false) => ({
  label,
  estimate,
  lower: 0.1,
  upper: 0.9,
  highlight,
});

/** The color of an arm beside another with the value 0.35. */
const markOf = (own: number): string | undefined => {
  const { svg } = caterpillarPlot({ rows: [row("Egen", own, true), row("Anden", 0.35, true)] });
  const [first, second] = elementsOf(parseXml(svg)).filter(({ name }) => name === "polygon");
  return (own > 0.35 ? first : second)?.attributes["fill"];
};

/** An adjusted rate with its limits. */
const adjusted = (estimate: number) => ({
  estimate,
  interval: { lower: estimate - 0.1, upper: estimate + 0.1, level: 0.95 },
});

describe("caterpillarPlot", () => {
  it("ranks by value, equal ones by the Danish alphabet, what isn't there last", () => {
    const rows = [
      row("Ærø", 0.3),
      row("Aarhus", 0.3),
      row("Tom", null),
      row("Odense", 0.3),
      row("Vejle", 0.4),
    ];
    expect(caterpillarPlot({ rows }).rows.map(({ label }) => label)).toEqual([
      "Vejle",
      "Odense",
      "Ærø",
      "Aarhus",
      "Tom",
    ]);
  });

  it("points arms out by shape, size and weight as well as by color", () => {
    const rows = [row("Vejle", 0.4), row("Egen", 0.3, true), row("Anden", 0.35, true)];
    const elements = elementsOf(parseXml(caterpillarPlot({ rows }).svg));
    expect(elements.filter(({ name }) => name === "circle")).toHaveLength(1);
    const points = elements.filter(({ name }) => name === "polygon");
    expect(new Set(points.map(({ attributes }) => attributes["fill"])).size).toBe(2);
    const bold = elements.filter(
      ({ name, attributes }) =>
        name === "text" && attributes["font-weight"] === "bold" && attributes["x"] === "0",
    );
    expect(bold.map(({ children }) => children[0])).toEqual(["Anden", "Egen"]);
  });

  it("keeps an arm's mark wherever it ranks", () => {
    expect(markOf(0.4)).toBe(markOf(0.3));
  });

  it("draws the reference as a line with the band of its interval, under its name", () => {
    const { svg, rows } = caterpillarPlot(benchmarkOf(5), { language: "da" });
    expect(textBoxes(svg).map(({ text }) => text)).toContain(
      "Klynge C under ét (båndet er tilfældig variation) 38,2\u202F%",
    );
    expect(elementsOf(parseXml(svg)).filter(({ name }) => name === "rect")).toHaveLength(1);
    expect(rows.at(-1)).toMatchObject({
      label: "Klynge C under ét (båndet er tilfældig variation)",
      estimate: 0.382,
      lower: 0.37,
      upper: 0.394,
    });
  });

  it("sets arms that can't be compared apart, on the same axis and away from the line", () => {
    const { svg, rows } = caterpillarPlot(benchmarkOf(6, false), { language: "en" });
    const apart = rows.filter(
      ({ panel }) => panel === "The units, measured otherwise than the municipalities",
    );
    expect(apart.map(({ label }) => label)).toEqual([LONG_NAME, "Virksomheden Fredericia"]);
    const texts = textBoxes(svg);
    const heading = texts.find(
      ({ text }) => text === "The units, measured otherwise than the municipalities",
    );
    const band = elementsOf(parseXml(svg)).find(({ name }) => name === "rect")?.attributes ?? {};
    expect(Number(band["y"]) + Number(band["height"])).toBeLessThan(heading?.top ?? 0);
    const ticks = texts
      .filter(({ text }) => /^\d+%$/.test(text))
      .map(({ text, left }) => `${text} ${left.toFixed(2)}`);
    expect(ticks.length % 2).toBe(0);
    expect(ticks.slice(0, ticks.length / 2)).toEqual(ticks.slice(ticks.length / 2));
  });

  it.each([2, 5, 20, 38])("keeps all labels apart and inside with %i municipalities", (count) => {
    for (const language of ["da", "en"] as const)
      expect(layoutFaults(caterpillarPlot(benchmarkOf(count), { language, width: 480 }).svg)).toEqual([]);
  });

  it("is drawn the same, byte for byte", async () => {
    const danish = caterpillarPlot(benchmarkOf(38), { language: "da" }).svg;
    await expect(danish).toMatchFileSnapshot("../golden/figures/caterpillar.da.svg");
    const english = caterpillarPlot(benchmarkOf(6, false)).svg;
    await expect(english).toMatchFileSnapshot("../golden/figures/caterpillar-aside.en.svg");
  });

  it("shows the rates that are compared, and says which: adjusted ones where groups are named", () => {
    const benchmark = benchmarkOf(3);
    const [first, second] = benchmark.arms;
    if (first === undefined || second === undefined) throw new Error("The benchmark has two arms.");
    const grouped = {
      ...benchmark,
      peers: benchmark.peers.map((peer, index) => ({ ...peer, adjusted: adjusted(0.2 + index / 10) })),
      arms: [{ ...first, adjusted: adjusted(0.5) }, second],
      whole: { ...first, name: "Fredericia", adjusted: adjusted(0.45), groups: [{}] },
    };
    const figure = caterpillarPlot(grouped, { language: "en", width: 480 });
    expect(figure.rows.map(({ estimate }) => estimate)).toEqual([
      0.5,
      0.45,
      0.4,
      expect.closeTo(0.3, 12),
      0.2,
      // None of the second arm's citizens are of a group that the cluster has.
      null,
      0.382,
    ]);
    expect(figure.tables[0]?.caption).toBe(
      "Success rate adjusted to the comparable municipalities' case mix (counts aren't adjusted)",
    );
    expect(
      textBoxes(figure.svg)
        .map(({ text }) => text)
        .join(" "),
    ).toContain("case mix (counts aren't");
    expect(layoutFaults(figure.svg)).toEqual([]);
    const counted = caterpillarPlot(benchmark, { language: "da" });
    expect(counted.tables[0]?.caption).toBe("Ujusteret succesrate (uden hensyn til borgernes sammensætning)");
    expect(counted.rows[0]?.["estimate"]).toBe(
      Math.max(...[...benchmark.peers, ...benchmark.arms].map(({ rate }) => rate.estimate ?? NaN)),
    );
  });

  it("refuses rows that aren't there and a reference that can't be", () => {
    expect(() => caterpillarPlot({ rows: [] })).toThrow(expect.objectContaining({ code: "nothing-to-draw" }));
    expect(() =>
      caterpillarPlot({
        rows: [row("a", 0.5)],
        reference: { label: "r", estimate: 0.5, lower: 1, upper: 0 },
      }),
    ).toThrow(expect.objectContaining({ code: "impossible-row", path: "caterpillarPlot.reference" }));
  });

  it("has the municipality as a whole beside its arms", () => {
    const [first] = benchmarkOf(5).arms;
    if (first === undefined) throw new Error("The benchmark has arms.");
    const whole = { ...first, name: "Fredericia", observed: 149, total: 363 };
    const { svg, rows } = caterpillarPlot({ ...benchmarkOf(5), whole }, { language: "da" });
    expect(rows.map(({ label }) => label)).toContain("Fredericia som helhed");
    expect(layoutFaults(svg)).toEqual([]);
  });
});

describe("caterpillarPlot of arms of which nobody is measured yet", () => {
  it.each([true, false])("leaves them out (comparable: %s)", (comparable) => {
    const benchmark = benchmarkOf(5, comparable);
    const [first, second] = benchmark.arms;
    const labelsOf = (arms: typeof benchmark.arms) =>
      caterpillarPlot({ ...benchmark, arms })
        .toRows()
        .map(({ label }) => label);
    const empty = benchmark.arms.map((arm) => ({ ...arm, observed: 0, total: 0 }));
    expect(labelsOf(empty)).toEqual(labelsOf([]));
    expect(labelsOf(empty).filter((label) => label === first?.name || label === second?.name)).toEqual([]);
    expect(labelsOf([...benchmark.arms.slice(0, 1), ...empty.slice(1)])).toContain(first?.name);
  });
});
